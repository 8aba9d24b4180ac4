package org.zhijian.api.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people filled in: an immutable tree of plain values under field ids. Text, dates ({@code yyyy-MM-dd}), decimals and references are
 * strings; flags are {@link Boolean}, whole numbers {@link Number}; several choices are a list of strings, a table is a list of maps. Blank
 * strings, empty lists and nulls count as not given. The getters never fail on wrong input: what cannot be read is not given.
 */
public record FormData(Map<String, Object> values) {

    /** Nothing filled in. */
    public static final FormData EMPTY = new FormData(Map.of());

    public FormData {
        values = copy(values);
    }

    private static Map<String, Object> copy(Map<?, ?> source) {
        Map<String, Object> target = new LinkedHashMap<>();
        source.forEach((key, value) -> {
            if (value != null) {
                target.put(String.valueOf(key), copyValue(value));
            }
        });
        return Collections.unmodifiableMap(target);
    }

    private static Object copyValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>(list.size());
            list.forEach(item -> {
                if (item != null) {
                    items.add(copyValue(item));
                }
            });
            return Collections.unmodifiableList(items);
        }
        return value instanceof String || value instanceof Boolean || value instanceof Number
                ? value
                : String.valueOf(value);
    }

    /** The raw value, empty if not given. */
    public Optional<Object> value(String field) {
        Object value = values.get(field);
        boolean given = value != null
                && !(value instanceof String text && text.isBlank())
                && !(value instanceof List<?> list && list.isEmpty());
        return given ? Optional.of(value) : Optional.empty();
    }

    public boolean has(String field) {
        return value(field).isPresent();
    }

    /** The value as trimmed text, {@code ""} if not given. */
    public String text(String field) {
        return value(field).map(String::valueOf).map(String::strip).orElse("");
    }

    /** True only if the value is the flag {@code true}. */
    public boolean flag(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    /** The value as a day, empty if not given or not a day. */
    public Optional<LocalDate> day(String field) {
        try {
            return has(field) ? Optional.of(LocalDate.parse(text(field))) : Optional.empty();
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** The value as a decimal, empty if not given or not a number. */
    public Optional<BigDecimal> decimal(String field) {
        try {
            return has(field) ? Optional.of(new BigDecimal(text(field))) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** Several choices; a single value counts as a list of one. */
    public List<String> list(String field) {
        return value(field)
                .map(value -> value instanceof List<?> items
                        ? items.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(value)))
                .orElse(List.of());
    }

    /** The rows of a table, empty if not given. */
    public List<FormData> rows(String field) {
        return value(field)
                .filter(List.class::isInstance)
                .map(value -> ((List<?>) value)
                        .stream()
                                .filter(Map.class::isInstance)
                                .map(row -> new FormData(copy((Map<?, ?>) row)))
                                .toList())
                .orElse(List.of());
    }

    /** A copy in which this field has this value; null takes it away. */
    public FormData with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new FormData(changed);
    }
}
