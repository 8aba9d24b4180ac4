package org.zhijian.rest.shape;

import java.time.LocalDate;
import java.util.List;
import org.zhijian.core.calendar.CalendarDay;
import org.zhijian.core.calendar.CalendarYear;
import org.zhijian.core.calendar.DayKind;

/** The working days of one year in a jurisdiction's region. */
public record CalendarItem(
        int year,
        @Told("该年度是否已有节假日安排") boolean known,
        @Maybe @Told("没有安排时的说明") String notice,
        @Told("当前账号能否修改") boolean editable,
        @Told("与星期不同的日子，按日期排列") List<DayItem> days) {

    /** A day that is other than its weekday says. */
    public record DayItem(LocalDate day, DayKind kind, @Told("事由") String title, @Told("是否为本地自行安排") boolean own) {
        static DayItem of(CalendarDay day) {
            return new DayItem(day.day(), day.kind(), day.title(), day.own());
        }
    }

    public static CalendarItem of(CalendarYear year) {
        return new CalendarItem(
                year.year(),
                year.known(),
                year.notice().isBlank() ? null : year.notice(),
                year.editable(),
                year.days().stream().map(DayItem::of).toList());
    }
}
