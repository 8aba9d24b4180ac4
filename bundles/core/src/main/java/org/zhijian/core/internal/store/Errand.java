package org.zhijian.core.internal.store;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.openjpa.lib.jdbc.DelegatingConnection;
import org.apache.openjpa.persistence.OpenJPAPersistence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work on a thread of its own, so that whoever asked for it is answered even if foreign code in it never comes back. Such code is marked by
 * {@link #enter} and {@link #leave}; when it stays longer than the limit its thread is interrupted, and if that does not help, abandoned: the
 * transaction that it holds is broken off with its connection, which gives the locks back. One thread change for each errand is all it costs.
 */
public final class Errand<T> implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Errand.class);
    private static final ThreadLocal<Errand<?>> CURRENT = new ThreadLocal<>();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Errand::thread);
    private static final long GRACE_MILLIS = 500;

    private final Supplier<T> work;
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile Thread thread;
    private volatile String place = "";
    private volatile long since;
    private volatile EntityManager transaction;
    private T result;
    private Throwable failure;

    /** Foreign code that did not come back. */
    public static final class OverrunException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OverrunException(String place) {
            super(place);
        }
    }

    private Errand(Supplier<T> work) {
        this.work = work;
    }

    private static Thread thread(Runnable run) {
        Thread thread = new Thread(run, "errand-" + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Does the work and answers its result, or throws what it throws.
     *
     * @throws OverrunException if foreign code in it took longer than the limit and could not be stopped
     */
    public static <T> T run(Duration limit, Supplier<T> work) {
        if (CURRENT.get() != null) {
            return work.get();
        }
        Errand<T> errand = new Errand<>(work);
        THREADS.execute(errand);
        return errand.await(limit.toNanos());
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        thread.setContextClassLoader(loader);
        CURRENT.set(this);
        try {
            result = work.get();
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
        } finally {
            CURRENT.remove();
            done.countDown();
        }
    }

    private T await(long limit) {
        long patience = limit;
        while (!comesIn(patience)) {
            long begun = since;
            long stays = begun == 0 ? 0 : System.nanoTime() - begun;
            if (stays >= limit) {
                stop();
            }
            patience = Math.max(1, limit - stays);
        }
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
        if (failure instanceof Error thrown) {
            throw thrown;
        }
        return result;
    }

    /** True once the work is done. Whoever waits for it cannot be called away. */
    private boolean comesIn(long nanos) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return done.await(nanos, TimeUnit.NANOSECONDS);
                } catch (InterruptedException early) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void stop() {
        String where = place;
        thread.interrupt();
        if (comesIn(TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS))) {
            return;
        }
        breakOff(transaction);
        throw new OverrunException(where);
    }

    /** The abandoned thread never gives its connection back; without it the database forgets what was done and frees the locks. */
    private static void breakOff(EntityManager em) {
        if (em == null) {
            return;
        }
        try {
            innermost((Connection) OpenJPAPersistence.cast(em).getConnection()).abort(Runnable::run);
        } catch (Exception failed) {
            LOG.error("an abandoned transaction could not be broken off", failed);
        }
    }

    /** What OpenJPA hands out cannot be aborted, what it wraps can. */
    private static Connection innermost(Connection connection) {
        return connection instanceof DelegatingConnection wrapper ? wrapper.getInnermostDelegate() : connection;
    }

    /** Foreign code begins on this thread. */
    public static void enter(String place) {
        Errand<?> errand = CURRENT.get();
        if (errand != null) {
            errand.place = place;
            errand.since = System.nanoTime() | 1;
        }
    }

    /** Foreign code has come back on this thread. */
    public static void leave() {
        Errand<?> errand = CURRENT.get();
        if (errand != null) {
            errand.since = 0;
        }
    }

    /** The transaction that is open on this thread, null when it ends. */
    static void holds(EntityManager em) {
        Errand<?> errand = CURRENT.get();
        if (errand != null) {
            errand.transaction = em;
        }
    }
}
