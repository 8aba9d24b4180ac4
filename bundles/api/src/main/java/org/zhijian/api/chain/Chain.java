package org.zhijian.api.chain;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ConsumerType;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;

/**
 * The review chain: a closed algebra of {@link Step}s, one after the other or chosen by data. A step itself may sit with several actors, of
 * whom any one or all must agree ({@link Step.Mode}). At any moment a case waits at exactly one step, so its position is that step's id.
 */
public sealed interface Chain permits Step, Chain.Sequence, Chain.Choice {

    /** No step at all: what is submitted is done, with the effects of the submission. */
    Chain NONE = new Choice(List.of());

    /** All steps, in the order in which they are written, of every branch. */
    Stream<Step> steps();

    /** One part after the other; not empty. */
    record Sequence(List<Chain> parts) implements Chain {
        public Sequence {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("a sequence has at least one part");
            }
        }

        @Override
        public Stream<Step> steps() {
            return parts.stream().flatMap(Chain::steps);
        }
    }

    /**
     * The first branch that holds when the choice is reached; none of them: it is passed over. What was chosen stays chosen until the
     * applicant hands the case in again, whatever becomes of the facts.
     */
    record Choice(List<Branch> branches) implements Chain {
        public Choice {
            branches = List.copyOf(branches);
        }

        @Override
        public Stream<Step> steps() {
            return branches.stream().flatMap(branch -> branch.then().steps());
        }
    }

    /** A rule by which a branch is taken that data alone cannot say. A pure function of the facts. */
    @ConsumerType
    @FunctionalInterface
    interface Rule {
        Rule ALWAYS = facts -> true;

        boolean holds(CaseFacts facts);
    }

    /**
     * What follows when condition and rule hold.
     *
     * @param when a condition on the applicant's form and, as {@code step.field}, on what the actors of earlier steps filled in
     * @param rule code of the module; it always holds where the module is not running, and where only the guide asks
     */
    record Branch(Condition when, Rule rule, Chain then) {
        public Branch {
            Objects.requireNonNull(when);
            Objects.requireNonNull(rule);
            Objects.requireNonNull(then);
        }

        /** True if the branch is to be taken. */
        public boolean holds(CaseFacts facts) {
            FormData seen = facts.form();
            for (String field : when.fields().toList()) {
                int dot = field.indexOf('.');
                if (dot > 0) {
                    FormData form = facts.stepForm(field.substring(0, dot));
                    seen = seen.with(field, form.value(field.substring(dot + 1)).orElse(null));
                }
            }
            return when.test(seen) && rule.holds(facts);
        }

        /** True if nothing can keep it from being taken. */
        public boolean isOtherwise() {
            return when instanceof Condition.Always && rule == Rule.ALWAYS;
        }
    }

    static Chain sequence(Chain... parts) {
        return parts.length == 1 ? parts[0] : new Sequence(List.of(parts));
    }

    static Chain choice(Branch... branches) {
        return new Choice(List.of(branches));
    }

    static Branch when(Condition condition, Chain... then) {
        return new Branch(condition, Rule.ALWAYS, sequence(then));
    }

    /** A branch by a rule of the module, for what neither the form nor an earlier step says, such as how a register stands now. */
    static Branch whenFacts(Rule rule, Chain... then) {
        return new Branch(Condition.ALWAYS, rule, sequence(then));
    }

    static Branch otherwise(Chain... then) {
        return new Branch(Condition.ALWAYS, Rule.ALWAYS, sequence(then));
    }
}
