package org.zhijian.core.internal.intake;

import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.lanes.Lanes;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Signal;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.modules.Installation;

/**
 * Has messages from outside judged: at once after each commit of this node, when a module comes, and every few seconds what is due for another
 * try or was left by a node that ended. Messages of one key are judged as they came, others beside each other. Nodes that meet over a message
 * wait for one another at its locks, and the second finds it done. Thread-safe.
 */
@Component(service = IntakeWorker.class, immediate = true)
public final class IntakeWorker {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeWorker.class);
    private static final int SWEEP_SECONDS = 5;
    private static final int BATCH = 64;
    private static final int WIDTH = 4;
    private static final int PATIENCE_SECONDS = 10;

    /** What waits; and with nothing before it of its key. */
    private static final String DUE = " from ReceiptEntity r where r.state = 'RECEIVED' and r.dueAt <= :now";

    private static final String FIRST =
            " and r.jurisdiction = :jurisdiction and not exists (select e.id from ReceiptEntity e"
                    + " where e.keyHash = r.keyHash and e.seq < r.seq and e.state = 'RECEIVED') order by r.seq";

    private final Transactions transactions;
    private final Modules modules;
    private final Judge judge;
    private final Clock clock;
    private final Runnable wake = this::wake;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final ScheduledExecutorService dispatcher =
            Executors.newSingleThreadScheduledExecutor(Lanes.named("intake"));
    private final Lanes lanes = new Lanes("intake-lane", this::work);
    private final ExecutorService judges = Executors.newCachedThreadPool(Lanes.named("intake-judge"));
    private final AutoCloseable news;

    @Activate
    public IntakeWorker(
            @Reference Transactions transactions,
            @Reference Modules modules,
            @Reference Installation installation,
            @Reference Time time) {
        this(transactions, modules, time, Clock.systemUTC(), installation::onChange);
        dispatcher.scheduleWithFixedDelay(this::pass, 0, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /** A worker that does nothing by itself but wake at commits and when modules come. */
    IntakeWorker(
            Transactions transactions,
            Modules modules,
            Time time,
            Clock clock,
            Function<Runnable, AutoCloseable> newsOfModules) {
        this.transactions = transactions;
        this.modules = modules;
        this.judge = new Judge(modules, time);
        this.clock = clock;
        this.news = newsOfModules.apply(wake);
        transactions.listen(Signal.INTAKE, wake);
    }

    @Deactivate
    public void stop() throws Exception {
        news.close();
        transactions.unlisten(Signal.INTAKE, wake);
        dispatcher.shutdown();
        judges.shutdown();
        // A message that is not judged in time is judged by whoever runs next.
        if (!judges.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            judges.shutdownNow();
        }
        lanes.stop(1);
    }

    /** Looks for what is due, soon and not on this thread. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            Lanes.execute(dispatcher, () -> {
                woken.set(false);
                pass();
            });
        }
    }

    private void pass() {
        try {
            List<String> waiting =
                    transactions.read(em -> em.createQuery("select distinct r.jurisdiction" + DUE, String.class)
                            .setParameter("now", clock.millis())
                            .getResultList());
            waiting.stream()
                    .filter(jurisdiction -> modules.live(jurisdiction).isPresent())
                    .filter(jurisdiction -> !ModuleCode.isCutOff(jurisdiction))
                    .forEach(lanes::begin);
            failing.set(false);
        } catch (RuntimeException failure) {
            noteFailure(failure);
        }
    }

    /** Judges what is due of one jurisdiction. */
    private void work(String jurisdiction) {
        try {
            List<String> due = due(jurisdiction);
            while (!due.isEmpty()) {
                Lanes.each(due, WIDTH, judges, id -> judge(jurisdiction, id));
                List<String> next = due(jurisdiction);
                // What could not be judged and is still due waits for the next pass.
                due = next.equals(due) ? List.of() : next;
            }
        } catch (RuntimeException failure) {
            noteFailure(failure);
        }
    }

    private List<String> due(String jurisdiction) {
        return transactions.read(em -> em.createQuery("select r.id" + DUE + FIRST, String.class)
                .setParameter("now", clock.millis())
                .setParameter("jurisdiction", jurisdiction)
                .setMaxResults(BATCH)
                .getResultList());
    }

    /** Judges one message; what fails in it is its own affair. */
    void judge(String jurisdiction, String id) {
        try {
            ModuleCode.limited(() -> {
                transactions.run(em -> judge.judge(em, id));
                return null;
            });
        } catch (Refusal fault) {
            if (ModuleCode.isNotLetIn(fault)) {
                return;
            }
            // Logged where it happened.
            failed(id, "业务模块处理失败，请检查数据或业务模块后重新处理");
        } catch (PersistenceException collision) {
            LOG.warn("message {} could not be judged for now", id, collision);
        } catch (RuntimeException fault) {
            LOG.error("message {} cannot be judged", id, fault);
            failed(id, "处理时出现故障，详见系统日志");
        }
    }

    private void failed(String id, String reason) {
        Instant now = clock.instant();
        transactions.run(em -> judge.failed(em, id, reason, now));
    }

    /** A database that is away for a while is said once; the sweep goes on. */
    private void noteFailure(RuntimeException failure) {
        if (failing.compareAndSet(false, true)) {
            LOG.warn("messages from outside are not judged for now", failure);
        }
    }
}
