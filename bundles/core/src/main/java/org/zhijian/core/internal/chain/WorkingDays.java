package org.zhijian.core.internal.chain;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Working days from Monday to Friday. Pure functions. */
public final class WorkingDays {
    /** Stands for a deadline where there is none, so that lists sort and continue by one column. */
    public static final LocalDate NO_DEADLINE = LocalDate.of(9999, 12, 31);

    private WorkingDays() {}

    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The last day of a deadline of so many working days that begins after this day. */
    public static LocalDate after(LocalDate start, int workingDays) {
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
    public static int left(LocalDate today, LocalDate dueOn) {
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
