package org.zhijian.core.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.core.access.Violation;
import org.zhijian.core.internal.form.FormRules.Completeness;

/** One walk through a form and its tables, gathering what is wrong. */
final class FormCheck {
    /** Whoever sends a million strange names need not read each of them again. */
    private static final int MOST_UNKNOWN = 20;

    private final CaseFacts facts;
    private final Completeness completeness;
    private final List<Violation> violations = new ArrayList<>();

    FormCheck(CaseFacts facts, Completeness completeness) {
        this.facts = facts;
        this.completeness = completeness;
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    void fields(List<Field> fields, FormData data, Place place) {
        fields.stream()
                .filter(field -> !field.readOnly() && field.visibility().test(data))
                .forEach(field -> field(field, data, place));
        Set<String> known = fields.stream().map(Field::id).collect(Collectors.toSet());
        data.values().keySet().stream()
                .filter(id -> !known.contains(id))
                .limit(MOST_UNKNOWN)
                .map(Plain::shown)
                .forEach(id -> violations.add(Violation.of(
                        place.id() + id, FormRules.UNKNOWN_FIELD, place.text() + "表单中没有名为“" + id + "”的内容")));
    }

    private void field(Field field, FormData data, Place place) {
        Optional<Object> value = data.value(field.id());
        if (value.isEmpty() || isUnticked(field, value.get())) {
            if (completeness == Completeness.COMPLETE && field.requirement().test(data)) {
                report(place.id() + field.id(), FormRules.REQUIRED, place.text() + missing(field));
            }
        } else if (field.type() instanceof FieldType.Table table) {
            table(field, table, value.get(), place);
        } else {
            ValueRules.check(field.type(), value.get(), facts).ifPresent(problem -> report(field, problem, place));
        }
    }

    private static boolean isUnticked(Field field, Object value) {
        return field.type() instanceof FieldType.Flag flag && flag.mustBeTrue() && Boolean.FALSE.equals(value);
    }

    private static String missing(Field field) {
        if (!field.missing().isBlank()) {
            return field.missing();
        }
        if (field.type() instanceof FieldType.Flag flag && flag.mustBeTrue()) {
            return flag.refusal().isBlank() ? "请勾选“" + field.label() + "”" : flag.refusal();
        }
        return (isChosen(field.type()) ? "请选择" : "请填写") + field.label();
    }

    private static boolean isChosen(FieldType type) {
        return type instanceof FieldType.Choice
                || type instanceof FieldType.Reference
                || type instanceof FieldType.Region
                || type instanceof FieldType.Flag;
    }

    private void table(Field field, FieldType.Table table, Object value, Place place) {
        if (!(value instanceof List<?> rows)) {
            report(field, Problem.FORMAT, place);
            return;
        }
        if (rows.size() > table.maxRows()) {
            report(field, new Problem(FormRules.LENGTH, "最多填写" + table.maxRows() + "行"), place);
        } else if (rows.size() < table.minRows() && completeness == Completeness.COMPLETE) {
            report(field, new Problem(FormRules.LENGTH, "至少填写" + table.minRows() + "行"), place);
        }
        for (int i = 0; i < Math.min(rows.size(), table.maxRows()); i++) {
            Place row = place.row(field, i);
            if (rows.get(i) instanceof Map<?, ?> cells) {
                fields(table.columns(), Rows.of(cells), row);
            } else {
                report(place.rowId(field, i), FormRules.FORMAT, row.text() + Problem.FORMAT.text());
            }
        }
    }

    private void report(Field field, Problem problem, Place place) {
        report(place.id() + field.id(), problem.rule(), place.text() + field.label() + problem.text());
    }

    private void report(String field, String rule, String message) {
        violations.add(Violation.of(field, rule, message));
    }
}
