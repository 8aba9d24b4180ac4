package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Stage;
import org.zhijian.api.chain.Step;
import org.zhijian.api.directory.Office;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.CaseLine;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.CoReview;
import org.zhijian.core.cases.LogEntry;
import org.zhijian.core.cases.Supplement;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.internal.attachments.Attachments;
import org.zhijian.core.internal.calendar.Calendars;
import org.zhijian.core.internal.chain.WorkingDays;
import org.zhijian.core.internal.form.Labels;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.modules.DefinitionStore;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.modules.Modules.Behaviour;
import org.zhijian.core.internal.privacy.PersonalFields;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Held;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.entity.AttachmentEntity;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.EventEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/** Shows cases and tasks as one caller may see them. One for each transaction; not thread-safe. */
final class CaseReader {
    /** Acts that concern the officers alone. */
    private static final Set<String> INTERNAL =
            Set.of("CLAIM", "RELEASE", "REASSIGN", "OVERDUE", CoReviewService.ASKED, "GIVE_OPINION");

    private final EntityManager em;
    private final Time time;
    private final Modules modules;
    private final DefinitionStore definitions;
    private final Attachments attachments;
    private final Calendars calendars;
    private final Deputies deputies;
    private final FactsFinder facts;

    CaseReader(
            EntityManager em,
            Time time,
            Modules modules,
            DefinitionStore definitions,
            Attachments attachments,
            Calendars calendars,
            Deputies deputies) {
        this.em = em;
        this.time = time;
        this.modules = modules;
        this.definitions = definitions;
        this.attachments = attachments;
        this.calendars = calendars;
        this.deputies = deputies;
        this.facts = FactsFinder.of(em, time, modules);
    }

    FactsFinder facts() {
        return facts;
    }

    /** The case, if the caller may see it. @throws Refusal 404 if not */
    CaseEntity require(Caller caller, String caseId) {
        Admission.require(caller);
        CaseEntity entity = Held.find(em, CaseEntity.class, caseId);
        if (entity == null || !maySee(caller, entity)) {
            throw Refusal.notFound();
        }
        return entity;
    }

    boolean maySee(Caller caller, CaseEntity entity) {
        Caller acting = deputies.everywhere(em, caller).caller();
        return CasePolicy.maySee(entity, facts.tasks(entity.id()), modules.descriptor(entity.jurisdiction()), acting)
                || caller.jurisdiction().equals(entity.jurisdiction())
                        && CoReviewService.ofCase(em, entity.id()).stream()
                                .anyMatch(review -> review.accountId().equals(caller.accountId()));
    }

    /** Whether a caller who may see the case may see this of its materials. */
    boolean maySee(Caller caller, CaseEntity entity, AttachmentEntity attachment) {
        return CasePolicy.maySee(attachment, entity, facts.tasks(entity.id()), caller);
    }

    Procedure definition(CaseEntity entity) {
        return definitions.definition(em, entity.definition());
    }

    /** The case, with personal numbers masked but for what the caller may fill in. */
    CaseView view(Caller caller, CaseEntity entity) {
        return view(caller, entity, false);
    }

    /** The case with everything in clear. */
    CaseView clearView(Caller caller, CaseEntity entity) {
        return view(caller, entity, true);
    }

    private CaseView view(Caller caller, CaseEntity entity, boolean clear) {
        Procedure definition = definition(entity);
        List<TaskEntity> tasks = facts.tasks(entity.id());
        FormData form = facts.form(entity);
        Map<String, FormData> stepForms = stepForms(definition, tasks);
        Set<CaseView.Act> acts = CasePolicy.acts(entity, tasks, definition.withdrawal(), caller);
        List<TaskEntity> open =
                tasks.stream().filter(task -> task.state() == TaskState.OPEN).toList();
        Deputies.Acting acting = deputies.everywhere(em, caller);
        Set<String> mine = open.stream()
                .filter(task -> CasePolicy.isMine(task, acting.caller()))
                .map(TaskEntity::id)
                .collect(Collectors.toSet());
        List<EventEntity> events = events(entity);
        FormData shown = form;
        Map<String, FormData> shownSteps = stepForms;
        if (!clear) {
            Set<String> mySteps = open.stream()
                    .filter(task -> mine.contains(task.id()))
                    .map(TaskEntity::step)
                    .collect(Collectors.toSet());
            shown = acts.contains(CaseView.Act.EDIT) ? form : PersonalFields.hide(definition.applicantForm(), form);
            shownSteps = hide(definition, stepForms, mySteps);
            if (!shown.equals(form) || !shownSteps.equals(stepForms)) {
                acts.add(CaseView.Act.REVEAL);
            }
        }
        return new CaseView(
                line(entity, definition),
                definition,
                entity.definition(),
                entity.round(),
                shown,
                shownSteps,
                labels(definition, entity, form, stepForms),
                changedFields(entity, form),
                attachments(caller, entity),
                StepBar.of(
                        live(entity, definition),
                        holds(entity, form),
                        entity,
                        tasks,
                        office -> officeName(entity, office)),
                open.stream()
                        .map(task -> line(task, entity, definition, acting))
                        .toList(),
                mine,
                log(events, caller),
                findings(entity, acts, mine),
                Optional.ofNullable(entity.supplement()).map(json -> Json.read(json, Supplement.class)),
                coReviews(events, entity, definition, caller),
                acts,
                Objects.requireNonNullElse(entity.verificationCode(), ""));
    }

    /** What others filled in at their steps, masked. */
    private static Map<String, FormData> hide(Procedure definition, Map<String, FormData> forms, Set<String> mySteps) {
        Map<String, FormData> shown = new HashMap<>(forms);
        shown.replaceAll((id, data) -> mySteps.contains(id)
                ? data
                : definition
                        .step(id)
                        .map(step -> PersonalFields.hide(Procedure.formOf(step), data))
                        .orElse(data));
        return shown;
    }

    CaseLine line(CaseEntity entity) {
        return line(entity, definition(entity));
    }

    private CaseLine line(CaseEntity entity, Procedure definition) {
        String step = entity.step() == null
                ? ""
                : definition.step(entity.step()).map(Step::title).orElse("");
        return new CaseLine(
                entity.id(),
                entity.number(),
                entity.jurisdiction(),
                entity.procedure(),
                definition.title(),
                entity.applicantName(),
                new Stage(entity.state(), entity.stateLabel()),
                step,
                entity.createdAt(),
                entity.submittedAt(),
                entity.changedAt(),
                told(entity, definition));
    }

    /** The fields that lists of this matter show, as people read them. */
    private List<CaseLine.Told> told(CaseEntity entity, Procedure definition) {
        if (definition.listed().isEmpty()) {
            return List.of();
        }
        FormData form = PersonalFields.hide(definition.applicantForm(), Json.form(entity.form()));
        Form live = live(entity, definition).form();
        List<Field> fields = definition.listed().stream()
                .flatMap(id -> live.field(id).stream())
                .toList();
        Form shown = Form.of(fields.toArray(Field[]::new));
        Facts seen = facts.ofCase(entity, form, Moment.FILLING, Optional.empty());
        Map<String, String> labels = asked(entity, "choices", () -> Labels.of(shown, form, seen));
        return fields.stream()
                .map(field -> new CaseLine.Told(
                        field.id(), field.label(), labels.getOrDefault(field.id(), form.text(field.id()))))
                .toList();
    }

    /** The task as the caller sees it. */
    TaskLine line(TaskEntity task, Caller caller) {
        return line(task, em.find(CaseEntity.class, task.caseId()), deputies.everywhere(em, caller));
    }

    TaskLine line(TaskEntity task, CaseEntity entity, Deputies.Acting acting) {
        return line(task, entity, definition(entity), acting);
    }

    private TaskLine line(TaskEntity task, CaseEntity entity, Procedure definition, Deputies.Acting acting) {
        boolean limited = !task.dueOn().equals(WorkingDays.NO_DEADLINE);
        Integer left = limited ? calendars.of(em, task.jurisdiction()).left(time.today(), task.dueOn()) : null;
        return new TaskLine(
                task.id(),
                entity.id(),
                entity.number(),
                entity.jurisdiction(),
                entity.procedure(),
                definition.title(),
                entity.applicantName(),
                task.step(),
                task.title(),
                task.assigneeName(),
                new Stage(entity.state(), entity.stateLabel()),
                entity.submittedAt(),
                task.since(),
                limited ? task.dueOn() : null,
                left,
                task.state() == TaskState.OPEN && left != null && left < 0,
                handling(task, definition, acting));
    }

    private TaskLine.Handling handling(TaskEntity task, Procedure definition, Deputies.Acting acting) {
        boolean claimed = task.state() == TaskState.OPEN && task.isClaimed(time.now());
        String decision = task.state() == TaskState.DONE
                ? definition
                        .step(task.step())
                        .flatMap(step -> step.decision(CasePolicy.decision(task)))
                        .map(DecisionOption::title)
                        .orElse("")
                : CasePolicy.wasHandedOver(task) ? "移交" : "";
        return new TaskLine.Handling(
                claimed ? task.claimerName() : "",
                claimed ? task.claimedUntil() : null,
                claimed && acting.accounts().contains(task.claimedBy()),
                acting.principalOf(task, time.now()),
                task.deciderName() == null ? "" : task.deciderName(),
                task.decidedAt(),
                decision);
    }

    /** What the actors of the steps filled in last, where they filled in anything. */
    private static Map<String, FormData> stepForms(Procedure definition, List<TaskEntity> tasks) {
        Map<String, FormData> forms = new HashMap<>();
        tasks.stream()
                .filter(task -> task.form() != null && task.state() == TaskState.DONE)
                .filter(task -> CasePolicy.decision(task).outcome() == Decision.Outcome.ADVANCE)
                .sorted(java.util.Comparator.comparing(TaskEntity::decidedAt))
                .forEach(task -> forms.put(task.step(), Json.form(task.form())));
        return forms;
    }

    private Map<String, String> labels(
            Procedure definition, CaseEntity entity, FormData form, Map<String, FormData> stepForms) {
        Facts seen = facts.ofCase(entity, form, Moment.FILLING, Optional.empty());
        Procedure live = live(entity, definition);
        return asked(entity, "choices", () -> {
            Map<String, String> labels = new HashMap<>(Labels.of(live.applicantForm(), form, seen));
            stepForms.forEach(
                    (id, data) -> live.step(id).ifPresent(step -> Labels.of(Procedure.formOf(step), data, seen)
                            .forEach((field, label) -> labels.put(id + "." + field, label))));
            return labels;
        });
    }

    /** The definition with the code that belongs to it, while that runs. */
    private Procedure live(CaseEntity entity, Procedure definition) {
        return behaviour(entity).map(Behaviour::procedure).orElse(definition);
    }

    private static Set<String> changedFields(CaseEntity entity, FormData form) {
        if (entity.formBefore() == null) {
            return Set.of();
        }
        FormData before = Json.form(entity.formBefore());
        Set<String> changed = new HashSet<>();
        Stream.concat(form.values().keySet().stream(), before.values().keySet().stream())
                .filter(id -> !form.value(id).equals(before.value(id)))
                .forEach(changed::add);
        return changed;
    }

    /** The log, from memory where this transaction has written all of it. */
    private List<EventEntity> events(CaseEntity entity) {
        List<EventEntity> written = IntStream.rangeClosed(1, entity.eventSeq())
                .mapToObj(seq -> Held.known(em, EventEntity.class, new EventEntity.Key(entity.id(), seq)))
                .flatMap(Optional::stream)
                .toList();
        return written.size() == entity.eventSeq() ? written : eventsOf(entity.id());
    }

    private List<EventEntity> eventsOf(String caseId) {
        return em.createQuery("select e from EventEntity e where e.stream = :case order by e.seq", EventEntity.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /** What the parties read; officers read also how they passed it among themselves. */
    private static List<LogEntry> log(List<EventEntity> events, Caller caller) {
        return events.stream()
                .filter(event -> CaseLog.isTold(event.action()))
                .filter(event -> caller.kind() == Caller.Kind.OFFICE || !INTERNAL.contains(event.action()))
                .map(event -> new LogEntry(
                        event.seq(),
                        event.at(),
                        event.actor(),
                        event.title(),
                        event.opinion(),
                        event.step(),
                        event.round()))
                .toList();
    }

    /** The log tells whether there are any. */
    private List<CoReview> coReviews(List<EventEntity> events, CaseEntity entity, Procedure definition, Caller caller) {
        boolean asked = caller.kind() == Caller.Kind.OFFICE
                && events.stream().anyMatch(event -> event.action().equals(CoReviewService.ASKED));
        return asked ? coReviews(entity, definition, caller) : List.of();
    }

    List<CoReview> coReviews(CaseEntity entity, Procedure definition, Caller caller) {
        return CoReviewService.ofCase(em, entity.id()).stream()
                .map(review -> CoReviewService.view(review, entity, definition.title(), caller))
                .toList();
    }

    /** What the rules say now, to those who can still do something about it. */
    private List<Finding> findings(CaseEntity entity, Set<CaseView.Act> acts, Set<String> myTasks) {
        if (acts.contains(CaseView.Act.EDIT)) {
            return behaviour(entity)
                    .map(behaviour -> ofEditing(entity, behaviour))
                    .orElse(List.of());
        }
        return myTasks.isEmpty() ? List.of() : findingsForReview(entity);
    }

    private List<Finding> ofEditing(CaseEntity entity, Behaviour behaviour) {
        Facts seen = facts.ofCase(entity, Moment.FILLING, Optional.empty());
        List<Finding> findings = new ArrayList<>();
        CaseChecks.ofApplicant(em, attachments, behaviour.procedure(), seen, entity)
                .forEach(violation -> findings.add(CaseChecks.asFinding(violation)));
        findings.addAll(
                CaseChecks.findings(entity.jurisdiction(), behaviour.procedure().guards(), seen));
        return List.copyOf(findings);
    }

    /** What the rules say to whoever judges the case now. Once it has been judged they no longer fit, and nobody asks them. */
    List<Finding> findingsForReview(CaseEntity entity) {
        return behaviour(entity)
                .filter(behaviour -> entity.step() != null
                        && behaviour.procedure().step(entity.step()).orElseThrow().decisions().stream()
                                .anyMatch(option -> option.decision().isJudgement()))
                .map(behaviour -> CaseChecks.findings(
                        entity.jurisdiction(),
                        behaviour.procedure().guards(),
                        facts.ofCase(entity, Moment.DECIDING, Optional.empty())))
                .orElse(List.of());
    }

    /** The name that the running module gives its office, else the one that the directory knows. */
    private Optional<String> officeName(CaseEntity entity, String officeId) {
        return modules.descriptor(entity.jurisdiction())
                .flatMap(descriptor -> descriptor.offices().stream()
                        .filter(office -> office.id().equals(officeId))
                        .findFirst())
                .or(() -> facts.directory().office(officeId))
                .map(Office::name);
    }

    private Predicate<Chain.Branch> holds(CaseEntity entity, FormData form) {
        Facts seen = facts.ofCase(entity, form, Moment.DECIDING, Optional.empty());
        return branch -> asked(entity, "a choice", () -> branch.holds(seen));
    }

    /** Asks the definition as {@link #live} gives it: where that is what was stored, there is no code of the module's in it. */
    private <T> T asked(CaseEntity entity, String place, Supplier<T> code) {
        return behaviour(entity).isPresent() ? ModuleCode.call(entity.jurisdiction(), place, code) : code.get();
    }

    private Optional<Behaviour> behaviour(CaseEntity entity) {
        return modules.behaviour(entity.jurisdiction(), entity.procedure(), entity.definition());
    }

    private List<AttachmentView> attachments(Caller caller, CaseEntity entity) {
        return entity.attachments() == 0
                ? List.of()
                : attachments.all(em, entity.id()).stream()
                        .filter(attachment -> maySee(caller, entity, attachment))
                        .map(attachments::view)
                        .toList();
    }

    /** What was brought to a step and is current, as far as the caller may see it. */
    List<AttachmentView> attachmentsOf(Caller caller, CaseEntity entity, String step) {
        return attachments.current(em, entity.id()).stream()
                .filter(attachment -> step.equals(attachment.step()))
                .filter(attachment -> maySee(caller, entity, attachment))
                .map(attachments::view)
                .toList();
    }
}
