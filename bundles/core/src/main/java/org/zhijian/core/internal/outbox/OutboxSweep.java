package org.zhijian.core.internal.outbox;

import java.time.Instant;
import java.time.Period;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;

/**
 * Takes what was sent out of the outbox after the configured time. Of a push to an agency the key stays for ever, without its content, since a
 * second push with the same key is none. What failed stays until people have dealt with it. Several nodes may sweep. Thread-safe.
 */
@Component(service = OutboxSweep.class, immediate = true)
public final class OutboxSweep {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxSweep.class);
    private static final long FIRST_AFTER_MINUTES = 20;
    private static final long EVERY_MINUTES = 6 * 60;
    private static final String OLD = " m.state = 'SENT' and m.endedAt < :before";

    private final Transactions transactions;
    private final Settings settings;
    private final Time time;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "outbox-sweep");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public OutboxSweep(@Reference Transactions transactions, @Reference Settings settings, @Reference Time time) {
        this.transactions = transactions;
        this.settings = settings;
        this.time = time;
        timer.scheduleWithFixedDelay(this::sweep, FIRST_AFTER_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    void sweep() {
        try {
            Instant before = time.now().minus(Period.ofDays(settings.outboxDays()));
            int gone = transactions.write(em -> {
                em.createQuery("update OutboxEntity m set m.payload = null where m.channel = 'AGENCY'"
                                + " and m.payload is not null and" + OLD)
                        .setParameter("before", before.toEpochMilli())
                        .executeUpdate();
                return em.createQuery("delete from OutboxEntity m where m.channel <> 'AGENCY' and" + OLD)
                        .setParameter("before", before.toEpochMilli())
                        .executeUpdate();
            });
            if (gone > 0) {
                LOG.info("{} sent messages were taken out of the outbox", gone);
            }
        } catch (RuntimeException failed) {
            LOG.error("sent messages could not be taken out of the outbox; it is tried again later", failed);
        }
    }
}
