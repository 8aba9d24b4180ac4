package org.zhijian.core.internal.modules;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.zhijian.core.access.Refusal;

/**
 * How calls get into the code of one module on this node (design invariant 6). A module that fails again and again, or does not come back, is cut
 * off: for a pause, which doubles each time that the one call which is let in afterwards fails as well; until somebody lets it in again, if its code
 * could not even be stopped, for each further try would cost another thread. No more calls are inside at once than leave room for the other modules.
 * Thread-safe.
 */
final class Gate {
    static final String CUT_OFF = "MODULE_CUT_OFF";
    static final String BUSY = "MODULE_BUSY";
    static final int FAULTS = 5;
    static final Duration WITHIN = Duration.ofMinutes(1);
    static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration WAIT = Duration.ofSeconds(1);

    /** How open it is. */
    enum State {
        OPEN,
        /** Nobody gets in until the pause is over, and then one. */
        PAUSED,
        /** Nobody gets in. */
        SHUT
    }

    private final LongSupplier nanos;
    private final Semaphore room;
    private final Deque<Long> faults = new ArrayDeque<>();
    private State state = State.OPEN;
    private Duration pause = FIRST_PAUSE;
    private long over;

    /** The call that is tried after a pause, null if there is none. */
    private Thread trial;

    /**
     * @param room how many calls may be inside at once
     * @param nanos the time, as {@link System#nanoTime} tells it
     */
    Gate(int room, LongSupplier nanos) {
        this.room = new Semaphore(room);
        this.nanos = nanos;
    }

    /**
     * Lets this thread in; {@link #leave} is to follow.
     *
     * @throws Refusal if the module is cut off, or too much of it is under way
     */
    void enter() {
        admit();
        if (!hasRoom()) {
            endTrial();
            throw new Refusal(Refusal.Kind.UNAVAILABLE, BUSY, "该业务模块正忙，请稍后再试");
        }
    }

    private synchronized void admit() {
        if (state == State.OPEN) {
            return;
        }
        if (isClosed() || trial != null) {
            throw cutOff();
        }
        trial = Thread.currentThread();
    }

    static Refusal cutOff() {
        return new Refusal(Refusal.Kind.UNAVAILABLE, CUT_OFF, "该业务模块已被隔离，请稍后再试");
    }

    private boolean hasRoom() {
        try {
            return room.tryAcquire(WAIT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The call of this thread has ended, well or not. */
    void leave() {
        endTrial();
        room.release();
    }

    private synchronized void endTrial() {
        if (trial == Thread.currentThread()) {
            trial = null;
        }
    }

    /** The call of this thread has ended as it should: a trial opens the gate. @return true if it was closed before */
    synchronized boolean worked() {
        boolean tried = trial == Thread.currentThread();
        if (tried) {
            open();
        }
        return tried;
    }

    /** Code of the module has failed. @return true if it is cut off now and was not before */
    synchronized boolean failed() {
        long now = nanos.getAsLong();
        if (trial == Thread.currentThread()) {
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            over = now + pause.toNanos();
            return false;
        }
        faults.addLast(now);
        while (now - faults.getFirst() > WITHIN.toNanos()) {
            faults.removeFirst();
        }
        return faults.size() >= FAULTS && shut(State.PAUSED);
    }

    /**
     * Code of the module did not come back in time.
     *
     * @param stopped false if it could not be stopped either
     * @return true if it is cut off now and was not before
     */
    synchronized boolean hung(boolean stopped) {
        if (stopped && trial == Thread.currentThread()) {
            return failed();
        }
        return shut(stopped ? State.PAUSED : State.SHUT);
    }

    private boolean shut(State next) {
        boolean first = state == State.OPEN;
        faults.clear();
        state = state == State.SHUT ? State.SHUT : next;
        over = nanos.getAsLong() + pause.toNanos();
        return first;
    }

    /** Lets everybody in again, and forgets what was. */
    synchronized void open() {
        state = State.OPEN;
        pause = FIRST_PAUSE;
        faults.clear();
        trial = null;
    }

    synchronized State state() {
        return state;
    }

    /** True as long as not even a trial is let in. */
    synchronized boolean isClosed() {
        return state == State.SHUT || state == State.PAUSED && nanos.getAsLong() - over < 0;
    }
}
