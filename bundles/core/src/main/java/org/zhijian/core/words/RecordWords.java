package org.zhijian.core.words;

import java.util.Collection;
import java.util.stream.Collectors;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.api.register.Register.Kind;
import org.zhijian.core.registers.RecordView;

/** The cells of a register in words. Pure functions. */
public final class RecordWords {
    private RecordWords() {}

    public static String of(ColumnInfo column, RecordView item) {
        String label = item.labels().getOrDefault(column.id(), "");
        if (!label.isBlank()) {
            return label;
        }
        Object value = item.values().get(column.id());
        if (value == null) {
            return "";
        }
        if (column.kind() == Kind.FLAG) {
            return Boolean.TRUE.equals(value) ? "是" : "否";
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(String::valueOf).map(column::labelOf).collect(Collectors.joining("、"));
        }
        return column.labelOf(String.valueOf(value));
    }
}
