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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Stage;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.CaseLine;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.LogEntry;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.internal.attachments.Attachments;
import org.zhijian.core.internal.chain.WorkingDays;
import org.zhijian.core.internal.form.Labels;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.modules.DefinitionStore;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.modules.Modules.Behaviour;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.EventEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/** Shows cases and tasks as one caller may see them. One for each transaction; not thread-safe. */
final class CaseReader {
    private final EntityManager em;
    private final Time time;
    private final Modules modules;
    private final DefinitionStore definitions;
    private final Attachments attachments;
    private final FactsFinder facts;

    CaseReader(EntityManager em, Time time, Modules modules, DefinitionStore definitions, Attachments attachments) {
        this.em = em;
        this.time = time;
        this.modules = modules;
        this.definitions = definitions;
        this.attachments = attachments;
        this.facts = new FactsFinder(em, time);
    }

    FactsFinder facts() {
        return facts;
    }

    /** The case, if the caller may see it. @throws Refusal 404 if not */
    CaseEntity require(Caller caller, String caseId) {
        Admission.require(caller);
        CaseEntity entity = em.find(CaseEntity.class, caseId);
        if (entity == null
                || !CasePolicy.maySee(entity, facts.tasks(caseId), modules.descriptor(entity.jurisdiction()), caller)) {
            throw Refusal.notFound();
        }
        return entity;
    }

    Procedure definition(CaseEntity entity) {
        return definitions.definition(em, entity.definition());
    }

    CaseView view(Caller caller, CaseEntity entity) {
        Procedure definition = definition(entity);
        List<TaskEntity> tasks = facts.tasks(entity.id());
        FormData form = Json.form(entity.form());
        Map<String, FormData> stepForms = stepForms(definition, tasks);
        Set<CaseView.Act> acts = CasePolicy.acts(entity, tasks, definition.withdrawal(), caller);
        List<TaskEntity> open =
                tasks.stream().filter(task -> task.state() == TaskState.OPEN).toList();
        Set<String> mine = open.stream()
                .filter(task -> CasePolicy.isMine(task, caller))
                .map(TaskEntity::id)
                .collect(Collectors.toSet());
        return new CaseView(
                line(entity, definition),
                definition,
                entity.definition(),
                entity.round(),
                form,
                stepForms,
                labels(definition, entity, form, stepForms),
                changedFields(entity, form),
                attachments.all(em, entity.id()).stream().map(attachments::view).toList(),
                StepBar.of(definition, form, entity, tasks, facts.directory()),
                open.stream().map(task -> line(task, entity, definition)).toList(),
                mine,
                log(entity.id()),
                findings(entity, acts, mine),
                acts,
                Objects.requireNonNullElse(entity.verificationCode(), ""));
    }

    CaseLine line(CaseEntity entity) {
        return line(entity, definition(entity));
    }

    private static CaseLine line(CaseEntity entity, Procedure definition) {
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
                entity.changedAt());
    }

    TaskLine line(TaskEntity task, CaseEntity entity) {
        return line(task, entity, definition(entity));
    }

    private TaskLine line(TaskEntity task, CaseEntity entity, Procedure definition) {
        boolean limited = !task.dueOn().equals(WorkingDays.NO_DEADLINE);
        Integer left = limited ? WorkingDays.left(time.today(), task.dueOn()) : null;
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
                task.since(),
                limited ? task.dueOn() : null,
                left,
                task.state() == TaskState.OPEN && left != null && left < 0);
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
        Procedure live = modules.behaviour(entity.jurisdiction(), entity.procedure(), entity.definition())
                .map(Modules.Behaviour::procedure)
                .orElse(definition);
        Map<String, String> labels = new HashMap<>(Labels.of(live.applicantForm(), form, seen));
        stepForms.forEach((id, data) -> live.step(id).ifPresent(step -> Labels.of(Procedure.formOf(step), data, seen)
                .forEach((field, label) -> labels.put(id + "." + field, label))));
        return labels;
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

    private List<LogEntry> log(String caseId) {
        return em
                .createQuery("select e from EventEntity e where e.stream = :case order by e.seq", EventEntity.class)
                .setParameter("case", caseId)
                .getResultList()
                .stream()
                .filter(event -> !event.action().startsWith("READ"))
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

    private Optional<Behaviour> behaviour(CaseEntity entity) {
        return modules.behaviour(entity.jurisdiction(), entity.procedure(), entity.definition());
    }

    List<AttachmentView> attachmentsOf(String caseId, String step) {
        return attachments.current(em, caseId).stream()
                .filter(attachment -> step.equals(attachment.step()))
                .map(attachments::view)
                .toList();
    }
}
