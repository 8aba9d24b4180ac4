package org.zhijian.core.internal.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.cases.CaseLine;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.core.cases.Cases;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.cases.Tasks;
import org.zhijian.core.exports.Export;
import org.zhijian.core.exports.Exports;
import org.zhijian.core.exports.Format;
import org.zhijian.core.internal.identity.ExportLog;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.registers.RecordView;
import org.zhijian.core.registers.RegisterBrowser;
import org.zhijian.core.words.Formats;
import org.zhijian.core.words.RecordWords;

/** Exports what the lists show, through the lists' own services: nobody gets more out than he sees. Thread-safe. */
@Component(service = Exports.class)
public final class ExportService implements Exports {
    private final Cases cases;
    private final Tasks tasks;
    private final RegisterBrowser registers;
    private final Transactions transactions;
    private final Time time;

    @Activate
    public ExportService(
            @Reference Cases cases,
            @Reference Tasks tasks,
            @Reference RegisterBrowser registers,
            @Reference Transactions transactions,
            @Reference Time time) {
        this.cases = cases;
        this.tasks = tasks;
        this.registers = registers;
        this.transactions = transactions;
        this.time = time;
    }

    /** The columns of a list: their headings, and what stands below them. */
    private static <T> Map<String, Function<T, String>> columns() {
        return new LinkedHashMap<>();
    }

    @Override
    public Export cases(Caller caller, CaseQuery query, Format format) {
        Map<String, Function<CaseLine, String>> columns = columns();
        columns.put("申请编号", CaseLine::number);
        columns.put("业务类型", CaseLine::procedureTitle);
        columns.put("申请单位", CaseLine::applicant);
        columns.put("提交时间", line -> Formats.minute(line.submittedAt()));
        columns.put("当前环节", CaseLine::step);
        columns.put("状态", line -> line.stage().label());
        columns.put("更新时间", line -> Formats.minute(line.changedAt()));
        Export export = sheet("业务查询", format, columns, cursor -> cases.list(caller, query.page(cursor, Page.MAX)));
        note(
                caller,
                export,
                "关键字",
                query.text(),
                "业务类型",
                query.procedure(),
                "状态",
                query.state(),
                "起",
                query.from().map(String::valueOf).orElse(""),
                "止",
                query.to().map(String::valueOf).orElse(""));
        return export;
    }

    @Override
    public Export tasks(Caller caller, TaskQuery query, Format format) {
        Map<String, Function<TaskLine, String>> columns = columns();
        columns.put("申请编号", TaskLine::caseNumber);
        columns.put("业务类型", TaskLine::procedureTitle);
        columns.put("申请单位", TaskLine::applicant);
        columns.put("到达时间", line -> Formats.minute(line.since()));
        columns.put("当前环节", TaskLine::title);
        columns.put("办理期限", line -> Formats.day(line.dueOn()));
        columns.put("剩余工作日", line -> line.daysLeft() == null ? "" : String.valueOf(line.daysLeft()));
        columns.put("状态", line -> line.stage().label());
        Export export =
                sheet(title(query.box()), format, columns, cursor -> tasks.list(caller, query.page(cursor, Page.MAX)));
        note(
                caller,
                export,
                "关键字",
                query.text(),
                "业务类型",
                query.procedure(),
                "状态",
                query.state().map(Enum::name).orElse(""),
                "起",
                query.from().map(String::valueOf).orElse(""),
                "止",
                query.to().map(String::valueOf).orElse(""));
        return export;
    }

    private static String title(TaskQuery.Box box) {
        return switch (box) {
            case WAITING -> "待办";
            case UNDER_WAY -> "在办";
            case DONE -> "已办";
            case OVERDUE -> "逾期";
        };
    }

    @Override
    public Export register(
            Caller caller, String jurisdiction, String register, RegisterBrowser.Query query, Format format) {
        Register<?> declared = registers.register(jurisdiction, register);
        Export export = sheet(
                declared.title(),
                format,
                columns(declared.columns()),
                cursor -> registers.search(caller, jurisdiction, register, query.page(cursor, Page.MAX)));
        List<String> asked = new ArrayList<>(List.of("关键字", query.text()));
        query.filters().forEach((column, value) -> {
            asked.add(declared.column(column).map(ColumnInfo::title).orElse(column));
            asked.add(value);
        });
        note(caller, export, asked.toArray(String[]::new));
        return export;
    }

    @Override
    public Export publicRegister(String jurisdiction, String register, RegisterBrowser.Query query, Format format) {
        Register<?> declared = registers.register(jurisdiction, register);
        List<ColumnInfo> open =
                declared.columns().stream().filter(ColumnInfo::open).toList();
        return sheet(
                declared.title(),
                format,
                columns(open),
                cursor -> registers.searchPublic(jurisdiction, register, query.page(cursor, Page.MAX)));
    }

    private static Map<String, Function<RecordView, String>> columns(List<ColumnInfo> shown) {
        Map<String, Function<RecordView, String>> columns = columns();
        shown.forEach(column -> columns.put(column.title(), item -> RecordWords.of(column, item)));
        columns.put("更新时间", item -> Formats.minute(item.changedAt()));
        return columns;
    }

    private <T> Export sheet(
            String title, Format format, Map<String, Function<T, String>> columns, Function<String, Page<T>> pages) {
        List<Function<T, String>> cells = List.copyOf(columns.values());
        return new Sheet<>(
                title,
                title + "-" + Formats.day(time.today()) + "." + format.ending(),
                format,
                List.copyOf(columns.keySet()),
                pages.apply(""),
                pages,
                item -> cells.stream().map(cell -> cell.apply(item)).toList());
    }

    /** Notes what was taken out, and by which conditions: their names and values in turn. */
    private void note(Caller caller, Export export, String... conditions) {
        List<String> asked = new ArrayList<>(List.of(export.fileName()));
        for (int i = 0; i < conditions.length; i += 2) {
            if (!conditions[i + 1].isBlank()) {
                asked.add(conditions[i] + "=" + conditions[i + 1]);
            }
        }
        String what = asked.stream().collect(Collectors.joining("；"));
        transactions.run(em -> ExportLog.note(em, caller, time.now(), what));
    }
}
