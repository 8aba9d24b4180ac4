package org.zhijian.jurisdiction.national;

import java.time.LocalDate;

/** NS-R05, NS-R06: how long a registration is valid, and when it is renewed (建设部令147号). Pure functions. */
final class Validity {
    private static final int YEARS = 3;
    private static final int EARLIEST = 90;
    private static final int LATEST = 30;

    /** When a renewal is applied for, seen from the last day of the registration. */
    enum Window {
        TOO_EARLY,
        IN_TIME,
        LATE,
        OVER
    }

    private Validity() {}

    /** The last day of a registration that is decided on this day. */
    static LocalDate initial(LocalDate decided) {
        return decided.plusYears(YEARS).minusDays(1);
    }

    /** The last day after a renewal, whenever it is decided. */
    static LocalDate renewed(LocalDate validTo) {
        return validTo.plusYears(YEARS);
    }

    /** The first day on which a renewal may be applied for. */
    static LocalDate earliestRenewal(LocalDate validTo) {
        return validTo.minusDays(EARLIEST);
    }

    static Window window(LocalDate validTo, LocalDate today) {
        if (today.isAfter(validTo)) {
            return Window.OVER;
        }
        if (today.isBefore(earliestRenewal(validTo))) {
            return Window.TOO_EARLY;
        }
        return today.isAfter(validTo.minusDays(LATEST)) ? Window.LATE : Window.IN_TIME;
    }
}
