package org.zhijian.core.internal.cases;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.chain.Corrector;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.CaseFacts.Judgement;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Guard;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.cases.TaskView;
import org.zhijian.core.cases.Tasks;
import org.zhijian.core.cases.Upload;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.internal.attachments.Attachments;
import org.zhijian.core.internal.attachments.ReceivedFile;
import org.zhijian.core.internal.form.FormRules;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.modules.DefinitionStore;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.modules.Modules.Behaviour;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/** What actors of steps do. A decision is one transaction that holds the case and all it is about. */
@Component(service = Tasks.class)
public final class TaskService implements Tasks {
    private static final int OPINION_LENGTH = 500;

    private final Transactions transactions;
    private final Writes writes;
    private final Time time;
    private final Modules modules;
    private final DefinitionStore definitions;
    private final Attachments attachments;

    @Activate
    public TaskService(
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Time time,
            @Reference Modules modules,
            @Reference DefinitionStore definitions,
            @Reference Attachments attachments) {
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
        this.modules = modules;
        this.definitions = definitions;
        this.attachments = attachments;
    }

    private CaseReader reader(EntityManager em) {
        return new CaseReader(em, time, modules, definitions, attachments);
    }

    @Override
    public Page<TaskLine> list(Caller caller, TaskQuery query) {
        Admission.require(caller);
        return transactions.read(em -> {
            CaseReader reader = reader(em);
            return TaskSearch.page(em, caller, query, time.today(), reader::line);
        });
    }

    @Override
    public Map<TaskQuery.Box, Integer> counts(Caller caller) {
        Admission.require(caller);
        return transactions.read(em -> {
            Map<TaskQuery.Box, Integer> counts = new EnumMap<>(TaskQuery.Box.class);
            for (TaskQuery.Box box : TaskQuery.Box.values()) {
                counts.put(box, TaskSearch.count(em, caller, box, time.today()));
            }
            return counts;
        });
    }

    @Override
    public TaskView view(Caller caller, String taskId) {
        return transactions.read(em -> {
            CaseReader reader = reader(em);
            TaskEntity task = require(em, caller, taskId);
            CaseEntity entity = em.find(CaseEntity.class, task.caseId());
            Step step = reader.definition(entity).step(task.step()).orElseThrow();
            List<Finding> findings = task.state() == TaskState.OPEN ? reader.findingsForReview(entity) : List.of();
            return new TaskView(
                    reader.line(task, entity), step, reader.attachmentsOf(entity.id(), task.step()), findings);
        });
    }

    /** The task, if it is or was the caller's. */
    private static TaskEntity require(EntityManager em, Caller caller, String taskId) {
        Admission.require(caller);
        TaskEntity task = em.find(TaskEntity.class, taskId);
        if (task == null || !CasePolicy.isMine(task, caller)) {
            throw Refusal.notFound();
        }
        return task;
    }

    /** The case of a task that still waits, locked until the transaction ends. */
    private static CaseEntity lockOpen(EntityManager em, TaskEntity task) {
        CaseEntity entity = em.find(CaseEntity.class, task.caseId(), LockModeType.PESSIMISTIC_WRITE);
        em.refresh(task);
        if (entity == null || task.state() != TaskState.OPEN) {
            throw Refusal.conflict("ALREADY_DECIDED", "该业务已办结，无需重复审核");
        }
        return entity;
    }

    private Behaviour running(CaseEntity entity) {
        return modules.behaviour(entity.jurisdiction(), entity.procedure(), entity.definition())
                .orElseThrow(Refusal::moduleNotRunning);
    }

    @Override
    public CaseView decide(Caller caller, Once once, String taskId, Verdict verdict) {
        Admission.require(caller);
        List<?> identity = List.of(
                taskId, verdict.decision(), verdict.opinion(), verdict.form().values(), verdict.returnTo());
        String caseId = writes.once(caller, once, "decide", identity, em -> {
            TaskEntity task = require(em, caller, taskId);
            CaseEntity entity = lockOpen(em, task);
            decide(em, caller, task, entity, verdict);
            return entity.id();
        });
        return transactions.read(em -> {
            CaseReader reader = reader(em);
            return reader.view(caller, reader.require(caller, caseId));
        });
    }

    private void decide(EntityManager em, Caller caller, TaskEntity task, CaseEntity entity, Verdict verdict) {
        Behaviour behaviour = running(entity);
        Procedure procedure = behaviour.procedure();
        Step step = procedure.step(task.step()).orElseThrow();
        DecisionOption option = step.decision(verdict.decision())
                .orElseThrow(() -> Refusal.invalid(Violation.of(
                        "decision", "DECISION", "当前环节不能作出“" + verdict.decision().title() + "”的决定")));
        String opinion = verdict.opinion().strip();
        FormData asked =
                verdict.form().with(Condition.DECISION, verdict.decision().name());
        FormData form = FormRules.normalise(Procedure.formOf(step), asked).with(Condition.DECISION, null);
        Judgement judgement = new Judgement(step.id(), verdict.decision(), opinion, form);
        FactsFinder finder = new FactsFinder(em, time);
        Facts facts = finder.ofCase(entity, Moment.DECIDING, Optional.of(judgement));
        Subjects.lock(em, Subjects.of(procedure, facts));

        List<Violation> violations = new ArrayList<>(opinionViolations(option, opinion));
        violations.addAll(CaseChecks.ofStep(em, attachments, step, verdict.decision(), form, facts, entity));
        violations.addAll(
                CaseChecks.errors(CaseChecks.findings(entity.jurisdiction(), guards(procedure, step, option), facts)));
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        Corrector corrector = corrector(step, verdict);
        new CaseEngine(em, finder, time, behaviour, entity, caller)
                .decide(task, step, option, opinion, form, corrector);
    }

    private static List<Violation> opinionViolations(DecisionOption option, String opinion) {
        if (option.opinionRequired() && opinion.isBlank()) {
            return List.of(Violation.of("opinion", "APR-04", "请填写意见"));
        }
        return opinion.length() > OPINION_LENGTH
                ? List.of(Violation.of("opinion", "APR-04", "意见不能超过" + OPINION_LENGTH + "个字"))
                : List.of();
    }

    /** Rules run again where a judgement is made (APR-07); a step's own rules whenever it advances. */
    private static List<Guard> guards(Procedure procedure, Step step, DecisionOption option) {
        List<Guard> guards = new ArrayList<>();
        if (option.decision().isJudgement()) {
            guards.addAll(procedure.guards());
        }
        if (option.decision().outcome() == Decision.Outcome.ADVANCE) {
            guards.addAll(step.guards());
        }
        return guards;
    }

    private static Corrector corrector(Step step, Verdict verdict) {
        if (verdict.returnTo().isBlank()) {
            return step.correctors().get(0);
        }
        return step.correctors().stream()
                .filter(corrector -> corrector.to().equals(verdict.returnTo()))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid(Violation.of("returnTo", "DECISION", "不能退回给“" + verdict.returnTo() + "”")));
    }

    @Override
    public AttachmentView attach(Caller caller, Once once, String taskId, Upload upload) {
        Admission.require(caller);
        try (ReceivedFile file = attachments.receive(upload)) {
            List<String> identity = List.of(taskId, upload.slot(), upload.fileName(), file.sha256());
            return writes.once(caller, once, "attachToTask", identity, new TypeReference<AttachmentView>() {}, em -> {
                TaskEntity task = require(em, caller, taskId);
                CaseEntity entity = lockOpen(em, task);
                Step step = running(entity).procedure().step(task.step()).orElseThrow();
                Slot slot = Slot.find(step.slots(), upload.slot())
                        .orElseThrow(() -> CaseService.unknownSlot(upload.slot()));
                return file.read(again -> attachments.add(em, entity, step.id(), slot, again, caller, time.now()));
            });
        }
    }

    @Override
    public void arrange(Caller caller, Once once, String taskId, String slot, List<Integer> order) {
        Admission.require(caller);
        writes.once(caller, once, "arrangeOfTask", List.of(taskId, slot, order), em -> {
            TaskEntity task = require(em, caller, taskId);
            CaseEntity entity = lockOpen(em, task);
            Step step = running(entity).procedure().step(task.step()).orElseThrow();
            Slot found = Slot.find(step.slots(), slot).orElseThrow(() -> CaseService.unknownSlot(slot));
            attachments.arrange(em, entity, found, order);
            return taskId;
        });
    }

    @Override
    public void detach(Caller caller, Once once, String taskId, int n) {
        Admission.require(caller);
        writes.once(caller, once, "detachFromTask", List.of(taskId, n), em -> {
            TaskEntity task = require(em, caller, taskId);
            attachments.remove(em, lockOpen(em, task), n, task.step());
            return taskId;
        });
    }
}
