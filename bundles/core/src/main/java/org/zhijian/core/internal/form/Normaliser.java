package org.zhijian.core.internal.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.api.check.IdNumber;
import org.zhijian.api.check.OrgCode;
import org.zhijian.api.check.Uscc;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.FormData;

/** Brings form data into the shape in which they are kept. Doing it twice changes nothing more. */
final class Normaliser {
    private Normaliser() {}

    static FormData fields(List<Field> fields, FormData data) {
        Map<String, Object> kept = new LinkedHashMap<>(data.values());
        for (Field field : fields) {
            Object value = field.readOnly() ? null : kept.get(field.id());
            kept.put(field.id(), value == null ? null : value(field.type(), value));
        }
        return visible(fields, new FormData(kept));
    }

    /** A field that goes may hide others, so what is left is looked at until nothing goes any more. */
    private static FormData visible(List<Field> fields, FormData data) {
        FormData left = data;
        int before;
        do {
            before = left.values().size();
            FormData seen = left;
            Map<String, Object> kept = new LinkedHashMap<>(seen.values());
            fields.stream().filter(field -> !field.visibility().test(seen)).forEach(field -> kept.remove(field.id()));
            left = new FormData(kept);
        } while (left.values().size() < before);
        return left;
    }

    /** The value as it is kept, null if there is nothing to keep. */
    private static Object value(FieldType type, Object value) {
        if (value instanceof String text && Plain.stripped(text).isEmpty()
                || value instanceof List<?> list && list.isEmpty()) {
            return null;
        } else if (type instanceof FieldType.Table table && table.maxRows() == 1 && value instanceof Map<?, ?> row) {
            return List.of(row(table, row));
        } else if (type instanceof FieldType.Table table && value instanceof List<?> rows) {
            return rows.stream().map(row -> row(table, row)).toList();
        } else if (type instanceof FieldType.Choice choice && choice.multiple()) {
            return several(value);
        } else if (type instanceof FieldType.Reference reference && reference.multiple()) {
            return several(value);
        } else if (value instanceof String text) {
            String stripped = Plain.stripped(text);
            return type instanceof FieldType.Text form ? text(form, stripped) : stripped;
        } else if (value instanceof Number number) {
            return number(type, number);
        }
        return value;
    }

    private static Object row(FieldType.Table table, Object row) {
        return row instanceof Map<?, ?> cells
                ? fields(table.columns(), Rows.of(cells)).values()
                : row;
    }

    /** A list without blanks and without anything twice. */
    private static Object several(Object value) {
        List<?> items = value instanceof List<?> list ? list : List.of(value);
        List<Object> kept = new ArrayList<>();
        for (Object item : items) {
            Object stripped = item instanceof String text ? Plain.stripped(text) : item;
            if (!"".equals(stripped) && !kept.contains(stripped)) {
                kept.add(stripped);
            }
        }
        return kept.isEmpty() ? null : kept;
    }

    private static String text(FieldType.Text type, String text) {
        return switch (type.format()) {
            case USCC -> Uscc.normalise(text);
            case ORG_CODE -> OrgCode.normalise(text);
            case ID_NUMBER -> IdNumber.normalise(text);
            default -> text.replace("\r\n", "\n").replace('\r', '\n');
        };
    }

    private static Object number(FieldType type, Number number) {
        if (type instanceof FieldType.Decimal) {
            return Plain.exact(number)
                    .<Object>map(value -> value.toPlainString())
                    .orElse(number);
        }
        boolean asIs = number instanceof Integer || number instanceof Long;
        return type instanceof FieldType.Whole && !asIs ? whole(number) : number;
    }

    /** 12.0 is a whole number in JSON. */
    private static Number whole(Number number) {
        return Plain.exact(number)
                .filter(NumberRules::isWhole)
                .map(value -> value.toBigInteger())
                .filter(value -> value.bitLength() < Long.SIZE)
                .<Number>map(value -> value.longValue())
                .orElse(number);
    }
}
