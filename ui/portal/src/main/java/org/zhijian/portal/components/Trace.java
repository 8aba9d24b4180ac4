package org.zhijian.portal.components;

import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The number by which a fault on a screen is found in the log. */
public final class Trace {
    private static final Logger LOG = LoggerFactory.getLogger(Trace.class);

    private Trace() {}

    /** Logs a fault and gives its number. */
    public static String record(Throwable fault) {
        String trace = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("fault {}", trace, fault);
        return trace;
    }

    /** What people read about a fault. */
    public static String sentence(String trace) {
        return "系统出现问题，操作没有完成。请稍后重试；如仍不成功，请联系管理员并告知编号 " + trace + "。";
    }
}
