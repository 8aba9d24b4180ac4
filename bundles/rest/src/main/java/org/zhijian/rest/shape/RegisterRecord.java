package org.zhijian.rest.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import org.zhijian.core.registers.RecordView;

/** A record of a register: one flat object, its columns beside {@code key}, {@code status}, {@code labels}, {@code version} and {@code changedAt}. */
public final class RegisterRecord {
    private RegisterRecord() {}

    public static Map<String, Object> of(RecordView view) {
        Map<String, Object> flat = new LinkedHashMap<>();
        flat.put("key", view.key());
        flat.put("status", view.status());
        flat.putAll(view.values());
        flat.put("labels", view.labels());
        flat.put("version", view.version());
        flat.put("changedAt", view.changedAt());
        return flat;
    }
}
