package org.zhijian.testkit;

import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The data part of a definition as a tree of maps, lists and strings: functions count as equal, since code cannot be compared. */
final class DataPart {
    private DataPart() {}

    static Object of(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(DataPart::of).orElse("");
        }
        if (value instanceof Set<?> set) {
            return set.stream().map(item -> String.valueOf(of(item))).sorted().toList();
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(DataPart::of).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(String.valueOf(key), of(item)));
            return sorted;
        }
        if (value instanceof Record item) {
            return components(item);
        }
        return isPlain(value) ? String.valueOf(value) : "code";
    }

    private static Map<String, Object> components(Record item) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("is", item.getClass().getSimpleName());
        for (RecordComponent component : Arrays.asList(item.getClass().getRecordComponents())) {
            parts.put(component.getName(), of(RecordValues.get(item, component)));
        }
        return parts;
    }

    private static boolean isPlain(Object value) {
        return List.of(CharSequence.class, Number.class, Boolean.class, Enum.class, Class.class, Temporal.class)
                .stream()
                .anyMatch(type -> type.isInstance(value));
    }
}
