package org.zhijian.core.calendar;

import java.util.List;
import java.util.Objects;

/**
 * The working days of one year in one region.
 *
 * @param regionCode the region whose own days the caller may change
 * @param known false if nobody has entered anything for this year, so that Monday to Friday are counted
 * @param notice says so, in Chinese; blank if the year is known
 * @param editable true if the caller may change it
 * @param days the days that are other than their weekday says, in order
 */
public record CalendarYear(
        int year, String regionCode, boolean known, String notice, boolean editable, List<CalendarDay> days) {
    public CalendarYear {
        Objects.requireNonNull(regionCode);
        Objects.requireNonNull(notice);
        days = List.copyOf(days);
    }
}
