package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Sql;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/**
 * A task that waits, and its case, locked until the transaction ends.
 *
 * @param acting who takes it in hand
 */
record OpenTask(TaskEntity task, CaseEntity entity, Deputies.Acting acting) {
    /** When a task lapses that was given to somebody: he keeps it until he passes it on. */
    static final Instant FOR_GOOD = Instant.parse("9999-12-31T00:00:00Z");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    /**
     * Finds and locks it.
     *
     * @throws Refusal 404 if it is not the caller's, 409 if it no longer waits or a colleague has taken it up
     */
    static OpenTask lock(
            EntityManager em, Readers readers, Deputies deputies, Caller caller, String taskId, Instant now) {
        OpenTask open = lockWhoeverHasIt(em, readers, deputies, caller, taskId);
        if (open.acting().isTakenByAnother(open.task(), now)) {
            throw Refusal.conflict("CLAIMED", "该业务正由" + open.task().claimerName() + "办理" + until(open.task()));
        }
        return open;
    }

    private static String until(TaskEntity task) {
        return task.claimedUntil().equals(FOR_GOOD)
                ? ""
                : "，" + MINUTE.format(LocalTime.ofInstant(task.claimedUntil(), Time.CHINA)) + "前其他人不能办理";
    }

    /** As {@link #lock}, also if a colleague has taken it up. */
    static OpenTask lockWhoeverHasIt(
            EntityManager em, Readers readers, Deputies deputies, Caller caller, String taskId) {
        Admission.require(caller);
        CaseEntity entity = caseOf(em, taskId);
        TaskEntity task = readers.facts(em).tasks(entity.id()).stream()
                .filter(one -> one.id().equals(taskId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Deputies.Acting acting = deputies.on(em, caller, task).orElseThrow(Refusal::notFound);
        if (task.state() != TaskState.OPEN) {
            throw Refusal.conflict("ALREADY_DECIDED", "该业务已办结，无需重复审核");
        }
        return new OpenTask(task, entity, acting);
    }

    /** The case of a task, which never changes, locked: its tasks are read when nobody else can decide them. */
    private static CaseEntity caseOf(EntityManager em, String taskId) {
        return new Sql(em)
                .add("select * from ZJ_CASE where ID = (select CASE_ID from ZJ_TASK where ID = ?)", taskId)
                .locked(CaseEntity.class)
                .orElseThrow(Refusal::notFound);
    }
}
