package org.zhijian.core.internal.modules;

import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Memory that runs out. In the code of a module that is the module's fault alone, so the virtual machine does not end by it. A thread of the
 * platform that dies of it leaves a system that only seems to work, and so does a heap that stays full: the node is not ready then, and whoever
 * supervises it starts it again. Thread-safe.
 */
@Component(service = HeapWatch.class, immediate = true)
public final class HeapWatch {
    /** A part of what there may be, after a collection. */
    private static final double FULL = 0.95;

    private static final Logger LOG = LoggerFactory.getLogger(HeapWatch.class);

    private final UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final UncaughtExceptionHandler mine = this::died;
    private volatile boolean wounded;

    @Activate
    public HeapWatch() {
        Thread.setDefaultUncaughtExceptionHandler(mine);
    }

    @Deactivate
    void stop() {
        if (Thread.getDefaultUncaughtExceptionHandler() == mine) {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private void died(Thread thread, Throwable cause) {
        wounded |= cause instanceof OutOfMemoryError;
        if (before == null) {
            LOG.error("thread {} has died", thread.getName(), cause);
        } else {
            before.uncaughtException(thread, cause);
        }
    }

    /** Why the node is not fit for work, as people read it; empty if it is. */
    Optional<String> obstacle() {
        if (wounded) {
            return Optional.of("内存曾用尽，有线程因此终止，请重启");
        }
        return isFull(ManagementFactory.getMemoryPoolMXBeans()) ? Optional.of("内存几乎用尽，请重启或增加内存") : Optional.empty();
    }

    /** Where objects stay that live long. The pools that are emptied into it may well be full, and have no threshold. */
    static boolean isFull(List<MemoryPoolMXBean> pools) {
        return pools.stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
                .map(MemoryPoolMXBean::getCollectionUsage)
                .anyMatch(HeapWatch::isFull);
    }

    /** Of some pools nobody knows how full they are after a collection. */
    private static boolean isFull(MemoryUsage usage) {
        return usage != null && usage.getMax() > 0 && usage.getUsed() > FULL * usage.getMax();
    }
}
