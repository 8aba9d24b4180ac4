package org.zhijian.portal.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.stream.Collectors;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.registers.RecordView;
import org.zhijian.core.words.Formats;
import org.zhijian.core.words.RecordWords;
import org.zhijian.portal.components.Table;

/** What has changed in a record, newest first; nothing where nothing has. */
final class RecordHistory extends Div {

    /**
     * @param now the record as it is
     * @param earlier what it held before, newest first
     */
    RecordHistory(List<ColumnInfo> columns, RecordView now, List<RecordView> earlier) {
        if (earlier.isEmpty()) {
            return;
        }
        Table table = new Table("时间", "变更内容").test("record-history");
        RecordView after = now;
        for (RecordView before : earlier) {
            table.row(Formats.minute(before.changedAt()), changes(columns, before, after));
            after = before;
        }
        add(new H3("变更记录"), table);
    }

    private static String changes(List<ColumnInfo> columns, RecordView before, RecordView after) {
        return columns.stream()
                .filter(column -> !RecordWords.of(column, before).equals(RecordWords.of(column, after)))
                .map(column -> column.title() + "：" + orNone(RecordWords.of(column, before)) + " → "
                        + orNone(RecordWords.of(column, after)))
                .collect(Collectors.joining("；"));
    }

    private static String orNone(String words) {
        return words.isBlank() ? "（空）" : words;
    }
}
