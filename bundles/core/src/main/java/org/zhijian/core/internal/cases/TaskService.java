package org.zhijian.core.internal.cases;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.directory.Office;
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
import org.zhijian.core.cases.Supplement;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.cases.TaskView;
import org.zhijian.core.cases.Tasks;
import org.zhijian.core.cases.Upload;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.internal.attachments.Attachments;
import org.zhijian.core.internal.attachments.ReceivedFile;
import org.zhijian.core.internal.calendar.Calendars;
import org.zhijian.core.internal.form.FormRules;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.modules.Modules.Behaviour;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Locks;
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
    private final Attachments attachments;
    private final Readers readers;
    private final Calendars calendars;
    private final Deputies deputies;

    @Activate
    public TaskService(
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Time time,
            @Reference Modules modules,
            @Reference Attachments attachments,
            @Reference Readers readers,
            @Reference Calendars calendars,
            @Reference Deputies deputies) {
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
        this.modules = modules;
        this.attachments = attachments;
        this.readers = readers;
        this.calendars = calendars;
        this.deputies = deputies;
    }

    @Override
    public Page<TaskLine> list(Caller caller, TaskQuery query) {
        Admission.require(caller);
        return transactions.read(em -> {
            CaseReader reader = readers.of(em);
            Deputies.Acting acting = deputies.everywhere(em, caller);
            return TaskSearch.page(em, acting, query, time, (task, entity) -> reader.line(task, entity, acting));
        });
    }

    @Override
    public Map<TaskQuery.Box, Integer> counts(Caller caller) {
        Admission.require(caller);
        return transactions.read(em -> {
            Deputies.Acting acting = deputies.everywhere(em, caller);
            Map<TaskQuery.Box, Integer> counts = new EnumMap<>(TaskQuery.Box.class);
            for (TaskQuery.Box box : TaskQuery.Box.values()) {
                counts.put(box, TaskSearch.count(em, acting, box, time));
            }
            return counts;
        });
    }

    @Override
    public Map<String, Integer> waiting(Caller caller) {
        Admission.require(caller);
        return transactions.read(em -> TaskSearch.waiting(em, deputies.everywhere(em, caller), time));
    }

    @Override
    public TaskView view(Caller caller, String taskId) {
        Admission.require(caller);
        return ModuleCode.limited(() -> transactions.read(em -> {
            CaseReader reader = readers.of(em);
            TaskEntity task = em.find(TaskEntity.class, taskId);
            Deputies.Acting acting = deputies.everywhere(em, caller);
            if (task == null || !CasePolicy.isMine(task, acting.caller())) {
                throw Refusal.notFound();
            }
            CaseEntity entity = em.find(CaseEntity.class, task.caseId());
            Procedure definition = reader.definition(entity);
            Step step = definition.step(task.step()).orElseThrow();
            List<Finding> findings = task.state() == TaskState.OPEN ? reader.findingsForReview(entity) : List.of();
            return new TaskView(
                    reader.line(task, entity, acting),
                    step,
                    StepDecisions.offered(step, findings, reader.facts().tasks(entity.id())),
                    reader.attachmentsOf(caller, entity, task.step()),
                    findings,
                    caller.kind() == Caller.Kind.OFFICE ? reader.coReviews(entity, definition, caller) : List.of());
        }));
    }

    private CaseLog log(EntityManager em, CaseEntity entity, Caller caller) {
        return new CaseLog(em, entity, caller, time.now());
    }

    private Behaviour running(CaseEntity entity) {
        return modules.required(entity.jurisdiction(), entity.procedure(), entity.definition());
    }

    @Override
    public CaseView decide(Caller caller, Once once, String taskId, Verdict verdict) {
        return ModuleCode.limited(() -> carryOut(caller, once, taskId, verdict, (em, caseId) -> {
            CaseReader reader = readers.of(em);
            return reader.view(caller, reader.require(caller, caseId));
        }));
    }

    /** Decides, and answers the id of the case. */
    String carryOut(Caller caller, Once once, String taskId, Verdict verdict) {
        return carryOut(caller, once, taskId, verdict, (em, caseId) -> caseId);
    }

    /** Decides, and reads on after the commit. */
    private <R> R carryOut(
            Caller caller, Once once, String taskId, Verdict verdict, BiFunction<EntityManager, String, R> afterwards) {
        Admission.require(caller);
        List<?> identity = List.of(
                taskId,
                verdict.decision(),
                verdict.opinion(),
                verdict.form().values(),
                verdict.returnTo(),
                verdict.supplement().map(Supplement::toString).orElse(""));
        return writes.once(
                caller,
                once,
                "decide",
                identity,
                em -> {
                    OpenTask open = OpenTask.lock(em, readers, deputies, caller, taskId, time.now());
                    decide(em, open, verdict);
                    return open.entity().id();
                },
                afterwards);
    }

    private void decide(EntityManager em, OpenTask open, Verdict verdict) {
        TaskEntity task = open.task();
        CaseEntity entity = open.entity();
        Caller caller = open.acting().caller();
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
        FactsFinder finder = FactsFinder.of(em, time, modules);
        requireImpartial(open, step, finder);
        if (task.opinionsAwaited() > 0) {
            throw Refusal.conflict("OPINION_AWAITED", "尚有征求的意见未提交，暂不能作出决定");
        }
        Facts facts = finder.ofCase(entity, Moment.DECIDING, Optional.of(judgement));
        Locks.take(em, Subjects.of(entity.jurisdiction(), procedure, facts));
        // Asked for before anything is changed, so that it need not be written twice.
        finder.tasks(entity.id());

        List<Violation> violations = new ArrayList<>(opinionViolations(option, opinion));
        violations.addAll(
                StepDecisions.supplementViolations(procedure, step, verdict, finder.tasks(entity.id()), time.today()));
        violations.addAll(CaseChecks.ofStep(em, attachments, step, verdict.decision(), form, facts, entity));
        violations.addAll(
                CaseChecks.errors(CaseChecks.findings(entity.jurisdiction(), guards(procedure, step, option), facts)));
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        CaseEngine engine =
                new CaseEngine(em, finder, time, calendars.of(em, entity.jurisdiction()), behaviour, entity, caller);
        verdict.supplement().ifPresent(engine::supplement);
        engine.decide(task, step, option, opinion, form, StepDecisions.corrector(step, option, verdict));
    }

    /** APR-05. Nobody judges his own firm's application, nor checks at the next level what he himself has agreed to. */
    private static void requireImpartial(OpenTask open, Step step, FactsFinder finder) {
        if (!open.task().assigneeKind().equals(Assignee.Kind.OFFICE.name())) {
            return;
        }
        Caller caller = open.acting().caller();
        CaseEntity entity = open.entity();
        boolean own = entity.applicantKind().equals(Caller.Kind.ORGANISATION.name())
                && (entity.applicantId().equals(caller.organisationId())
                        || !caller.personId().isBlank()
                                && finder.directory().employs(entity.applicantId(), caller.personId()));
        boolean self = entity.applicantKind().equals(Caller.Kind.PERSON.name())
                && entity.applicantId().equals(caller.personId());
        if (own || self) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "SELF_REVIEW", "不能办理本单位或本人的申请");
        }
        if (step.sameReviewer()) {
            return;
        }
        CasePolicy.decidedBefore(open.task(), finder.tasks(entity.id()), caller)
                .filter(before -> !level(finder, before).equals(level(finder, open.task())))
                .ifPresent(before -> {
                    throw new Refusal(
                            Refusal.Kind.FORBIDDEN,
                            "SAME_REVIEWER",
                            "您已办理“" + before.title() + "”，不能再办理“" + open.task().title() + "”");
                });
    }

    private static Optional<Office.Level> level(FactsFinder finder, TaskEntity task) {
        return finder.directory().office(task.assigneeId()).map(Office::level);
    }

    private static List<Violation> opinionViolations(DecisionOption option, String opinion) {
        if (option.opinionRequired() && opinion.isBlank()) {
            return List.of(Violation.of("opinion", "APR-04", option.missing().isBlank() ? "请填写意见" : option.missing()));
        }
        return opinion.length() > OPINION_LENGTH
                ? List.of(Violation.of("opinion", "APR-04", "意见不能超过" + OPINION_LENGTH + "个字"))
                : List.of();
    }

    /**
     * Rules run again where a judgement is made (APR-07); a step's own rules whenever it advances. Where they forbid a judgement they forbid
     * a refusal too: there is nothing left but to send the case back.
     */
    private static List<Guard> guards(Procedure procedure, Step step, DecisionOption option) {
        List<Guard> guards = new ArrayList<>();
        boolean refusesJudgement = option.decision().outcome() == Decision.Outcome.END && StepDecisions.judges(step);
        if (option.decision().isJudgement() || refusesJudgement && StepDecisions.mayBeSentBack(step)) {
            guards.addAll(procedure.guards());
        }
        if (option.decision().outcome() == Decision.Outcome.ADVANCE) {
            guards.addAll(step.guards());
        }
        return guards;
    }

    @Override
    public AttachmentView attach(Caller caller, Once once, String taskId, Upload upload) {
        Admission.require(caller);
        try (ReceivedFile file = attachments.receive(upload)) {
            List<String> identity = List.of(taskId, upload.slot(), upload.fileName(), file.sha256());
            return writes.once(caller, once, "attachToTask", identity, new TypeReference<AttachmentView>() {}, em -> {
                OpenTask open = OpenTask.lock(em, readers, deputies, caller, taskId, time.now());
                CaseEntity entity = open.entity();
                Step step = running(entity).procedure().step(open.task().step()).orElseThrow();
                Slot slot = Slot.find(step.slots(), upload.slot())
                        .orElseThrow(() -> CaseService.unknownSlot(upload.slot()));
                AttachmentView added =
                        file.read(again -> attachments.add(em, entity, step.id(), slot, again, caller, time.now()));
                log(em, entity, caller).note("ATTACH", "上传材料", CaseService.told(added));
                return added;
            });
        }
    }

    @Override
    public void arrange(Caller caller, Once once, String taskId, String slot, List<Integer> order) {
        Admission.require(caller);
        writes.once(caller, once, "arrangeOfTask", List.of(taskId, slot, order), em -> {
            OpenTask open = OpenTask.lock(em, readers, deputies, caller, taskId, time.now());
            CaseEntity entity = open.entity();
            Step step = running(entity).procedure().step(open.task().step()).orElseThrow();
            Slot found = Slot.find(step.slots(), slot).orElseThrow(() -> CaseService.unknownSlot(slot));
            attachments.arrange(em, entity, found, order);
            log(em, entity, caller).note("ARRANGE", "调整材料次序", Map.of("slot", slot, "order", order));
            return taskId;
        });
    }

    @Override
    public void detach(Caller caller, Once once, String taskId, int n) {
        Admission.require(caller);
        writes.once(caller, once, "detachFromTask", List.of(taskId, n), em -> {
            OpenTask open = OpenTask.lock(em, readers, deputies, caller, taskId, time.now());
            attachments.remove(em, open.entity(), n, open.task().step());
            log(em, open.entity(), caller).note("DETACH", "删除材料", Map.of("n", n));
            return taskId;
        });
    }
}
