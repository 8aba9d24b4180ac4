package org.zhijian.core.internal.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.zhijian.api.form.FormData;

/** The rows of tables. */
final class Rows {
    private Rows() {}

    static FormData of(Map<?, ?> cells) {
        Map<String, Object> values = new LinkedHashMap<>();
        cells.forEach((id, value) -> values.put(String.valueOf(id), value));
        return new FormData(values);
    }
}
