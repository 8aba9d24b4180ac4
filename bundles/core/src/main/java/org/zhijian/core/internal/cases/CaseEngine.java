package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Corrector;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts.Judgement;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.procedure.Effect;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.registration.Newcomer;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.cases.Supplement;
import org.zhijian.core.internal.chain.ChainWalk;
import org.zhijian.core.internal.chain.WorkingDays;
import org.zhijian.core.internal.identity.Newcomers;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.modules.Modules.Behaviour;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.entity.AttachmentEntity;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.RegistrationEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/**
 * Moves one case along its chain, inside the transaction that holds the lock on it. What may be done has been checked before; the engine does
 * it. One for each act; not thread-safe.
 */
final class CaseEngine {
    private final EntityManager em;
    private final FactsFinder facts;
    private final Time time;
    private final Behaviour behaviour;
    private final Procedure procedure;
    private final CaseEntity entity;
    private final CaseLog log;
    private final WorkingDays days;
    private final CaseNews news;
    private final Instant now;

    CaseEngine(
            EntityManager em,
            FactsFinder facts,
            Time time,
            WorkingDays days,
            Behaviour behaviour,
            CaseEntity entity,
            Caller caller) {
        this.em = em;
        this.facts = facts;
        this.time = time;
        this.days = days;
        this.behaviour = behaviour;
        this.procedure = behaviour.procedure();
        this.entity = entity;
        this.now = time.now();
        this.log = new CaseLog(em, entity, caller, now);
        this.news = new CaseNews(em, now, procedure, entity, facts);
    }

    /** The applicant hands the case in, for the first time or corrected. */
    void submit() {
        boolean again = entity.state() == CaseState.TO_MODIFY;
        Facts submitting = facts.ofCase(entity, Moment.SUBMITTING, Optional.empty());
        if (entity.submittedAt() == null) {
            facts.noTasks(entity.id());
            Subjects.begin(em, entity, Subjects.of(entity.jurisdiction(), procedure, submitting));
        } else {
            Subjects.keep(em, entity, Subjects.of(entity.jurisdiction(), procedure, submitting));
        }
        entity.corrector(null);
        entity.supplement(null);
        entity.submittedAt(now);
        log.add(
                again ? "RESUBMIT" : "SUBMIT",
                (again ? "重新" : "") + procedure.words().submit(),
                "",
                "",
                formDigest());
        apply(procedure.submitted(), submitting);
        if (again) {
            apply(procedure.resubmitted(), submitting);
        }
        begin(submitting);
        news.submitted(again ? "RESUBMIT" : "SUBMIT");
    }

    /**
     * A submission begins at the first step that has to be taken. Steps of parties at the front that are still good are passed; a review
     * always is taken anew.
     */
    private void begin(Facts submitting) {
        List<String> passed = new ArrayList<>();
        Optional<Step> first = ChainWalk.from(procedure.chain(), branch -> holds(branch, submitting))
                .dropWhile(step -> step.isTakenByParty() && isStillGood(step) && passed.add(step.id()))
                .findFirst();
        entity.route(passed);
        first.ifPresentOrElse(this::enter, this::close);
    }

    private boolean holds(Chain.Branch branch, Facts seen) {
        return ModuleCode.call(entity.jurisdiction(), "a choice", () -> branch.holds(seen));
    }

    /** An inherited entry is taken over as it stands: what the chain would review has been reviewed long ago. */
    void takeOver() {
        Facts submitting = facts.ofCase(entity, Moment.SUBMITTING, Optional.empty());
        entity.submittedAt(now);
        log.add("IMPORT", "导入", "", "", formDigest());
        apply(procedure.submitted(), submitting);
        close();
    }

    /** What the chain would look at has been shown already: the case comes to its end as it is handed in. */
    void submitProven() {
        Facts submitting = facts.ofCase(entity, Moment.SUBMITTING, Optional.empty());
        entity.submittedAt(now);
        log.add("SUBMIT", "提交", "", "", formDigest());
        apply(procedure.submitted(), submitting);
        log.add("PROVEN", "核验通过", "", "", Map.of());
        close();
    }

    private Map<String, ?> formDigest() {
        return Map.of("form", Hashes.sha256(entity.form()));
    }

    /** The applicant takes the case back, and it has ended. */
    void withdraw() {
        withdraw(CaseState.WITHDRAWN, CaseState.WITHDRAWN.title());
    }

    /** The applicant takes the case back and may hand it in anew: what the reviewers saw stays as a round of its own. */
    void withdrawToDraft() {
        FormData form = Json.form(entity.form());
        withdraw(CaseState.DRAFT, procedure.words().draft());
        entity.round(entity.round() + 1);
        entity.formBefore(Json.write(form));
    }

    private void withdraw(CaseState state, String label) {
        closeOpenTasks();
        leave(state, label);
        log.add("WITHDRAW", "撤回", "", "", Map.of());
        apply(procedure.ended(), facts.ofCase(entity, Moment.DECIDING, Optional.empty()));
        news.withdrawn();
    }

    /** Somebody is told once for all what is missing, with {@link #decide}. */
    void supplement(Supplement supplement) {
        entity.supplement(Json.write(supplement));
    }

    /** An actor decides. {@code form} is the normalised form of the step. */
    void decide(TaskEntity task, Step step, DecisionOption option, String opinion, FormData form, Corrector corrector) {
        Decision decision = option.decision();
        task.state(TaskState.DONE);
        task.decision(decision.name());
        task.decidedBy(log.accountId());
        task.deciderName(log.actor());
        task.decidedAt(now);
        task.form(form.values().isEmpty() ? null : Json.write(form));
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("task", task.id());
        detail.put("form", form.values());
        if (decision == Decision.SUPPLEMENT) {
            detail.put("supplement", entity.supplement());
        }
        log.add(decision.name(), option.title(), step.id(), opinion, detail);
        Judgement judgement = new Judgement(step.id(), decision, opinion, form);
        switch (decision.outcome()) {
            case ADVANCE -> advance(step, judgement);
            case CORRECT -> sendBack(corrector, judgement);
            case END -> refuse(option, judgement);
        }
        news.decided(judgement, step.title(), option.title());
    }

    private void advance(Step step, Judgement judgement) {
        boolean othersMustAgree =
                step.mode() == Step.Mode.ALL_OF && !openTasks().isEmpty();
        if (othersMustAgree) {
            return;
        }
        closeOpenTasks();
        entity.corrector(null);
        Facts deciding = facts.ofCase(entity, Moment.DECIDING, Optional.of(judgement));
        apply(step.effects(), deciding);
        ChainWalk.after(procedure.chain(), step.id(), branch -> holds(branch, deciding))
                .findFirst()
                .ifPresentOrElse(this::enter, this::close);
    }

    private void sendBack(Corrector corrector, Judgement judgement) {
        closeOpenTasks();
        apply(procedure.returned(), facts.ofCase(entity, Moment.DECIDING, Optional.of(judgement)));
        entity.round(entity.round() + 1);
        entity.formBefore(entity.form());
        entity.corrector(corrector.to());
        entity.step(null);
        if (!corrector.to().equals(Corrector.APPLICANT)) {
            entity.route(entity.route().stream()
                    .takeWhile(passed -> !passed.equals(corrector.to()))
                    .toList());
            enter(procedure.step(corrector.to()).orElseThrow());
        }
        entity.state(CaseState.TO_MODIFY);
        entity.stateLabel(corrector.label());
    }

    private void refuse(DecisionOption option, Judgement judgement) {
        closeOpenTasks();
        Optional.ofNullable(em.find(RegistrationEntity.class, entity.id())).ifPresent(em::remove);
        leave(CaseState.REJECTED, option.title());
        apply(procedure.ended(), facts.ofCase(entity, Moment.DECIDING, Optional.of(judgement)));
    }

    /** Whoever takes a step that somebody else took last, as where the applicant has named another firm, begins with empty slots. */
    private void putAwayWhatOthersBrought(Step step, Set<Assignee> assignees) {
        boolean others = facts.tasks(entity.id()).stream()
                .filter(task -> task.step().equals(step.id()))
                .reduce((before, last) -> last)
                .filter(last -> !assignees.contains(CasePolicy.assignee(last)))
                .isPresent();
        if (others) {
            em.createQuery(
                            "select a from AttachmentEntity a where a.caseId = :case and a.step = :step and a.current = true",
                            AttachmentEntity.class)
                    .setParameter("case", entity.id())
                    .setParameter("step", step.id())
                    .getResultList()
                    .forEach(brought -> brought.replacedIn(entity.round()));
        }
    }

    private void enter(Step step) {
        Set<Assignee> assignees = route(step, facts.ofCase(entity, Moment.DECIDING, Optional.empty()));
        putAwayWhatOthersBrought(step, assignees);
        for (Assignee assignee : assignees) {
            TaskEntity task = new TaskEntity(
                    Ids.next(),
                    entity.id(),
                    entity.jurisdiction(),
                    entity.procedure(),
                    step.id(),
                    step.title(),
                    entity.round(),
                    assignee.kind().name(),
                    assignee.id(),
                    name(assignee),
                    now,
                    deadline(step));
            task.state(TaskState.OPEN);
            em.persist(task);
            facts.add(task);
        }
        entity.step(step.id());
        entity.route(
                Stream.concat(entity.route().stream(), Stream.of(step.id())).toList());
        entity.state(step.waiting().state());
        entity.stateLabel(step.waiting().label());
    }

    private LocalDate deadline(Step step) {
        return step.workingDays() == 0 ? WorkingDays.NO_DEADLINE : days.after(time.today(), daysFor(step));
    }

    /** The clock of a step that sent the case back stood while somebody corrected: what was left then is left now, a day at least. */
    private int daysFor(Step step) {
        List<TaskEntity> before = facts.tasks(entity.id()).stream()
                .filter(task -> task.step().equals(step.id()))
                .toList();
        int lastRound = before.stream().mapToInt(TaskEntity::round).max().orElse(0);
        return before.stream()
                .filter(task -> task.round() == lastRound && task.state() == TaskState.DONE)
                .filter(task -> CasePolicy.decision(task).outcome() == Decision.Outcome.CORRECT)
                .findFirst()
                .map(task -> Math.max(1, days.left(LocalDate.ofInstant(task.decidedAt(), Time.CHINA), task.dueOn())))
                .orElse(step.workingDays());
    }

    /** Who takes the step; actors that turn out to be the same take it once. */
    private Set<Assignee> route(Step step, Facts seen) {
        return ModuleCode.call(entity.jurisdiction(), "routing of step " + step.id(), () -> {
            Set<Assignee> assignees = new LinkedHashSet<>();
            step.actors().forEach(actor -> assignees.add(actor.routing().route(seen)));
            return assignees;
        });
    }

    private String name(Assignee assignee) {
        Optional<String> name =
                switch (assignee.kind()) {
                    case OFFICE -> officeName(assignee.id());
                    case ORGANISATION ->
                        facts.directory().organisation(assignee.id()).map(organisation -> organisation.name());
                    case PERSON -> facts.directory().person(assignee.id()).map(person -> person.name());
                };
        return name.orElseGet(() -> ModuleCode.call(entity.jurisdiction(), "routing", () -> {
            throw new IllegalStateException("a step was routed to nobody: " + assignee);
        }));
    }

    /** The name that the module gives its office, else the one that the directory knows. */
    private Optional<String> officeName(String id) {
        return behaviour.descriptor().offices().stream()
                .filter(office -> office.id().equals(id))
                .findFirst()
                .or(() -> facts.directory().office(id))
                .map(office -> office.name());
    }

    /** A party's step need not be taken again if the same parties took it and nobody sent it back since. */
    private boolean isStillGood(Step step) {
        List<TaskEntity> taken = facts.tasks(entity.id()).stream()
                .filter(task -> task.step().equals(step.id()) && task.state() == TaskState.DONE)
                .toList();
        if (taken.isEmpty()) {
            return false;
        }
        int lastRound = taken.stream().mapToInt(TaskEntity::round).max().orElseThrow();
        List<TaskEntity> last =
                taken.stream().filter(task -> task.round() == lastRound).toList();
        Facts routing = facts.ofCase(entity, Moment.SUBMITTING, Optional.empty());
        Set<Assignee> wanted = route(step, routing);
        Set<Assignee> took = new LinkedHashSet<>();
        last.forEach(task -> took.add(CasePolicy.assignee(task)));
        boolean sameParties = step.mode() == Step.Mode.ALL_OF ? took.equals(wanted) : wanted.containsAll(took);
        return sameParties
                && last.stream().allMatch(task -> CasePolicy.decision(task).outcome() == Decision.Outcome.ADVANCE);
    }

    private List<TaskEntity> openTasks() {
        return facts.tasks(entity.id()).stream()
                .filter(task -> task.state() == TaskState.OPEN)
                .toList();
    }

    private void closeOpenTasks() {
        for (TaskEntity task : openTasks()) {
            task.state(TaskState.VOID);
            task.decidedAt(now);
            task.deciderName(log.actor());
        }
    }

    private void close() {
        leave(procedure.closing().state(), procedure.closing().label());
        behaviour.descriptor().registration(procedure.id()).ifPresent(this::open);
    }

    /** A registration has come to its end: the organisation or person becomes known, and is the applicant of its own case from now on. */
    private void open(Registration registration) {
        RegistrationEntity kept = em.find(RegistrationEntity.class, entity.id());
        Newcomer newcomer = RegistrationChecks.newcomer(entity.jurisdiction(), registration, Json.form(entity.form()));
        Newcomers newcomers = new Newcomers(em);
        List<Violation> problems = newcomers.problems(entity.jurisdiction(), registration, newcomer);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        Newcomers.Owner owner =
                newcomers.takeIn(entity.jurisdiction(), registration, newcomer, kept.passwordHash(), log.caller(), now);
        em.remove(kept);
        entity.applicant(owner.kind().name(), owner.id(), owner.name());
        apply(registration.opened(), facts.ofCase(entity, Moment.DECIDING, Optional.empty()));
    }

    private void leave(CaseState state, String label) {
        entity.state(state);
        entity.stateLabel(label);
        entity.step(null);
        entity.corrector(null);
        entity.formBefore(null);
        entity.supplement(null);
        Subjects.forget(em, entity.id());
        if (!state.isOpen()) {
            facts.tasks(entity.id()).forEach(task -> task.caseEndedAt(now));
        }
    }

    private void apply(List<Effect> effects, Facts seen) {
        CaseChanges changes =
                new CaseChanges(em, entity.jurisdiction(), entity.id(), log.office(), now, Optional.of(log.caller()));
        ModuleCode.run(
                entity.jurisdiction(),
                "an effect of " + procedure.id(),
                () -> effects.forEach(effect -> effect.apply(seen, changes)));
        Map<String, ?> told = changes.told();
        if (!told.isEmpty()) {
            log.note("EFFECT", "业务生效", told);
        }
    }
}
