package org.zhijian.core.words;

import java.util.List;
import java.util.stream.Collectors;
import org.zhijian.api.check.Regions;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;

/** A value in words, where the core gives no label. Pure functions. */
public final class Answer {
    private static final String NONE = "—";

    private Answer() {}

    public static String text(Field field, FormData data) {
        if (field.type() instanceof FieldType.Flag) {
            return data.flag(field.id()) ? "是" : "否";
        }
        List<String> values = data.list(field.id());
        return values.isEmpty()
                ? NONE
                : values.stream().map(value -> word(field.type(), value)).collect(Collectors.joining("、"));
    }

    private static String word(FieldType type, String value) {
        if (type instanceof FieldType.Choice choice) {
            return choice.options().stream()
                    .filter(option -> option.value().equals(value))
                    .map(Option::label)
                    .findFirst()
                    .orElse(value);
        }
        return type instanceof FieldType.Region ? Regions.fullName(value).orElse(value) : value;
    }
}
