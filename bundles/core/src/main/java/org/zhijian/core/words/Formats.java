package org.zhijian.core.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days, times and sizes are written. Pure functions; all days are days in China. */
public final class Formats {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final long KILO = 1024;

    private Formats() {}

    /** {@code 2026-11-23}, blank for null. */
    public static String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** {@code 2026-11-23}, blank for null. */
    public static String day(Instant moment) {
        return moment == null ? "" : DAY.format(moment.atZone(CHINA));
    }

    /** {@code 2026-11-23 09:05}, blank for null. */
    public static String minute(Instant moment) {
        return moment == null ? "" : MINUTE.format(moment.atZone(CHINA));
    }

    /** {@code 09:05}. */
    public static String time(Instant moment) {
        return TIME.format(moment.atZone(CHINA));
    }

    /** {@code 2.1 MB}, {@code 5 MB}. */
    public static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        return bytes < KILO * KILO
                ? (bytes + KILO / 2) / KILO + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KILO * KILO))
                        .replace(".0 MB", " MB");
    }

    /** {@code 剩 3 个工作日}, {@code 今日到期}, {@code 逾期 2 个工作日}; blank without a deadline. */
    public static String daysLeft(Integer days) {
        if (days == null) {
            return "";
        }
        if (days == 0) {
            return "今日到期";
        }
        return days < 0 ? "逾期 " + -days + " 个工作日" : "剩 " + days + " 个工作日";
    }
}
