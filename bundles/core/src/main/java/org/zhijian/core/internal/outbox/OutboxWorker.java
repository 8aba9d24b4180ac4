package org.zhijian.core.internal.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.directory.Office;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.agency.AgencyCarrier;
import org.zhijian.core.internal.agency.ChannelAddresses;
import org.zhijian.core.internal.modules.Modules;
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
    private final Set<String> busy = new HashSet<>();
    private final Set<String> again = new HashSet<>();
    private final ScheduledExecutorService dispatcher = Executors.newSingleThreadScheduledExecutor(named("outbox"));
    private final ExecutorService lanes = Executors.newCachedThreadPool(named("outbox-lane"));
    private final ExecutorService senders = Executors.newFixedThreadPool(THREADS, named("outbox-send"));

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
                jurisdiction -> wardens(modules, jurisdiction));
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

    /** The operators, and the offices that oversee the jurisdiction. */
    private static List<String> wardens(Modules modules, String jurisdiction) {
        return Stream.concat(
                        Stream.of(Seats.OPERATORS),
                        modules.descriptor(jurisdiction).stream()
                                .flatMap(descriptor -> descriptor.offices().stream())
                                .filter(Office::oversees)
                                .map(office -> Seats.of(Assignee.office(office.id()))))
                .toList();
    }

    @Deactivate
    public void stop() throws InterruptedException {
        transactions.unlisten(Signal.OUTBOX, wake);
        addresses.unlisten(release);
        for (ExecutorService executor : List.of(dispatcher, lanes, senders)) {
            executor.shutdown();
        }
        // What is on its way may arrive; what does not in time is sent again by whoever runs next.
        if (!senders.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            senders.shutdownNow();
        }
        lanes.awaitTermination(1, TimeUnit.SECONDS);
    }

    /** Looks for what is due, soon and not on this thread. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            execute(dispatcher, () -> {
                woken.set(false);
                pass();
            });
        }
    }

    /** What was held for want of an address is tried as soon as there is one. */
    private void release(String lane) {
        execute(dispatcher, () -> {
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
            deliveries.dueLanes(now()).forEach(this::begin);
            failing.set(false);
        } catch (RuntimeException failure) {
            noteFailure(failure);
        }
    }

    /** Starts a lane, or has it look once more when it comes to its end. */
    private void begin(String lane) {
        synchronized (busy) {
            if (!busy.add(lane)) {
                again.add(lane);
                return;
            }
        }
        execute(lanes, () -> {
            try {
                run(lane);
            } catch (RuntimeException failure) {
                noteFailure(failure);
            } finally {
                end(lane);
            }
        });
    }

    private void end(String lane) {
        boolean once;
        synchronized (busy) {
            busy.remove(lane);
            once = again.remove(lane);
        }
        if (once) {
            wake();
        }
    }

    private void run(String lane) {
        if (lane.equals(Medium.INAPP.name())) {
            while (deliveries.layIntoDesks(now(), BATCH) == BATCH) {
                LOG.debug("more messages for desks");
            }
            return;
        }
        Carrier carrier = carriers.get(lane.equals(Medium.SMS.name()) ? Medium.SMS : Medium.AGENCY);
        while (deliver(carrier, deliveries.due(lane, now(), BATCH)) > 0) {
            LOG.debug("looking once more into lane {}", lane);
        }
    }

    /** Delivers these messages, some beside each other; answers how many were claimed. */
    private int deliver(Carrier carrier, List<String> ids) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger claimed = new AtomicInteger();
        Runnable sender = () -> {
            for (int i = next.getAndIncrement(); i < ids.size(); i = next.getAndIncrement()) {
                if (deliver(carrier, ids.get(i))) {
                    claimed.incrementAndGet();
                }
            }
        };
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(sender, senders))
                        .limit(Math.min(carrier.width(), ids.size()))
                        .toArray(CompletableFuture[]::new))
                .join();
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

    private static void execute(ExecutorService executor, Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("stopping: the next start delivers what is left", stopping);
        }
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
