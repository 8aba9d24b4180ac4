package org.zhijian.api.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Stage;
import org.zhijian.api.chain.Step;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.notice.CaseMessage;

/**
 * One matter that can be applied for (业务事项). The data part is kept by the core under its content hash, and a case is shown with the
 * one it was started under for ever; guards, effects and routings are the code of the running module.
 *
 * @param id stable id in lower case with hyphens
 * @param title Chinese title
 * @param startedBy who may start it
 * @param form what the applicant fills in
 * @param prefilled what the form holds at the start, by what is known of the applicant; what the applicant gives goes before it
 * @param slots what the applicant attaches
 * @param offered rules that say beforehand why an account may not start it now
 * @param guards rules checked while filling in (as hints), at submission, and again inside every transaction that approves
 * @param chain how it is reviewed
 * @param withdrawal how long the applicant may take it back
 * @param closing the state at the end of the chain
 * @param subjects whom or what it is about, beside the people, organisations and records that its form refers to
 * @param submitted what happens at submission
 * @param resubmitted what happens besides when it is submitted again, corrected
 * @param returned what happens when somebody is asked to correct; the judgement of the facts tells at which step
 * @param ended what happens when a submitted case is withdrawn or refused
 * @param guide what the guide of the matter says beyond its definition
 * @param messages what its cases say by themselves when something happens to them
 * @param known what the system knows by itself: the values of read-only fields, from what has been filled in
 * @param listed ids of the fields that lists of its cases show, in this order; empty where the number tells enough
 * @param words how the manual calls what an applicant does
 * @param migrations how open cases of earlier versions come over to this one
 */
public record Procedure(
        String id,
        String title,
        Starter startedBy,
        Form form,
        Function<CaseFacts, FormData> prefilled,
        List<Slot> slots,
        List<Guard> offered,
        List<Guard> guards,
        Chain chain,
        Withdrawal withdrawal,
        Stage closing,
        Function<CaseFacts, Set<Subject>> subjects,
        List<Effect> submitted,
        List<Effect> resubmitted,
        List<Effect> returned,
        List<Effect> ended,
        Guide guide,
        List<CaseMessage> messages,
        Function<CaseFacts, FormData> known,
        List<String> listed,
        Words words,
        List<Migration> migrations) {

    /**
     * How the manual calls what an applicant does.
     *
     * @param draft the state before the first submission, such as 未上报
     * @param save keeping the form for later, such as 暂存
     * @param submit handing it in, such as 上报
     * @param done what is said when it has been handed in, such as 操作成功; blank for 已 and the word for it
     */
    public record Words(String draft, String save, String submit, String done) {
        public static final Words USUAL = new Words(CaseState.DRAFT.title(), "保存", "提交", "");

        public Words {
            Objects.requireNonNull(draft);
            Objects.requireNonNull(save);
            Objects.requireNonNull(submit);
            Objects.requireNonNull(done);
        }

        /** What is said when it has been handed in. */
        public String handedIn() {
            return done.isBlank() ? "已" + submit : done;
        }
    }

    /**
     * Words of the guide (办事指南).
     *
     * @param conditions who may apply and when, a sentence each
     * @param appeal how to appeal; may be blank
     */
    public record Guide(List<String> conditions, String appeal) {
        public static final Guide NONE = new Guide(List.of(), "");

        public Guide {
            conditions = List.copyOf(conditions);
            Objects.requireNonNull(appeal);
        }
    }

    public Procedure {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(startedBy);
        Objects.requireNonNull(form);
        Objects.requireNonNull(prefilled);
        slots = List.copyOf(slots);
        offered = List.copyOf(offered);
        guards = List.copyOf(guards);
        Objects.requireNonNull(chain);
        Objects.requireNonNull(withdrawal);
        Objects.requireNonNull(closing);
        Objects.requireNonNull(subjects);
        submitted = List.copyOf(submitted);
        resubmitted = List.copyOf(resubmitted);
        returned = List.copyOf(returned);
        ended = List.copyOf(ended);
        Objects.requireNonNull(guide);
        messages = List.copyOf(messages);
        Objects.requireNonNull(known);
        listed = List.copyOf(listed);
        Objects.requireNonNull(words);
        migrations = List.copyOf(migrations);
    }

    /** Starts the definition of a matter. */
    public static Builder procedure(String id, String title) {
        return new Builder(id, title);
    }

    /** The same matter about other subjects. */
    public Procedure about(Function<CaseFacts, Set<Subject>> found) {
        return new Procedure(
                id,
                title,
                startedBy,
                form,
                prefilled,
                slots,
                offered,
                guards,
                chain,
                withdrawal,
                closing,
                found,
                submitted,
                resubmitted,
                returned,
                ended,
                guide,
                messages,
                known,
                listed,
                words,
                migrations);
    }

    /** The step with this id. */
    public Optional<Step> step(String stepId) {
        return chain.steps().filter(step -> step.id().equals(stepId)).findFirst();
    }

    /** What the applicant fills in, with the ticks of its sealed slots. */
    public Form applicantForm() {
        return form.withSealsOf(slots);
    }

    /** What the actor of a step fills in, with the ticks of its sealed slots. */
    public static Form formOf(Step step) {
        return step.form().withSealsOf(step.slots());
    }

    /** Gathers a procedure. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private final String title;
        private Starter startedBy;
        private Form form = Form.EMPTY;
        private Function<CaseFacts, FormData> prefilled = facts -> FormData.EMPTY;
        private final List<Slot> slots = new ArrayList<>();
        private final List<Guard> offered = new ArrayList<>();
        private final List<Guard> guards = new ArrayList<>();
        private Chain chain;
        private Withdrawal withdrawal = Withdrawal.untilFirstDecision();
        private Stage closing = Stage.of(CaseState.CLOSED);
        private Function<CaseFacts, Set<Subject>> subjects = facts -> Set.of();
        private final List<Effect> submitted = new ArrayList<>();
        private final List<Effect> resubmitted = new ArrayList<>();
        private final List<Effect> returned = new ArrayList<>();
        private final List<Effect> ended = new ArrayList<>();
        private Guide guide = Guide.NONE;
        private final List<CaseMessage> messages = new ArrayList<>();
        private Function<CaseFacts, FormData> known = facts -> FormData.EMPTY;
        private final List<String> listed = new ArrayList<>();
        private Words words = Words.USUAL;
        private final List<Migration> migrations = new ArrayList<>();

        private Builder(String id, String title) {
            this.id = id;
            this.title = title;
        }

        public Builder startedBy(Starter starter) {
            startedBy = starter;
            return this;
        }

        /** A section of fields without a heading. */
        public Builder form(Field... fields) {
            return section("", fields);
        }

        /** A headed section of fields, after what is already there. */
        public Builder section(String heading, Field... fields) {
            form = form.section(heading, fields);
            return this;
        }

        /** What the form holds at the start; the facts are those of an offer. A pure function. */
        public Builder prefilled(Function<CaseFacts, FormData> known) {
            prefilled = known;
            return this;
        }

        public Builder attach(Slot... added) {
            slots.addAll(List.of(added));
            return this;
        }

        /** Rules that say beforehand why the matter may not be started now; they see an empty form. */
        public Builder offered(Guard... rules) {
            offered.addAll(List.of(rules));
            return this;
        }

        public Builder guard(Guard... rules) {
            guards.addAll(List.of(rules));
            return this;
        }

        /** The parts of the chain, one after the other. */
        public Builder chain(Chain... parts) {
            chain = Chain.sequence(parts);
            return this;
        }

        public Builder withdrawal(Withdrawal limit) {
            withdrawal = limit;
            return this;
        }

        /** The state at the end of the chain, instead of 办结. */
        public Builder closes(CaseState state, String label) {
            closing = new Stage(state, label);
            return this;
        }

        /** Subjects beyond what the form refers to, such as a number that must be unique. */
        public Builder subjects(Function<CaseFacts, Set<Subject>> found) {
            subjects = found;
            return this;
        }

        /** What happens at every submission, the first one and those after a return. */
        public Builder onSubmitted(Effect effect) {
            submitted.add(effect);
            return this;
        }

        /** What happens besides when the applicant has corrected and submits again. */
        public Builder onResubmitted(Effect effect) {
            resubmitted.add(effect);
            return this;
        }

        /** What happens when somebody is asked to correct: at a return or a notice of what is missing, of any step. */
        public Builder onReturned(Effect effect) {
            returned.add(effect);
            return this;
        }

        /** What happens when a submitted case is withdrawn or refused. */
        public Builder onEnded(Effect effect) {
            ended.add(effect);
            return this;
        }

        public Builder guide(String appeal, String... conditions) {
            guide = new Guide(List.of(conditions), appeal);
            return this;
        }

        /** What cases say by themselves when something happens to them, beside what the core says in desks. */
        public Builder messages(CaseMessage... values) {
            messages.addAll(List.of(values));
            return this;
        }

        /**
         * What the system knows by itself, by field: it is filled into the read-only fields whenever the form is kept or handed in. A pure
         * function of the facts that bears a form that is half filled in; what it leaves out is not known.
         */
        public Builder known(Function<CaseFacts, FormData> values) {
            known = values;
            return this;
        }

        /** The fields that lists of the cases show. */
        public Builder listed(String... fields) {
            listed.addAll(List.of(fields));
            return this;
        }

        /** The manual's words for a case that is not handed in yet, for keeping it, and for handing it in. */
        public Builder words(String draft, String save, String submit) {
            words = new Words(draft, save, submit, words.done());
            return this;
        }

        /** What the manual says when the matter has been handed in. */
        public Builder saysWhenHandedIn(String sentence) {
            words = new Words(words.draft(), words.save(), words.submit(), sentence);
            return this;
        }

        /** How open cases of earlier versions come over to this one, if the operator asks for it. */
        public Builder migrations(Migration... values) {
            migrations.addAll(List.of(values));
            return this;
        }

        public Procedure build() {
            return new Procedure(
                    id,
                    title,
                    startedBy,
                    form,
                    prefilled,
                    slots,
                    offered,
                    guards,
                    chain,
                    withdrawal,
                    closing,
                    subjects,
                    submitted,
                    resubmitted,
                    returned,
                    ended,
                    guide,
                    messages,
                    known,
                    listed,
                    words,
                    migrations);
        }
    }
}
