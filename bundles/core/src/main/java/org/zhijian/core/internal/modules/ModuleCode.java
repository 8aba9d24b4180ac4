package org.zhijian.core.internal.modules;

import jakarta.persistence.PersistenceException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.core.access.Refusal;

/** Runs code of a module. Its fault fails this one request and nothing else (design invariant 6): rolled back, logged once, answered with 503. */
public final class ModuleCode {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleCode.class);

    private ModuleCode() {}

    public static <T> T call(String jurisdiction, String place, Supplier<T> code) {
        try {
            return code.get();
        } catch (Refusal | PersistenceException notItsFault) {
            // What the database says, such as that somebody else holds a lock, is for the transaction to answer.
            throw notItsFault;
        } catch (RuntimeException | LinkageError | StackOverflowError fault) {
            LOG.error("module {} failed in {}", jurisdiction, place, fault);
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "MODULE_FAULT", "该业务模块处理失败，本次操作未生效，请联系管理员");
        }
    }

    public static void run(String jurisdiction, String place, Runnable code) {
        call(jurisdiction, place, () -> {
            code.run();
            return null;
        });
    }
}
