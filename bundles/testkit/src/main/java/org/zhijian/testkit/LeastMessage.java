package org.zhijian.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.FormData;
import org.zhijian.api.intake.Intake;

/** The least that a channel takes: a value for each field that must be there, and nothing else. Pure functions. */
final class LeastMessage {
    private LeastMessage() {}

    static Map<String, Object> of(Intake intake) {
        return fields(intake.form().fields());
    }

    private static Map<String, Object> fields(List<Field> fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            FormData soFar = new FormData(values);
            if (!field.readOnly()
                    && field.visibility().test(soFar)
                    && field.requirement().test(soFar)) {
                values.put(field.id(), value(field.type()));
            }
        }
        return values;
    }

    private static Object value(FieldType type) {
        if (type instanceof FieldType.Text text) {
            return text(text);
        } else if (type instanceof FieldType.Whole whole) {
            return whole.min();
        } else if (type instanceof FieldType.Decimal decimal) {
            return decimal.min().toPlainString();
        } else if (type instanceof FieldType.Day) {
            return TestFacts.TODAY.toString();
        } else if (type instanceof FieldType.Month) {
            return TestFacts.TODAY.toString().substring(0, "2026-11".length());
        } else if (type instanceof FieldType.Flag) {
            return true;
        } else if (type instanceof FieldType.Choice choice) {
            String first = choice.options().get(0).value();
            return choice.multiple() ? List.of(first) : first;
        } else if (type instanceof FieldType.Region region) {
            return (region.within()
                    + "110000".substring(Math.min(6, region.within().length())));
        } else if (type instanceof FieldType.Table table) {
            List<Object> rows = new ArrayList<>();
            for (int i = 0; i < Math.max(1, table.minRows()); i++) {
                rows.add(fields(table.columns()));
            }
            return rows;
        }
        return "";
    }

    /** Numbers of the synthetic cast, where the format has a check digit. */
    private static String text(FieldType.Text type) {
        return switch (type.format()) {
            case MOBILE -> "13900000002";
            case ID_NUMBER -> "320299198002120211";
            case USCC -> "91320299PDY000028C";
            case ORG_CODE -> "PDY00002-8";
            case EMAIL -> "a@example.com";
            case POSTCODE -> "214000";
            default -> "1";
        };
    }
}
