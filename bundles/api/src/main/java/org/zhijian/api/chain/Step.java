package org.zhijian.api.chain;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.Effect;
import org.zhijian.api.procedure.Guard;

/**
 * A step of a chain (环节).
 *
 * @param id lowerCamelCase id, unique in its chain
 * @param title Chinese title
 * @param mode how many of the actors must agree
 * @param actors who takes it; actors that turn out to be the same take it once
 * @param decisions what they may decide
 * @param form what they fill in with their decision; its conditions may ask for {@link Condition#DECISION}
 * @param slots what they attach
 * @param workingDays deadline in working days, 0 for none
 * @param silence the regulation by which silence beyond the deadline is acceptance; blank if there is none
 * @param claimable true if one of several officers may take it up, so that the others do not see it for a while
 * @param handOver ids of the offices to which the office that has it may hand it over
 * @param sameReviewer true if whoever decided the step before, at an office of another level, may decide this one too
 * @param waiting the state of the case while the step waits
 * @param correctors who may be asked to correct after a return; the first is the usual one
 * @param guards rules that are checked before a decision that advances takes effect
 * @param effects what happens when the step is done
 */
public record Step(
        String id,
        String title,
        Mode mode,
        List<Actor> actors,
        List<DecisionOption> decisions,
        Form form,
        List<Slot> slots,
        int workingDays,
        String silence,
        boolean claimable,
        List<String> handOver,
        boolean sameReviewer,
        Stage waiting,
        List<Corrector> correctors,
        List<Guard> guards,
        List<Effect> effects)
        implements Chain {

    /** How many of a step's actors must agree. */
    public enum Mode {
        /** The first decision of any of them is the step's. */
        ANY_OF,
        /** All must advance it; the first return or refusal ends the round. */
        ALL_OF
    }

    public Step {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(mode);
        actors = List.copyOf(actors);
        decisions = List.copyOf(decisions);
        Objects.requireNonNull(form);
        slots = List.copyOf(slots);
        Objects.requireNonNull(silence);
        handOver = List.copyOf(handOver);
        Objects.requireNonNull(waiting);
        correctors = List.copyOf(correctors);
        guards = List.copyOf(guards);
        effects = List.copyOf(effects);
    }

    /** A step that one actor takes. */
    public static Step step(String id, String title, Actor actor) {
        return anyOf(id, title, actor);
    }

    /** A step at which the first of several actors decides. */
    public static Step anyOf(String id, String title, Actor... actors) {
        return of(id, title, Mode.ANY_OF, actors);
    }

    /** A step at which all actors must agree. */
    public static Step allOf(String id, String title, Actor... actors) {
        return of(id, title, Mode.ALL_OF, actors);
    }

    private static Step of(String id, String title, Mode mode, Actor... actors) {
        return new Step(
                id,
                title,
                mode,
                List.of(actors),
                List.of(DecisionOption.approve("同意"), DecisionOption.sendBack("退回")),
                Form.EMPTY,
                List.of(),
                0,
                "",
                true,
                List.of(),
                false,
                new Stage(CaseState.IN_REVIEW, "待" + title),
                List.of(Corrector.applicant("申请材料", "退回")),
                List.of(),
                List.of());
    }

    @Override
    public Stream<Step> steps() {
        return Stream.of(this);
    }

    /** What the actors may decide, instead of 同意 and 退回. */
    public Step decisions(DecisionOption... options) {
        return with(draft -> draft.decisions = List.of(options));
    }

    /** What the actors fill in, after what is already asked. */
    public Step form(Field... fields) {
        return with(draft -> draft.form = draft.form.section("", fields));
    }

    /** A tick without which an advancing decision is refused. */
    public Step mustTick(String fieldId, String label, String refusal) {
        String[] advancing = Arrays.stream(Decision.values())
                .filter(decision -> decision.outcome() == Decision.Outcome.ADVANCE)
                .map(Enum::name)
                .toArray(String[]::new);
        return form(Fields.tick(fieldId, label, refusal).requiredWhen(Condition.is(Condition.DECISION, advancing)));
    }

    /** What the actors attach; slots with a seal bring their ticks into the form. */
    public Step attach(Slot... added) {
        return with(draft -> draft.slots = more(draft.slots, List.of(added)));
    }

    /** The deadline. */
    public Step within(int days) {
        return with(draft -> draft.workingDays = days);
    }

    /**
     * Silence beyond the deadline is acceptance: the first decision that advances the step is then taken in the name of the law.
     *
     * @param regulation the regulation that says so
     */
    public Step silenceAccepts(String regulation) {
        return with(draft -> draft.silence = regulation);
    }

    /** Nobody takes it up for himself: it stays before all officers of the office until it is decided. */
    public Step notClaimable() {
        return with(draft -> draft.claimable = false);
    }

    /** The offices to which the office that has it may hand it over (移交). */
    public Step handOverTo(String... officeIds) {
        return with(draft -> draft.handOver = List.of(officeIds));
    }

    /** Whoever decided the step before may decide this one too, though its office is of another level (APR-05). */
    public Step bySameReviewer() {
        return with(draft -> draft.sameReviewer = true);
    }

    /** The state of the case while the step waits. */
    public Step waiting(CaseState state, String label) {
        return with(draft -> draft.waiting = new Stage(state, label));
    }

    /** Who may be asked to correct, the usual one first. */
    public Step correctedBy(Corrector... values) {
        return with(draft -> draft.correctors = List.of(values));
    }

    /** Rules of this step alone. */
    public Step guard(Guard... added) {
        return with(draft -> draft.guards = more(draft.guards, List.of(added)));
    }

    /** What happens when the step is done, after what is already declared. */
    public Step then(Effect... added) {
        return with(draft -> draft.effects = more(draft.effects, List.of(added)));
    }

    public Optional<DecisionOption> decision(Decision decision) {
        return decisions.stream()
                .filter(option -> option.decision() == decision)
                .findFirst();
    }

    /** True if silence beyond the deadline is acceptance. */
    public boolean acceptOnSilence() {
        return !silence.isBlank();
    }

    /** True if a party, not an office, takes this step. */
    public boolean isTakenByParty() {
        return actors.stream().allMatch(Actor::isParty);
    }

    private static <T> List<T> more(List<T> some, List<T> added) {
        return Stream.concat(some.stream(), added.stream()).toList();
    }

    private Step with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.step();
    }

    /** A copy of a step that may still change. */
    private static final class Draft {
        private final Step origin;
        private List<DecisionOption> decisions;
        private Form form;
        private List<Slot> slots;
        private int workingDays;
        private String silence;
        private boolean claimable;
        private List<String> handOver;
        private boolean sameReviewer;
        private Stage waiting;
        private List<Corrector> correctors;
        private List<Guard> guards;
        private List<Effect> effects;

        Draft(Step step) {
            origin = step;
            decisions = step.decisions;
            form = step.form;
            slots = step.slots;
            workingDays = step.workingDays;
            silence = step.silence;
            claimable = step.claimable;
            handOver = step.handOver;
            sameReviewer = step.sameReviewer;
            waiting = step.waiting;
            correctors = step.correctors;
            guards = step.guards;
            effects = step.effects;
        }

        Step step() {
            return new Step(
                    origin.id,
                    origin.title,
                    origin.mode,
                    origin.actors,
                    decisions,
                    form,
                    slots,
                    workingDays,
                    silence,
                    claimable,
                    handOver,
                    sameReviewer,
                    waiting,
                    correctors,
                    guards,
                    effects);
        }
    }
}
