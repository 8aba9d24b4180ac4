package org.zhijian.core.internal.chain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import org.zhijian.core.calendar.DayKind;

/**
 * Working days: Monday to Friday, but for holidays and make-up working days. Pure.
 *
 * @param exceptions the days that are other than their weekday says
 */
public record WorkingDays(Map<LocalDate, DayKind> exceptions) {
    /** Stands for a deadline where there is none, so that lists sort and continue by one column. */
    public static final LocalDate NO_DEADLINE = LocalDate.of(9999, 12, 31);

    /** Without any calendar. */
    public static final WorkingDays MONDAY_TO_FRIDAY = new WorkingDays(Map.of());

    public WorkingDays {
        exceptions = Map.copyOf(exceptions);
    }

    public boolean isWorkingDay(LocalDate day) {
        DayKind kind = exceptions.get(day);
        if (kind != null) {
            return kind == DayKind.WORKING;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The last day of a deadline of so many working days that begins after this day. */
    public LocalDate after(LocalDate start, int workingDays) {
        LocalDate day = start;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** Working days left until the deadline: 0 on its last day, negative beyond it. */
    public int left(LocalDate today, LocalDate dueOn) {
        int days = 0;
        LocalDate from = today.isBefore(dueOn) ? today : dueOn;
        LocalDate to = today.isBefore(dueOn) ? dueOn : today;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                days++;
            }
        }
        return today.isAfter(dueOn) ? -Math.max(1, days) : days;
    }
}
