package org.zhijian.core.internal.registers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhijian.core.internal.store.Json;

/** The content of a record, taken apart by columns without its Java type. Immutable. */
record Cells(Map<String, Object> values) {

    static Cells of(String json) {
        return new Cells(Json.map(json));
    }

    /** The plain value of a column: a string, number, flag or list of strings; empty if the record has none. */
    Optional<Object> value(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /** The values of a column as texts: one, several for a list, none if the record has none. */
    List<String> texts(String column) {
        return value(column)
                .map(value -> value instanceof List<?> items
                        ? items.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(value)))
                .orElse(List.of());
    }

    /** The value of a column as one text, blank if the record has none. */
    String text(String column) {
        return String.join("、", texts(column));
    }
}
