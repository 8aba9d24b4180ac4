package org.zhijian.testkit;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads components of records, also of records that are private to their package. */
final class RecordValues {
    private RecordValues() {}

    static Object get(Record item, String component) {
        return Arrays.stream(item.getClass().getRecordComponents())
                .filter(candidate -> candidate.getName().equals(component))
                .map(candidate -> get(item, candidate))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(item.getClass().getName() + " has no component " + component));
    }

    static Object get(Record item, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(item);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException("cannot read " + component, unreadable);
        }
    }

    /** The value as an index holds it: enums by name, everything else as it prints; several for a list, none for what is empty. */
    static List<String> codes(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(RecordValues::codes).orElse(List.of());
        }
        if (value instanceof Collection<?> items) {
            return items.stream().flatMap(item -> codes(item).stream()).toList();
        }
        return value instanceof Enum<?> constant ? List.of(constant.name()) : List.of(String.valueOf(value));
    }
}
