package org.zhijian.core.registers;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record as one caller may see it.
 *
 * @param status code of its status, blank if the register has none
 * @param values plain values by column, masked where the caller may not see them in clear
 * @param labels Chinese labels of codes and references, by column
 * @param version 1 for a new record, one more for each change
 */
public record RecordView(
        String key,
        String status,
        Map<String, Object> values,
        Map<String, String> labels,
        int version,
        Instant changedAt) {
    public RecordView {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        labels = Map.copyOf(labels);
    }
}
