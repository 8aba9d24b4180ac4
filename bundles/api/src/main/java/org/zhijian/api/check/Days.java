package org.zhijian.api.check;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Days written as digits inside a number. */
final class Days {
    private static final int MONTHS = 12;

    private Days() {}

    /** The day written as eight digits {@code yyyyMMdd}, empty if the calendar has no such day. */
    static Optional<LocalDate> day(String digits) {
        int year = Integer.parseInt(digits.substring(0, 4));
        int month = Integer.parseInt(digits.substring(4, 6));
        int day = Integer.parseInt(digits.substring(6, 8));
        return isMonth(month) && YearMonth.of(year, month).isValidDay(day)
                ? Optional.of(LocalDate.of(year, month, day))
                : Optional.empty();
    }

    static boolean isMonth(int month) {
        return 1 <= month && month <= MONTHS;
    }
}
