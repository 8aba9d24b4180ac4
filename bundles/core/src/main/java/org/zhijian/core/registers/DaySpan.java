package org.zhijian.core.registers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.zhijian.core.access.Refusal;

/**
 * Days that are searched for, both ends included; an end that is left out is open. Written {@code 2026-11-01..2026-11-30}, {@code 2026-11-01..} or
 * {@code ..2026-11-30}.
 */
public record DaySpan(Optional<LocalDate> from, Optional<LocalDate> to) {
    private static final String BETWEEN = "..";

    /** @throws Refusal 400 if it ends before it begins */
    public DaySpan {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw Refusal.malformed("结束时间不能早于开始时间");
        }
    }

    public static boolean isSpan(String text) {
        return text.contains(BETWEEN);
    }

    /** Reads a span. @throws Refusal 400 if it is none */
    public static DaySpan of(String text) {
        int between = text.indexOf(BETWEEN);
        return new DaySpan(day(text.substring(0, between)), day(text.substring(between + BETWEEN.length())));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException notADay) {
            throw Refusal.malformed("日期格式不正确：" + text.strip());
        }
    }

    /** The span as it is written; blank if both ends are open. */
    @Override
    public String toString() {
        return from.isEmpty() && to.isEmpty()
                ? ""
                : from.map(LocalDate::toString).orElse("")
                        + BETWEEN
                        + to.map(LocalDate::toString).orElse("");
    }
}
