package org.zhijian.rest.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.FieldType.Format;

/** One field as JSON Schema: what may be filled in, apart from whether it must be. */
final class FieldSchema {
    private static final String WHOLE_REGION = "000000";

    private final String options;

    /** @param options address below which a field's choices are found */
    FieldSchema(String options) {
        this.options = options;
    }

    ObjectNode of(Field field) {
        ObjectNode schema = value(field);
        schema.put("title", field.label());
        if (!field.hint().isBlank()) {
            schema.put("description", field.hint());
        }
        if (field.readOnly()) {
            schema.put("readOnly", true);
        }
        return schema;
    }

    private ObjectNode value(Field field) {
        FieldType type = field.type();
        if (type instanceof FieldType.Text text) {
            return text(text);
        }
        if (type instanceof FieldType.Whole whole) {
            return Nodes.type("integer").put("minimum", whole.min()).put("maximum", whole.max());
        }
        if (type instanceof FieldType.Decimal decimal) {
            return decimal(decimal);
        }
        if (type instanceof FieldType.Day day) {
            return day(day);
        }
        if (type instanceof FieldType.Month) {
            return Nodes.type("string")
                    .put("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$")
                    .put("x-format", "month");
        }
        if (type instanceof FieldType.Flag) {
            return Nodes.type("boolean");
        }
        if (type instanceof FieldType.Choice choice) {
            return several(Nodes.choice(choice.options()), choice.multiple());
        }
        if (type instanceof FieldType.Reference reference) {
            return several(reference(reference, field.id()), reference.multiple());
        }
        if (type instanceof FieldType.Region region) {
            return withOptions(region(region), field.id());
        }
        if (type instanceof FieldType.Table table) {
            return new Requirements(this).table(table);
        }
        throw new IllegalArgumentException("a field type without a schema: " + type);
    }

    private static ObjectNode text(FieldType.Text text) {
        ObjectNode schema = Nodes.type("string").put("maxLength", text.maxLength());
        if (text.multiline()) {
            schema.put("x-multiline", true);
        }
        switch (text.format()) {
            case PLAIN -> {
                return schema;
            }
            case EMAIL -> schema.put("format", "email");
            case MOBILE -> schema.put("pattern", "^1[3-9][0-9]{9}$");
            case POSTCODE -> schema.put("pattern", "^[0-9]{6}$");
            default -> {
                // The numbers with check digits are normalised and judged by the core; a pattern would refuse what it
                // takes.
            }
        }
        return schema.put("x-format", word(text.format()));
    }

    private static String word(Format format) {
        return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode decimal(FieldType.Decimal decimal) {
        String sign = decimal.min().signum() < 0 ? "-?" : "";
        String fraction = decimal.scale() == 0 ? "" : "(\\.[0-9]{1," + decimal.scale() + "})?";
        String whole = "[0-9]{1," + Math.max(1, decimal.precision() - decimal.scale()) + "}";
        return Nodes.type("string")
                .put("pattern", "^" + sign + whole + fraction + "$")
                .put("x-format", "decimal")
                .put("x-minimum", decimal.min().toPlainString())
                .put("x-maximum", decimal.max().toPlainString());
    }

    private static ObjectNode day(FieldType.Day day) {
        ObjectNode schema = Nodes.type("string").put("format", "date");
        return day.bound() == FieldType.Day.Bound.ANY
                ? schema
                : schema.put("x-bound", day.bound().name());
    }

    private ObjectNode reference(FieldType.Reference reference, String field) {
        ObjectNode schema = Nodes.type("string")
                .put("x-reference", reference.target().name().toLowerCase(Locale.ROOT));
        if (!reference.register().isBlank()) {
            schema.put("x-register", reference.register());
        }
        return withOptions(schema, field);
    }

    private static ObjectNode region(FieldType.Region region) {
        int open = WHOLE_REGION.length() - region.within().length();
        return Nodes.type("string")
                .put("pattern", "^" + region.within() + "[0-9]{" + open + "}$")
                .put("x-format", "region");
    }

    private ObjectNode withOptions(ObjectNode schema, String field) {
        return schema.put("x-options", options + field);
    }

    private static ObjectNode several(ObjectNode one, boolean multiple) {
        if (!multiple) {
            return one;
        }
        ObjectNode schema = Nodes.type("array");
        schema.set("items", one);
        return schema.put("uniqueItems", true);
    }
}
