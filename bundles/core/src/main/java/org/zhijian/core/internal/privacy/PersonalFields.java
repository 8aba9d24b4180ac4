package org.zhijian.core.internal.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.FieldType.Format;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.notice.Mask;

/** Identity numbers and phones in forms, by the formats of the fields. Pure functions. */
public final class PersonalFields {
    private PersonalFields() {}

    /** The data with personal numbers masked. Equal to the data if there are none. */
    public static FormData hide(Form form, FormData data) {
        return hide(form.fields(), data);
    }

    private static FormData hide(List<Field> fields, FormData data) {
        Map<String, Object> shown = new LinkedHashMap<>(data.values());
        for (Field field : fields) {
            if (field.type() instanceof FieldType.Table table && shown.containsKey(field.id())) {
                shown.put(
                        field.id(),
                        data.rows(field.id()).stream()
                                .map(row -> hide(table.columns(), row).values())
                                .toList());
            } else {
                mask(field)
                        .ifPresent(mask ->
                                shown.computeIfPresent(field.id(), (id, value) -> mask.apply(String.valueOf(value))));
            }
        }
        return new FormData(shown);
    }

    private static Optional<Mask> mask(Field field) {
        if (field.type() instanceof FieldType.Text text) {
            return text.format() == Format.ID_NUMBER
                    ? Optional.of(Mask.ID_NUMBER)
                    : text.format() == Format.MOBILE ? Optional.of(Mask.MOBILE) : Optional.empty();
        }
        return Optional.empty();
    }
}
