package org.zhijian.api.procedure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.zhijian.api.form.FormData;

/**
 * How open cases of an earlier version come over to this one, when the operator asks for it; without it they finish on theirs. What it does not
 * mention keeps its id. Immutable.
 *
 * @param from the version with which the earlier definition came, such as 1.0.0; a beginning of it stands for all below, such as 1.0 or 1
 * @param fields ids of fields that have another id now, by the former one
 * @param filled values for fields that are new, where the case has none, by the id of now
 * @param dropped ids of fields that there are no more; what stood in them is said in the log of the case
 * @param steps ids of steps that have another id now, by the former one
 */
public record Migration(
        String from,
        Map<String, String> fields,
        Map<String, Object> filled,
        Set<String> dropped,
        Map<String, String> steps) {

    public Migration {
        Objects.requireNonNull(from);
        fields = Map.copyOf(fields);
        filled = Map.copyOf(filled);
        dropped = Set.copyOf(dropped);
        steps = Map.copyOf(steps);
    }

    /** Everything keeps its id. */
    public static Migration from(String version) {
        return new Migration(version, Map.of(), Map.of(), Set.of(), Map.of());
    }

    /** A field has another id now. */
    public Migration field(String was, String is) {
        return new Migration(from, with(fields, was, is), filled, dropped, steps);
    }

    /** A field that is new holds this value, as it would stand in JSON, where the case has none. */
    public Migration fill(String field, Object value) {
        return new Migration(from, fields, with(filled, field, value), dropped, steps);
    }

    /** There is no such field any more. */
    public Migration drop(String field) {
        Set<String> more = new LinkedHashSet<>(dropped);
        more.add(field);
        return new Migration(from, fields, filled, more, steps);
    }

    /** A step has another id now. */
    public Migration step(String was, String is) {
        return new Migration(from, fields, filled, dropped, with(steps, was, is));
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    /** True if it takes cases over whose definition came with this version. */
    public boolean takes(String version) {
        return version.equals(from) || version.startsWith(from + ".");
    }

    /** The id that a step has now. */
    public String stepNow(String was) {
        return steps.getOrDefault(was, was);
    }

    /** What a form holds now. */
    public FormData moved(FormData form) {
        Map<String, Object> values = new LinkedHashMap<>(filled);
        form.values().forEach((field, value) -> {
            if (!dropped.contains(field)) {
                values.put(fields.getOrDefault(field, field), value);
            }
        });
        return new FormData(values);
    }
}
