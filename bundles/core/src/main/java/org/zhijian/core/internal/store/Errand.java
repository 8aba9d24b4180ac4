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
import java.util.stream.Stream;
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
    private static final ThreadLocal<Errand<?>> CURRENT = new ThreadBan();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Errand::thread);
    private static final long GRACE_MILLIS = 500;

    /** So long foreign code may wait for the database, beside the limit: that it waits there is not its fault. */
    private static final long DATABASE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final String PERSISTENCE = "org.apache.openjpa.";

    /** So often whoever waits looks at how much memory foreign code takes. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** Whoever waits longer for his turn to look has stood still with the whole machine, which is nobody's fault. */
    private static final long STANDSTILL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** More memory than this is not taken by one call: an eighth of all, for nobody can limit what a bundle holds. */
    private static final long MEMORY = Runtime.getRuntime().maxMemory() / 8;

    private final Supplier<T> work;
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile Thread thread;
    /** The innermost call of foreign code, null outside of any; changed by the thread of the errand, under the lock. */
    private volatile Call top;

    private volatile EntityManager transaction;
    private volatile boolean abandoned;
    private T result;
    private Throwable failure;

    /** How a call of foreign code has ended. */
    public enum End {
        IN_TIME,
        /** It came back after it had been told to stop: what it answers is worth nothing. */
        LATE,
        /** Whoever asked has been answered long ago, and it has been noted. */
        ABANDONED
    }

    /** Foreign code that is under way. Its time does not run while code of others that it called does. */
    private static final class Call {
        private final String owner;
        private final String home;
        private final String place;
        private final Call outer;
        private volatile long since = System.nanoTime();
        /** What its thread had taken when it was first looked at, which is soon; only whoever waits counts. */
        private long allocated = -1;

        private long granted;
        private boolean stopped;
        private boolean left;

        Call(String owner, String home, String place, Call outer) {
            this.owner = owner;
            this.home = home;
            this.place = place;
            this.outer = outer;
        }
    }

    /** Foreign code that did not come back; the stack trace is where it was. */
    public static final class OverrunException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String owner;

        OverrunException(String owner, String place, StackTraceElement... where) {
            super(place);
            this.owner = owner;
            setStackTrace(where);
        }

        /** Whose code it is. */
        public String owner() {
            return owner;
        }
    }

    /** Foreign code starts no threads: they would outlive its bundle, and nobody would watch over them. What it calls may. */
    private static final class ThreadBan extends InheritableThreadLocal<Errand<?>> {
        @Override
        protected Errand<?> childValue(Errand<?> parent) {
            Call call = parent == null ? null : parent.top;
            if (call != null && Frames.isFrom(call.home, Thread.currentThread().getStackTrace())) {
                throw new IllegalStateException("a module starts no threads");
            }
            return null;
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
        if (isUnderWay()) {
            return work.get();
        }
        Errand<T> errand = new Errand<>(work);
        THREADS.execute(errand);
        return errand.await(limit.toNanos());
    }

    /** True if this thread is on an errand, so that somebody watches over it. */
    public static boolean isUnderWay() {
        return CURRENT.get() != null;
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        thread.setContextClassLoader(loader);
        CURRENT.set(this);
        try {
            result = work.get();
        } catch (Throwable thrown) {
            failure = thrown;
        } finally {
            CURRENT.remove();
            done.countDown();
        }
    }

    private T await(long limit) {
        long looked = System.nanoTime();
        while (!comesIn(LOOK_NANOS)) {
            Call call = top;
            long stoodStill = System.nanoTime() - looked - STANDSTILL_NANOS;
            looked = System.nanoTime();
            if (call != null && stoodStill > 0) {
                extend(call, stoodStill);
            }
            if (call != null && isGreedy(call)) {
                stop(call, 0);
            } else if (call != null && isLate(call, limit)) {
                stop(call, GRACE_MILLIS);
            }
        }
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
        if (failure instanceof Error thrown) {
            throw thrown;
        }
        if (failure != null) {
            throw new IllegalStateException("thrown without being declared", failure);
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

    private boolean isGreedy(Call call) {
        long allocated = Allocation.of(thread);
        if (call.allocated < 0) {
            call.allocated = allocated;
        }
        return allocated - call.allocated > MEMORY;
    }

    /** True if a call has taken longer than the limit; it is given more time while it waits for the database. */
    private boolean isLate(Call call, long limit) {
        if (System.nanoTime() - call.since < limit) {
            return false;
        }
        if (call.granted >= DATABASE_NANOS || !isInDatabase()) {
            return true;
        }
        call.granted += limit / 4;
        extend(call, limit / 4);
        return false;
    }

    private synchronized void extend(Call call, long nanos) {
        call.since += nanos;
    }

    private boolean isInDatabase() {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(PERSISTENCE));
    }

    /** Interrupts foreign code, and nothing that runs after it; gives it up if that does not help. */
    private void stop(Call call, long grace) {
        synchronized (this) {
            if (top != call) {
                return;
            }
            call.stopped = true;
            thread.interrupt();
        }
        if (comesIn(TimeUnit.MILLISECONDS.toNanos(grace))) {
            return;
        }
        synchronized (this) {
            if (call.left) {
                return;
            }
            abandoned = true;
        }
        StackTraceElement[] where = thread.getStackTrace();
        breakOff(transaction);
        LastResort.stop(thread, call.home, done);
        throw new OverrunException(call.owner, call.place, where);
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

    /** True if this thread is inside foreign code of this owner already. */
    public static boolean isInside(String owner) {
        for (Call call = CURRENT.get().top; call != null; call = call.outer) {
            if (call.owner.equals(owner)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Foreign code begins on this thread, which is on an errand.
     *
     * @param home the package in and below which that code lies, blank if that is not known
     */
    public static void enter(String owner, String home, String place) {
        Errand<?> errand = CURRENT.get();
        synchronized (errand) {
            errand.top = new Call(owner, home, place, errand.top);
        }
    }

    /** The foreign code that was entered last has come back; what it was called from, if foreign too, is watched on. */
    public static End leave() {
        Errand<?> errand = CURRENT.get();
        synchronized (errand) {
            Call call = errand.top;
            call.left = true;
            errand.top = call.outer;
            if (call.outer != null) {
                call.outer.since += System.nanoTime() - call.since;
            }
            if (errand.abandoned) {
                return End.ABANDONED;
            }
            if (call.stopped) {
                // It was meant for this code alone.
                Thread.interrupted();
                return End.LATE;
            }
            return End.IN_TIME;
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
