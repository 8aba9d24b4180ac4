package org.zhijian.core.internal.modules;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.FaultEntity;

/** Faults of modules on all nodes, for their health: each node notes its own every few seconds. Thread-safe. */
@Component(service = FaultLog.class, immediate = true)
public final class FaultLog {
    /** So far back health looks. */
    static final Duration SPAN = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);
    private static final int EVERY_SECONDS = 10;
    private static final Duration KEPT = Duration.ofDays(7);

    private final Transactions transactions;
    private final Time time;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "fault-log");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public FaultLog(@Reference Transactions transactions, @Reference Time time) {
        this.transactions = transactions;
        this.time = time;
        timer.scheduleWithFixedDelay(this::note, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        timer.shutdown();
        note();
    }

    /** Notes what has failed here since the last time. */
    void note() {
        Map<String, Integer> faults = ModuleCode.takeFaults();
        if (faults.isEmpty()) {
            return;
        }
        try {
            Instant now = time.now();
            transactions.run(em -> {
                em.createQuery("delete from FaultEntity f where f.at < :old")
                        .setParameter("old", now.minus(KEPT).toEpochMilli())
                        .executeUpdate();
                faults.forEach(
                        (jurisdiction, count) -> em.persist(new FaultEntity(Ids.next(), jurisdiction, count, now)));
            });
        } catch (RuntimeException failed) {
            LOG.warn("faults of modules are not noted for now: {}", faults, failed);
        }
    }

    /** How often code of modules failed within the last day on all nodes, by jurisdiction. */
    Map<String, Integer> lastDay() {
        note();
        return transactions.read(em -> em
                .createQuery(
                        "select f.jurisdiction, sum(f.faults) from FaultEntity f where f.at >= :since"
                                + " group by f.jurisdiction",
                        Object[].class)
                .setParameter("since", time.now().minus(SPAN).toEpochMilli())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).intValue())));
    }
}
