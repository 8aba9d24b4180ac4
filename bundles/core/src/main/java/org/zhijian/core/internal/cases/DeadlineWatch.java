package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Decision.Outcome;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.core.access.Caller;
import org.zhijian.core.internal.calendar.Calendars;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.modules.Modules.Behaviour;
import org.zhijian.core.internal.notices.DeskMessage;
import org.zhijian.core.internal.notices.Desks;
import org.zhijian.core.internal.notices.Seats;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Locks;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/**
 * Looks after deadlines every minute: tells who has a task that its last day is near, marks what is beyond it, and where the law takes silence
 * for acceptance decides in its name. Any number of nodes may watch: each task is looked at again under the lock on its case. Thread-safe.
 */
@Component(service = DeadlineWatch.class, immediate = true)
public final class DeadlineWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final int EVERY_SECONDS = 60;
    private static final int BATCH = 200;

    /** The longest run of holidays lies within it. */
    private static final int HORIZON_DAYS = 12;

    /** Who decides in the name of the law. */
    private static final Caller LAW =
            new Caller(Caller.Kind.NOBODY, "", "", "系统（依法办理）", "", "", "", Set.of(), false, "");

    private final Transactions transactions;
    private final Time time;
    private final Modules modules;
    private final Readers readers;
    private final Calendars calendars;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, "deadlines"));

    @Activate
    public DeadlineWatch(
            @Reference Transactions transactions,
            @Reference Time time,
            @Reference Modules modules,
            @Reference Readers readers,
            @Reference Calendars calendars) {
        this.transactions = transactions;
        this.time = time;
        this.modules = modules;
        this.readers = readers;
        this.calendars = calendars;
        watch.scheduleWithFixedDelay(this::pass, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        watch.shutdown();
    }

    /** Looks at all tasks whose deadline is near or over. A task that fails is logged and keeps nobody else waiting. */
    void pass() {
        try {
            transactions.read(this::due).forEach(this::look);
        } catch (RuntimeException failure) {
            LOG.error("deadlines could not be looked after", failure);
        }
    }

    private List<String> due(EntityManager em) {
        LocalDate today = time.today();
        return em.createQuery(
                        "select t.id from TaskEntity t where t.state = :open and t.dueOn <= :horizon and"
                                + " (t.remindedAt is null or t.overdueAt is null and t.dueOn < :today)"
                                + " order by t.dueOn, t.id",
                        String.class)
                .setParameter("open", TaskState.OPEN)
                .setParameter("horizon", today.plusDays(HORIZON_DAYS))
                .setParameter("today", today)
                .setMaxResults(BATCH)
                .getResultList();
    }

    private void look(String taskId) {
        try {
            transactions.run(em -> look(em, taskId));
        } catch (RuntimeException failure) {
            LOG.error("the deadline of task {} could not be looked after", taskId, failure);
        }
    }

    private void look(EntityManager em, String taskId) {
        TaskEntity task = em.find(TaskEntity.class, taskId);
        CaseEntity entity = em.find(CaseEntity.class, task.caseId(), LockModeType.PESSIMISTIC_WRITE);
        em.refresh(task);
        if (task.state() != TaskState.OPEN) {
            return;
        }
        int left = calendars.of(em, task.jurisdiction()).left(time.today(), task.dueOn());
        if (left < 0) {
            passed(em, entity, task);
        } else if (left <= 1 && task.remindedAt() == null) {
            task.remindedAt(time.now());
            tell(em, entity, task, left == 0 ? "办理期限今日届满" : "办理期限临近");
            modules.behaviour(entity.jurisdiction(), entity.procedure(), entity.definition())
                    .ifPresent(behaviour -> new CaseNews(
                                    em, time.now(), behaviour.procedure(), entity, new FactsFinder(em, time, modules))
                            .deadlineNear(task));
        }
    }

    private void passed(EntityManager em, CaseEntity entity, TaskEntity task) {
        Step step = readers.step(em, task);
        if (step.acceptOnSilence()) {
            modules.behaviour(entity.jurisdiction(), entity.procedure(), entity.definition())
                    .ifPresent(behaviour -> accept(em, behaviour, entity, task));
        } else if (task.overdueAt() == null) {
            task.remindedAt(time.now());
            task.overdueAt(time.now());
            new CaseLog(em, entity, LAW, time.now())
                    .add(
                            "OVERDUE",
                            "逾期",
                            task.step(),
                            "",
                            Map.of("task", task.id(), "dueOn", task.dueOn().toString()));
            tell(em, entity, task, "办理已逾期");
        }
    }

    /** Silence is acceptance: the case goes on as if the step had been taken, and the log says by which law. */
    private void accept(EntityManager em, Behaviour behaviour, CaseEntity entity, TaskEntity task) {
        Step step = behaviour.procedure().step(task.step()).orElseThrow();
        DecisionOption option = step.decisions().stream()
                .filter(offered -> offered.decision().outcome() == Outcome.ADVANCE)
                .min(Comparator.comparing(offered -> offered.decision() != Decision.ACCEPT))
                .orElseThrow();
        FactsFinder finder = new FactsFinder(em, time, modules);
        Facts facts = finder.ofCase(entity, Moment.DECIDING, Optional.empty());
        Locks.take(em, Subjects.of(entity.jurisdiction(), behaviour.procedure(), facts));
        String reason = "逾期未作出决定，依法视为“" + option.title() + "”（依据：" + step.silence() + "）";
        new CaseEngine(em, finder, time, calendars.of(em, entity.jurisdiction()), behaviour, entity, LAW)
                .decide(
                        task,
                        step,
                        option,
                        reason,
                        FormData.EMPTY,
                        step.correctors().get(0));
    }

    private void tell(EntityManager em, CaseEntity entity, TaskEntity task, String what) {
        String title = what + "：" + entity.number() + " " + task.title();
        String body = "办理期限：" + task.dueOn() + "，申请单位：" + entity.applicantName();
        Desks.lay(
                em,
                time.now(),
                List.of(Seats.of(CasePolicy.assignee(task))),
                entity.id(),
                new DeskMessage(entity.jurisdiction(), "DEADLINE", title, body));
    }
}
