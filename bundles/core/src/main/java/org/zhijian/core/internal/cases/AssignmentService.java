package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.chain.Step;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.cases.Assignments;
import org.zhijian.core.cases.Colleague;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.identity.DirectoryView;
import org.zhijian.core.internal.identity.OfficeAccounts;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/** Passes tasks from hand to hand. Each act locks the case, so it never crosses a decision. Thread-safe. */
@Component(service = Assignments.class)
public final class AssignmentService implements Assignments {
    private static final int REASON_LENGTH = 500;

    private final Transactions transactions;
    private final Writes writes;
    private final Time time;
    private final Deputies deputies;
    private final Readers readers;

    @Activate
    public AssignmentService(
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Time time,
            @Reference Deputies deputies,
            @Reference Readers readers) {
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
        this.deputies = deputies;
        this.readers = readers;
    }

    @Override
    public TaskLine claim(Caller caller, Once once, String taskId) {
        return act(caller, once, "claim", taskId, List.of(), em -> {
            OpenTask open = OpenTask.lock(em, readers, deputies, caller, taskId, time.now());
            requireOfficer(open);
            if (!step(em, open).claimable()) {
                throw Refusal.conflict("NOT_CLAIMABLE", "该环节不需要签收");
            }
            Instant now = time.now();
            if (open.task().isClaimed(now) && open.task().claimedUntil().equals(OpenTask.FOR_GOOD)) {
                return;
            }
            open.task().claim(caller.accountId(), open.acting().caller().displayName(), now.plus(CLAIM));
            log(em, open, "CLAIM", "签收", "");
        });
    }

    @Override
    public TaskLine release(Caller caller, Once once, String taskId) {
        return act(caller, once, "release", taskId, List.of(), em -> {
            OpenTask open = OpenTask.lock(em, readers, deputies, caller, taskId, time.now());
            if (open.task().isClaimed(time.now())) {
                open.task().claim(null, null, null);
                log(em, open, "RELEASE", "取消签收", "");
            }
        });
    }

    @Override
    public Targets targets(Caller caller, String taskId) {
        Admission.require(caller);
        return transactions.read(em -> {
            TaskEntity task = em.find(TaskEntity.class, taskId);
            if (task == null || deputies.on(em, caller, task).isEmpty()) {
                throw Refusal.notFound();
            }
            List<Caller> others = new OfficeAccounts(em)
                    .all(task.jurisdiction()).stream()
                            .filter(officer -> !officer.accountId().equals(caller.accountId()))
                            .toList();
            DirectoryView directory = new DirectoryView(em);
            List<Place> offices = readers.step(em, task).handOver().stream()
                    .filter(id -> !id.equals(task.assigneeId()))
                    .flatMap(id -> directory.office(id).stream())
                    .map(office -> new Place(office.id(), office.name()))
                    .toList();
            List<Colleague> colleagues = others.stream()
                    .filter(officer -> officer.offices().contains(task.assigneeId()))
                    .map(AssignmentService::colleague)
                    .toList();
            return new Targets(
                    colleagues,
                    offices,
                    others.stream().map(AssignmentService::colleague).toList());
        });
    }

    static Colleague colleague(Caller officer) {
        return new Colleague(officer.loginName(), officer.displayName());
    }

    @Override
    public TaskLine reassign(Caller caller, Once once, String taskId, String loginName, String reason) {
        return act(caller, once, "reassign", taskId, List.of(loginName, reason), em -> {
            OpenTask open = OpenTask.lockWhoeverHasIt(em, readers, deputies, caller, taskId);
            requireOfficer(open);
            Caller colleague = new OfficeAccounts(em)
                    .find(open.task().jurisdiction(), loginName.strip())
                    .filter(officer -> officer.offices().contains(open.task().assigneeId()))
                    .orElseThrow(() -> Refusal.invalid(Violation.of("colleague", "REASSIGN", "请选择本机构的办理人员")));
            open.task().claim(colleague.accountId(), colleague.displayName(), OpenTask.FOR_GOOD);
            log(em, open, "REASSIGN", "转交" + colleague.displayName(), checked(reason, false));
        });
    }

    @Override
    public TaskLine handOver(Caller caller, Once once, String taskId, String officeId, String reason) {
        return act(caller, once, "handOver", taskId, List.of(officeId, reason), em -> {
            Instant now = time.now();
            OpenTask open = OpenTask.lock(em, readers, deputies, caller, taskId, time.now());
            requireOfficer(open);
            TaskEntity task = open.task();
            if (!step(em, open).handOver().contains(officeId) || officeId.equals(task.assigneeId())) {
                throw Refusal.invalid(Violation.of("office", "HAND_OVER", "该环节不能移交给所选机构"));
            }
            requireFree(em, task, officeId);
            String name = new DirectoryView(em).office(officeId).orElseThrow().name();
            String told = checked(reason, true);
            em.persist(handedOver(task, officeId, name));
            task.state(TaskState.VOID);
            task.decision(CasePolicy.HAND_OVER);
            task.decidedAt(now);
            task.deciderName(open.acting().caller().displayName());
            log(em, open, CasePolicy.HAND_OVER, "移交" + name, told);
        });
    }

    private static TaskEntity handedOver(TaskEntity task, String officeId, String name) {
        TaskEntity next = new TaskEntity(
                Ids.next(),
                task.caseId(),
                task.jurisdiction(),
                task.procedure(),
                task.step(),
                task.title(),
                task.round(),
                Assignee.Kind.OFFICE.name(),
                officeId,
                name,
                task.since(),
                task.dueOn());
        next.state(TaskState.OPEN);
        return next;
    }

    /** An office that has its own part of the step cannot take another's. */
    private static void requireFree(EntityManager em, TaskEntity task, String officeId) {
        boolean has = em
                .createQuery(
                        "select t from TaskEntity t where t.caseId = :case and t.step = :step and t.round = :round"
                                + " and t.assigneeId = :office",
                        TaskEntity.class)
                .setParameter("case", task.caseId())
                .setParameter("step", task.step())
                .setParameter("round", task.round())
                .setParameter("office", officeId)
                .getResultList()
                .stream()
                .anyMatch(other -> !CasePolicy.wasHandedOver(other));
        if (has) {
            throw Refusal.invalid(Violation.of("office", "HAND_OVER", "所选机构已参与该环节，不能再接收移交"));
        }
    }

    private static void requireOfficer(OpenTask open) {
        if (!open.task().assigneeKind().equals(Assignee.Kind.OFFICE.name())) {
            throw Refusal.forbidden("当事人的环节不能签收或转交");
        }
    }

    private Step step(EntityManager em, OpenTask open) {
        return readers.step(em, open.task());
    }

    private static String checked(String reason, boolean needed) {
        String told = reason.strip();
        if (needed && told.isEmpty()) {
            throw Refusal.invalid(Violation.of("reason", "HAND_OVER", "请填写移交原因"));
        }
        if (told.length() > REASON_LENGTH) {
            throw Refusal.invalid(Violation.of("reason", "HAND_OVER", "原因不能超过" + REASON_LENGTH + "个字"));
        }
        return told;
    }

    private void log(EntityManager em, OpenTask open, String action, String title, String reason) {
        new CaseLog(em, open.entity(), open.acting().caller(), time.now())
                .add(
                        action,
                        title,
                        open.task().step(),
                        reason,
                        Map.of("task", open.task().id()));
    }

    private TaskLine act(
            Caller caller, Once once, String name, String taskId, List<String> arguments, Consumer<EntityManager> act) {
        Admission.require(caller);
        writes.once(caller, once, name, List.of(taskId, arguments), em -> {
            act.accept(em);
            return taskId;
        });
        return transactions.read(em -> readers.of(em).line(em.find(TaskEntity.class, taskId), caller));
    }
}
