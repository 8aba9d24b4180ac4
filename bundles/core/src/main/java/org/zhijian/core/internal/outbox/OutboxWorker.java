package org.zhijian.core.internal.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.agency.AgencyCarrier;
import org.zhijian.core.internal.agency.ChannelAddresses;
import org.zhijian.core.internal.lanes.Lanes;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.notices.Seats;
import org.zhijian.core.internal.sms.SmsCarrier;
import org.zhijian.core.internal.store.Signal;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.notices.Medium;

/**
 * Delivers the outbox: at once after each commit of this node, and every few seconds what is due for another try or was left by a node that
 * ended. Lanes run beside each other, so that an agency that does not answer holds up nobody else. Thread-safe.
 */
@Component(service = OutboxWorker.class, immediate = true)
public final class OutboxWorker {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
    private static final int SWEEP_SECONDS = 5;
    private static final int BATCH = 64;
    private static final int THREADS = 24;
    private static final int PATIENCE_SECONDS = 10;

    private final Transactions transactions;
    private final Deliveries deliveries;
    private final Clock clock;
    private final Map<Medium, Carrier> carriers;
    private final ChannelAddresses addresses;
    private final Runnable wake = this::wake;
    private final Consumer<String> release = this::release;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final ScheduledExecutorService dispatcher =
            Executors.newSingleThreadScheduledExecutor(Lanes.named("outbox"));
    private final Lanes lanes = new Lanes("outbox-lane", this::work);
    private final ExecutorService senders = Executors.newFixedThreadPool(THREADS, Lanes.named("outbox-send"));

    @Activate
    public OutboxWorker(
            @Reference Transactions transactions,
            @Reference Modules modules,
            @Reference ChannelAddresses addresses,
            @Reference SmsCarrier sms,
            @Reference AgencyCarrier agency) {
        this(
                transactions,
                Clock.systemUTC(),
                List.of(sms, agency),
                addresses,
                jurisdiction -> Seats.ofWardens(modules.descriptor(jurisdiction)));
        dispatcher.scheduleWithFixedDelay(this::pass, 0, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /** A worker that does nothing by itself but wake at commits. */
    OutboxWorker(
            Transactions transactions,
            Clock clock,
            List<Carrier> carriers,
            ChannelAddresses addresses,
            Function<String, List<String>> wardens) {
        this.transactions = transactions;
        this.deliveries = new Deliveries(transactions, wardens);
        this.clock = clock;
        this.carriers = carriers.stream().collect(Collectors.toMap(Carrier::medium, Function.identity()));
        this.addresses = addresses;
        transactions.listen(Signal.OUTBOX, wake);
        addresses.listen(release);
    }

    @Deactivate
    public void stop() throws InterruptedException {
        transactions.unlisten(Signal.OUTBOX, wake);
        addresses.unlisten(release);
        dispatcher.shutdown();
        senders.shutdown();
        // What is on its way may arrive; what does not in time is sent again by whoever runs next.
        if (!senders.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            senders.shutdownNow();
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

    /** What was held for want of an address is tried as soon as there is one. */
    private void release(String lane) {
        Lanes.execute(dispatcher, () -> {
            try {
                deliveries.release(lane, now());
                pass();
            } catch (RuntimeException failure) {
                noteFailure(failure);
            }
        });
    }

    private void pass() {
        try {
            deliveries.dueLanes(now()).forEach(lanes::begin);
            failing.set(false);
        } catch (RuntimeException failure) {
            noteFailure(failure);
        }
    }

    private void work(String lane) {
        try {
            run(lane);
        } catch (RuntimeException failure) {
            noteFailure(failure);
        }
    }

    private void run(String lane) {
        Carrier carrier = carriers.get(lane.equals(Medium.SMS.name()) ? Medium.SMS : Medium.AGENCY);
        while (deliver(carrier, deliveries.due(lane, now(), BATCH)) > 0) {
            LOG.debug("looking once more into lane {}", lane);
        }
    }

    /** Delivers these messages, some beside each other; answers how many were claimed. */
    private int deliver(Carrier carrier, List<String> ids) {
        AtomicInteger claimed = new AtomicInteger();
        Lanes.each(ids, carrier.width(), senders, id -> {
            if (deliver(carrier, id)) {
                claimed.incrementAndGet();
            }
        });
        return claimed.get();
    }

    private boolean deliver(Carrier carrier, String id) {
        return deliveries
                .claim(id, now())
                .map(message -> {
                    deliver(carrier, message);
                    return true;
                })
                .orElse(false);
    }

    private void deliver(Carrier carrier, OutboxMessage message) {
        Carrier.Outcome outcome = carry(carrier, message);
        if (outcome instanceof Carrier.Outcome.Arrived arrived) {
            note(carrier, message, arrived);
        } else if (outcome instanceof Carrier.Outcome.Failed failed) {
            boolean dead = deliveries.failed(message, carrier.medium(), failed.reason(), now());
            alarm(dead, carrier, message, failed.reason());
        } else if (outcome instanceof Carrier.Outcome.Refused refused) {
            deliveries.refused(message, carrier.medium(), refused.reason(), now());
            alarm(true, carrier, message, refused.reason());
        } else if (outcome instanceof Carrier.Outcome.Held held) {
            deliveries.held(message, held.reason(), now());
        }
    }

    private void note(Carrier carrier, OutboxMessage message, Carrier.Outcome.Arrived arrived) {
        try {
            deliveries.arrived(message, now(), arrived.then());
        } catch (Refusal faultOfModule) {
            deliveries.failed(message, carrier.medium(), "已送达，但业务模块处理应答失败", now());
        }
    }

    private static Carrier.Outcome carry(Carrier carrier, OutboxMessage message) {
        try {
            return carrier.deliver(message);
        } catch (RuntimeException fault) {
            LOG.error("message {} for {} cannot be delivered", message.id(), message.template(), fault);
            return new Carrier.Outcome.Failed("发送时出现故障，详见系统日志");
        }
    }

    private static void alarm(boolean dead, Carrier carrier, OutboxMessage message, String reason) {
        if (dead) {
            LOG.warn("{} message {} ({}) is given up: {}", carrier.medium(), message.id(), message.template(), reason);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    /** A database that is away for a while is said once; the sweep goes on. */
    private void noteFailure(RuntimeException failure) {
        if (failing.compareAndSet(false, true)) {
            LOG.warn("the outbox is not delivered for now", failure);
        }
    }
}
