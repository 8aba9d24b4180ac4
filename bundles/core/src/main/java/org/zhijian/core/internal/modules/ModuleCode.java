package org.zhijian.core.internal.modules;

import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.store.Errand;

/**
 * Runs code of a module. Its fault, or that it does not come back, fails this one request and nothing else (design invariant 6): rolled back,
 * logged once, noted for the module's health, answered with 503.
 */
public final class ModuleCode {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleCode.class);
    /** What has failed on this node and has not been noted in the database. */
    private static final Map<String, Integer> FAULTS = new ConcurrentHashMap<>();

    private static final Map<String, Gate> GATES = new ConcurrentHashMap<>();

    /** The package of each module. */
    private static final Map<String, String> HOMES = new ConcurrentHashMap<>();

    /** How many calls may be inside one module at once. */
    private static volatile int room = 8;

    /** How long code of a module may take. */
    private static volatile Duration limit = Duration.ofSeconds(3);

    /** Told when a module is cut off, or let in again by itself. */
    private static volatile Runnable gatekeeper = () -> {};

    private ModuleCode() {}

    /** Does work inside which code of modules is called: whoever asked is answered even if that code never comes back. */
    public static <T> T limited(Supplier<T> work) {
        try {
            return Errand.run(limit, work);
        } catch (Errand.OverrunException overrun) {
            LOG.error(
                    "module {} did not come back from {} within {}",
                    overrun.owner(),
                    overrun.getMessage(),
                    limit,
                    overrun);
            noteHung(overrun.owner(), overrun.getMessage(), false);
            throw refusal();
        }
    }

    /** Calls code of a module, under the limit of time also where nobody has set one. */
    public static <T> T call(String jurisdiction, String place, Supplier<T> code) {
        return Errand.isUnderWay()
                ? watched(jurisdiction, place, code)
                : limited(() -> watched(jurisdiction, place, code));
    }

    private static <T> T watched(String jurisdiction, String place, Supplier<T> code) {
        if (Errand.isInside(jurisdiction)) {
            return timed(jurisdiction, place, code);
        }
        Gate gate = gate(jurisdiction);
        gate.enter();
        try {
            T result = timed(jurisdiction, place, code);
            if (gate.worked()) {
                LOG.info("module {} is let in again", jurisdiction);
                gatekeeper.run();
            }
            return result;
        } finally {
            gate.leave();
        }
    }

    private static Gate gate(String jurisdiction) {
        return GATES.computeIfAbsent(jurisdiction, id -> new Gate(room, System::nanoTime));
    }

    private static <T> T timed(String jurisdiction, String place, Supplier<T> code) {
        Errand.enter(jurisdiction, HOMES.getOrDefault(jurisdiction, ""), place);
        T result;
        try {
            result = code.get();
        } catch (Throwable thrown) {
            // Also what is checked and was thrown by a trick.
            requireInTime(jurisdiction, place, Errand.leave());
            throw judged(jurisdiction, place, thrown);
        }
        requireInTime(jurisdiction, place, Errand.leave());
        return result;
    }

    private static void requireInTime(String jurisdiction, String place, Errand.End end) {
        if (end == Errand.End.LATE) {
            LOG.error("module {} came back from {} only when it was stopped after {}", jurisdiction, place, limit);
            noteHung(jurisdiction, place, true);
            throw refusal();
        }
        if (end == Errand.End.ABANDONED) {
            throw refusal();
        }
    }

    private static RuntimeException judged(String jurisdiction, String place, Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            return refusal;
        }
        if (thrown instanceof PersistenceException database) {
            // What the database says, such as that somebody else holds a lock, is for the transaction to answer.
            return database;
        }
        LOG.error("module {} failed in {}", jurisdiction, place, thrown);
        FAULTS.merge(jurisdiction, 1, Integer::sum);
        Gate gate = gate(jurisdiction);
        // What empties the memory holds everybody up: it does not get five tries.
        tell(jurisdiction, place, thrown instanceof OutOfMemoryError ? gate.hung(true) : gate.failed());
        return refusal();
    }

    private static void noteHung(String jurisdiction, String place, boolean stopped) {
        FAULTS.merge(jurisdiction, 1, Integer::sum);
        tell(jurisdiction, place, gate(jurisdiction).hung(stopped));
    }

    private static void tell(String jurisdiction, String place, boolean cutOff) {
        if (cutOff) {
            LOG.warn("module {} is cut off, for what it did in {}", jurisdiction, place);
            gatekeeper.run();
        }
    }

    /**
     * Runs code of a module that has not been taken in, such as its constructor: under the limit of time, and without a count of its faults.
     *
     * @param home the package in and below which the code lies, blank if that is not known
     * @return what it answers; throws what it throws
     * @throws Refusal if it does not come back
     */
    static <T> T tried(String name, String home, String place, Callable<T> code) throws Exception {
        FutureTask<T> task = new FutureTask<>(code);
        try {
            Errand.End end = Errand.run(limit, () -> {
                Errand.enter(name, home, place);
                task.run();
                return Errand.leave();
            });
            if (end == Errand.End.IN_TIME) {
                return task.get();
            }
            LOG.error("{} came back from {} only when it was stopped after {}", name, place, limit);
        } catch (Errand.OverrunException overrun) {
            LOG.error("{} did not come back from {} within {}", name, place, limit, overrun);
        } catch (ExecutionException thrown) {
            // An error as well is only this module's.
            throw thrown.getCause() instanceof Exception failure ? failure : thrown;
        }
        throw new Refusal(Refusal.Kind.UNAVAILABLE, "MODULE_FAULT", "模块代码在 " + limit.toSeconds() + " 秒内没有返回");
    }

    private static Refusal refusal() {
        return new Refusal(Refusal.Kind.UNAVAILABLE, "MODULE_FAULT", "该业务模块处理失败，本次操作未生效，请联系管理员");
    }

    /** How often code of modules has failed on this node since this was asked last, by jurisdiction. */
    static Map<String, Integer> takeFaults() {
        Map<String, Integer> taken = new HashMap<>();
        FAULTS.keySet().forEach(jurisdiction -> {
            Integer faults = FAULTS.remove(jurisdiction);
            if (faults != null) {
                taken.put(jurisdiction, faults);
            }
        });
        return taken;
    }

    /** True while no code of the module is called, for it has failed too often; what it showed is read without it. */
    public static boolean isCutOff(String jurisdiction) {
        Gate gate = GATES.get(jurisdiction);
        return gate != null && gate.isClosed();
    }

    /** True if code of the module was not called at all, so that whoever can wait should. */
    public static boolean isNotLetIn(Refusal refusal) {
        return refusal.code().equals(Gate.CUT_OFF) || refusal.code().equals(Gate.BUSY);
    }

    /** How calls get into the code of a module. */
    static Gate gateOf(String jurisdiction) {
        return gate(jurisdiction);
    }

    /** Lets calls into the code of a module again: somebody says so, or it is another version's. What hangs in the old one does not count. */
    static void admit(String jurisdiction) {
        GATES.remove(jurisdiction);
    }

    /** Code of the module lies in and below this package. */
    static void lives(String jurisdiction, String home) {
        HOMES.put(jurisdiction, home);
    }

    /** Whom to tell when a module is cut off, or let in again by itself: on the thread of the call, so without waiting. */
    static void tellOfGates(Runnable listener) {
        gatekeeper = listener;
    }

    /** How many calls may be inside one module at once; for those that have not been called yet. */
    static void room(int value) {
        room = value;
    }

    /** For tests, which do not wait as long as people do. */
    static void limit(Duration value) {
        limit = value;
    }

    public static void run(String jurisdiction, String place, Runnable code) {
        call(jurisdiction, place, () -> {
            code.run();
            return null;
        });
    }
}
