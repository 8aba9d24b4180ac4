package org.zhijian.portal.page;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.calendar.CalendarDay;
import org.zhijian.core.calendar.CalendarYear;
import org.zhijian.core.calendar.DayKind;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.ErrorSummary;
import org.zhijian.portal.components.Filters;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Table;
import org.zhijian.portal.components.Tone;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** 工作日历: the days by which deadlines count; the region's administrator changes them here. */
public final class CalendarPage extends DeskPage {
    public CalendarPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        int year = asked(visit);
        CalendarYear calendar = platform().calendar().year(visit.caller(), visit.regionId(), year);
        add(heading("工作日历"), years(visit, year));
        if (!calendar.known()) {
            add(Sentence.notice(calendar.notice()));
        }
        if (calendar.editable()) {
            add(new Panel("修改", form(year)));
        }
        add(new Panel(year + "年放假与调休", table(calendar)));
    }

    private int asked(Visit visit) {
        String year = visit.query("year");
        return year.matches("20[0-9]{2}")
                ? Integer.parseInt(year)
                : platform().installation().today().getYear();
    }

    private static Div years(Visit visit, int year) {
        Div row = new Div(
                new Link(visit.to("calendar?year=" + (year - 1)), "‹ " + (year - 1) + "年").test("year-before"),
                new Link(visit.to("calendar?year=" + (year + 1)), (year + 1) + "年 ›").test("year-after"));
        row.addClassName("zj-buttons");
        return row;
    }

    private Div form(int year) {
        LocalDate today = platform().installation().today();
        DatePicker day = Filters.day("day", "日期", today.getYear() == year ? today : LocalDate.of(year, 1, 1));
        Select<Option> kind = new Select<>();
        kind.setId("kind");
        kind.setLabel("安排");
        List<Option> kinds = List.of(option(DayKind.HOLIDAY), option(DayKind.WORKING));
        kind.setItems(kinds);
        kind.setItemLabelGenerator(Option::label);
        kind.setValue(kinds.get(0));
        TextField title = Filters.text("title", "事由", "");
        ErrorSummary errors = new ErrorSummary(field -> {});
        ActButton save = new ActButton("保存", "save-day", once -> {
            errors.clear();
            try {
                set(day.getValue(), DayKind.valueOf(kind.getValue().value()), title.getValue(), once);
            } catch (Refusal refusal) {
                if (refusal.violations().isEmpty()) {
                    throw refusal;
                }
                errors.show(refusal.violations());
            }
        });
        return new Div(
                Sentence.hint("已开始计算的期限不变；此后开始的期限按修改后的日历计算。"), errors, Filters.row(day, kind, title, save.primary()));
    }

    private static Option option(DayKind kind) {
        return new Option(kind.name(), kind.title());
    }

    private void set(LocalDate day, DayKind kind, String title, Once once) {
        if (day == null) {
            throw Refusal.invalid(Violation.of("day", "APR-09", "请填写日期"));
        }
        platform().calendar().set(visit().caller(), once, visit().regionId(), day, kind, title);
        Notices.done("已保存：" + Formats.day(day) + " " + kind.title());
        open();
    }

    private Table table(CalendarYear calendar) {
        Table table = new Table("日期", "星期", "安排", "事由", "来源", "").test("calendar");
        for (CalendarDay day : calendar.days()) {
            table.row(
                    Formats.day(day.day()),
                    day.day().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE),
                    new Chip(day.kind().title(), day.kind() == DayKind.HOLIDAY ? Tone.GREEN : Tone.ORANGE),
                    day.title(),
                    day.own() ? "本地安排" : "国务院办公厅或上级安排",
                    reset(calendar, day));
        }
        return table.orElse("没有安排。按周一至周五计算工作日。");
    }

    private Div reset(CalendarYear calendar, CalendarDay day) {
        ActButton button = new ActButton("取消本地安排", "reset-" + day.day(), once -> {
            platform().calendar().reset(visit().caller(), once, visit().regionId(), day.day());
            Notices.done("已取消 " + Formats.day(day.day()) + " 的本地安排");
            open();
        });
        button.setVisible(calendar.editable() && day.own());
        return new Div(button.quiet());
    }
}
