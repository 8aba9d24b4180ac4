package org.zhijian.core.internal.store;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much memory threads have taken. The virtual machine tells it by JMX alone to bundles, which do not see {@code com.sun.management}. */
final class Allocation {
    private static final Logger LOG = LoggerFactory.getLogger(Allocation.class);
    private static final MBeanServer FIGURES = ManagementFactory.getPlatformMBeanServer();
    private static final String[] SIGNATURE = {"long"};

    private Allocation() {}

    /** The bytes that a thread has taken since it began; what of them is free again counts too. 0 where the virtual machine does not know. */
    static long of(Thread thread) {
        try {
            ObjectName threads = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
            return (Long) FIGURES.invoke(threads, "getThreadAllocatedBytes", new Object[] {thread.getId()}, SIGNATURE);
        } catch (JMException unknown) {
            LOG.debug("this virtual machine does not tell what threads take", unknown);
            return 0;
        }
    }
}
