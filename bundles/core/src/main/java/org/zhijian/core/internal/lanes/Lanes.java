package org.zhijian.core.internal.lanes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lanes of work, each of which is at work once at most: whoever begins a lane that is at work has it look once more when it comes to its end.
 * Lanes run beside each other, so that one that is held up holds up no other. Thread-safe.
 */
public final class Lanes {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final Consumer<String> work;
    private final ExecutorService threads;
    private final Set<String> busy = new HashSet<>();
    private final Set<String> again = new HashSet<>();

    /**
     * @param name what the threads are called by
     * @param work what is done in a lane; it throws nothing
     */
    public Lanes(String name, Consumer<String> work) {
        this.work = work;
        this.threads = Executors.newCachedThreadPool(named(name));
    }

    /** Starts a lane, or has it look once more. */
    public void begin(String lane) {
        synchronized (busy) {
            if (!busy.add(lane)) {
                again.add(lane);
                return;
            }
        }
        execute(threads, () -> run(lane));
    }

    private void run(String lane) {
        boolean more = true;
        while (more) {
            work.accept(lane);
            synchronized (busy) {
                more = again.remove(lane);
                if (!more) {
                    busy.remove(lane);
                }
            }
        }
    }

    /** Ends when what is at work has ended, or the time is over. */
    public void stop(long seconds) throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(seconds, TimeUnit.SECONDS);
    }

    /** Does something with each item, some beside each other, and comes back when all is done. */
    public static <T> void each(List<T> items, int width, Executor helpers, Consumer<T> act) {
        AtomicInteger next = new AtomicInteger();
        Runnable helper = () -> {
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                act.accept(items.get(i));
            }
        };
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(helper, helpers))
                        .limit(Math.min(width, items.size()))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** Has a thread do something; nothing happens any more while the system stops, for the next start does what is left. */
    public static void execute(Executor executor, Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("stopping: the next start does what is left", stopping);
        }
    }

    /** Threads that end with the system. */
    public static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
