package org.zhijian.core.internal.modules;

import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    /** How long code of a module may take. */
    private static volatile Duration limit = Duration.ofSeconds(10);

    private ModuleCode() {}

    /** Calls a service inside which code of modules runs: the caller is answered even if that code never comes back. */
    public static <T> T limited(String jurisdiction, Supplier<T> work) {
        try {
            return Errand.run(limit, work);
        } catch (Errand.OverrunException overrun) {
            LOG.error("module {} did not come back from {} within {}", jurisdiction, overrun.getMessage(), limit);
            throw fault(jurisdiction);
        }
    }

    public static <T> T call(String jurisdiction, String place, Supplier<T> code) {
        Errand.enter(place);
        try {
            return code.get();
        } catch (Refusal | PersistenceException notItsFault) {
            // What the database says, such as that somebody else holds a lock, is for the transaction to answer.
            throw notItsFault;
        } catch (RuntimeException | LinkageError | StackOverflowError fault) {
            LOG.error("module {} failed in {}", jurisdiction, place, fault);
            throw fault(jurisdiction);
        } finally {
            Errand.leave();
        }
    }

    private static Refusal fault(String jurisdiction) {
        FAULTS.merge(jurisdiction, 1, Integer::sum);
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
