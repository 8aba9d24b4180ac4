package org.zhijian.core.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A day that is other than its weekday says.
 *
 * @param title why, such as 春节
 * @param own true if the region itself keeps it, false if it comes from the province or the State Council
 */
public record CalendarDay(LocalDate day, DayKind kind, String title, boolean own) {
    public CalendarDay {
        Objects.requireNonNull(day);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(title);
    }
}
