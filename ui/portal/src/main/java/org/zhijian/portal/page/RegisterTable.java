package org.zhijian.portal.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zhijian.api.form.Option;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.api.register.Register.Kind;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Sort;
import org.zhijian.core.exports.Export;
import org.zhijian.core.exports.Format;
import org.zhijian.core.identity.SignIn;
import org.zhijian.core.registers.DaySpan;
import org.zhijian.core.registers.RecordView;
import org.zhijian.core.registers.RegisterBrowser;
import org.zhijian.core.registers.RegisterBrowser.Query;
import org.zhijian.core.words.Formats;
import org.zhijian.core.words.RecordWords;
import org.zhijian.portal.components.Descriptions;
import org.zhijian.portal.components.ExportLinks;
import org.zhijian.portal.components.Filters;
import org.zhijian.portal.components.PagedGrid;
import org.zhijian.portal.components.Texts;

/** The records of a register: a search over its indexed columns, a table, and all of a record in a dialog. */
final class RegisterTable extends Div {
    private static final int ROWS = 50;
    private static final int WIDEST = 7;

    /** Where the records come from: the caller's view or the public one. */
    interface Source {
        Page<RecordView> find(Query query);

        /** The same as a file, for whoever asks for it. */
        Export export(Caller caller, Query query, Format format);
    }

    private final transient List<ColumnInfo> columns;
    private final transient Map<String, Supplier<String>> filters = new LinkedHashMap<>();
    private final PagedGrid<RecordView> grid;
    private final transient Function<RecordView, List<Component>> acts;
    private final transient Function<RecordView, List<RecordView>> history;
    private final TextField text = Filters.text("filter-text", "包含文字", "");

    RegisterTable(SignIn signIn, List<ColumnInfo> columns, Source source) {
        this(signIn, columns, Map.of(), source, item -> List.of(), item -> List.of());
    }

    /**
     * @param where what the filters hold at the start, by column
     * @param acts what may be done with a record, as buttons
     * @param history what a record held before, newest first
     */
    RegisterTable(
            SignIn signIn,
            List<ColumnInfo> columns,
            Map<String, String> where,
            Source source,
            Function<RecordView, List<Component>> acts,
            Function<RecordView, List<RecordView>> history) {
        this.columns = List.copyOf(columns);
        this.acts = acts;
        this.history = history;
        grid = new PagedGrid<>("records", "没有符合条件的记录", (sort, cursor) -> source.find(query(sort, cursor)));
        columns.stream()
                .sorted(Comparator.comparing(RegisterTable::rank))
                .limit(WIDEST)
                .sorted(Comparator.comparing(columns::indexOf))
                .forEach(this::show);
        grid.onOpen(this::open);
        add(
                controls(where),
                grid,
                new ExportLinks(signIn, (caller, format) -> source.export(caller, query(grid.sort(), ""), format)));
        grid.load();
    }

    private void show(ColumnInfo column) {
        grid.text(column.title(), item -> RecordWords.of(column, item));
        if (RegisterBrowser.isSortable(column) && column.mask() == Mask.NONE) {
            grid.sorted(column.id());
        }
    }

    /** What a table with little room shows first. */
    private static int rank(ColumnInfo column) {
        if (column.key()) {
            return 0;
        }
        return column.status() ? 1 : column.index() ? 2 : 3;
    }

    private Div controls(Map<String, String> where) {
        List<Component> row = new ArrayList<>(List.of(text));
        columns.stream().filter(ColumnInfo::index).forEach(column -> {
            String id = "filter-" + column.id();
            String value = where.getOrDefault(column.id(), "");
            if (column.kind() == Kind.DAY) {
                days(row, id, column, value);
            } else if (column.options().isEmpty()) {
                TextField field = Filters.text(id, column.title(), value);
                field.addValueChangeListener(event -> grid.load());
                filters.put(column.id(), () -> field.getValue().strip());
                row.add(field);
            } else {
                Select<Option> select = Filters.select(id, column.title(), column.options(), value);
                select.addValueChangeListener(event -> grid.load());
                filters.put(column.id(), () -> Filters.value(select));
                row.add(select);
            }
        });
        text.addValueChangeListener(event -> grid.load());
        return Filters.row(row, !where.isEmpty());
    }

    /** A day is searched for between two. */
    private void days(List<Component> row, String id, ColumnInfo column, String value) {
        DaySpan span = DaySpan.isSpan(value) ? DaySpan.of(value) : new DaySpan(Optional.empty(), Optional.empty());
        DatePicker from =
                Filters.day(id + "-from", column.title() + "（起）", span.from().orElse(null));
        DatePicker to =
                Filters.day(id + "-to", column.title() + "（止）", span.to().orElse(null));
        from.addValueChangeListener(event -> {
            to.setMin(from.getValue());
            grid.load();
        });
        to.addValueChangeListener(event -> {
            from.setMax(to.getValue());
            grid.load();
        });
        filters.put(
                column.id(),
                () -> from.isInvalid() || to.isInvalid()
                        ? ""
                        : new DaySpan(Optional.ofNullable(from.getValue()), Optional.ofNullable(to.getValue()))
                                .toString());
        row.addAll(List.of(from, to));
    }

    private Query query(Sort<String> sort, String cursor) {
        Map<String, String> asked = new HashMap<>();
        filters.forEach((column, value) -> {
            if (!value.get().isBlank()) {
                asked.put(column, value.get());
            }
        });
        return new Query(asked, text.getValue().strip(), sort, cursor, ROWS);
    }

    private void open(RecordView item) {
        Descriptions all = new Descriptions();
        columns.forEach(column -> all.item(column.title(), RecordWords.of(column, item)));
        all.item("更新时间", Formats.minute(item.changedAt()));
        Dialog dialog = new Dialog(all, new RecordHistory(columns, item, history.apply(item)));
        dialog.setId("record");
        dialog.setHeaderTitle(columns.stream()
                .filter(ColumnInfo::key)
                .findFirst()
                .map(column -> RecordWords.of(column, item))
                .orElse(item.key()));
        dialog.setWidth("min(92vw, 720px)");
        Button close = new Button(Texts.CLOSE, event -> dialog.close());
        close.setId("record-close");
        acts.apply(item).forEach(act -> {
            act.getElement().addEventListener("click", event -> dialog.close());
            dialog.getFooter().add(act);
        });
        dialog.getFooter().add(close);
        dialog.open();
    }
}
