package org.zhijian.core.internal.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Refusal;

/**
 * Which column of a table fills which field of a form. Immutable.
 *
 * @param fields by column; null where a column has no heading
 */
public record Headings(List<Field> fields) {
    private static final Pattern BETWEEN = Pattern.compile("[、,，;；]");
    private static final List<String> YES = List.of("是", "√", "true", "1", "y", "yes");
    private static final List<String> NO = List.of("否", "×", "false", "0", "n", "no");

    /** What a form's headings are; tables cannot be told in one row. */
    public static List<String> of(Form form) {
        return fillable(form)
                .map(field -> field.label() + (field.requirement() instanceof Condition.Always ? "*" : ""))
                .toList();
    }

    private static java.util.stream.Stream<Field> fillable(Form form) {
        return form.fields().stream().filter(field -> !field.readOnly() && !(field.type() instanceof FieldType.Table));
    }

    /** Reads the row of headings. @throws Refusal 422 if one is not of the form, or stands there twice */
    public static Headings read(Form form, List<String> cells) {
        List<Field> fields = new ArrayList<>();
        for (String cell : cells) {
            String heading = cell.replace("*", "").strip();
            Field field = heading.isEmpty() ? null : find(form, heading).orElseThrow(() -> unknown(heading));
            if (field != null && fields.contains(field)) {
                throw Sheet.refused("表头中的“" + heading + "”重复");
            }
            fields.add(field);
        }
        if (fields.stream().allMatch(field -> field == null)) {
            throw Sheet.refused("第一行应为表头");
        }
        return new Headings(java.util.Collections.unmodifiableList(fields));
    }

    private static Optional<Field> find(Form form, String heading) {
        return fillable(form)
                .filter(field -> field.label().equals(heading) || field.id().equals(heading))
                .findFirst();
    }

    private static Refusal unknown(String heading) {
        return Sheet.refused("表头中的“" + heading + "”不是要导入的内容");
    }

    /** The heading of a field, as the file's author reads it. */
    public String headingOf(String field) {
        return fields.stream()
                .filter(candidate -> candidate != null && candidate.id().equals(field))
                .map(Field::label)
                .findFirst()
                .orElse("");
    }

    /** A row as form data; what cannot be read stays as it was written, for the form's rules to judge. */
    public FormData data(List<String> cells) {
        FormData data = FormData.EMPTY;
        for (int i = 0; i < Math.min(cells.size(), fields.size()); i++) {
            Field field = fields.get(i);
            if (field != null && !cells.get(i).isEmpty()) {
                data = data.with(field.id(), value(field.type(), cells.get(i)));
            }
        }
        return data;
    }

    private static Object value(FieldType type, String cell) {
        if (type instanceof FieldType.Choice choice) {
            return choice.multiple()
                    ? BETWEEN.splitAsStream(cell)
                            .map(String::strip)
                            .map(part -> code(choice, part))
                            .toList()
                    : code(choice, cell);
        }
        if (type instanceof FieldType.Flag) {
            String typed = cell.toLowerCase(Locale.ROOT);
            return YES.contains(typed) ? Boolean.TRUE : NO.contains(typed) ? Boolean.FALSE : cell;
        }
        if (type instanceof FieldType.Whole && cell.matches("-?[0-9]{1,18}")) {
            return Long.valueOf(cell);
        }
        return cell;
    }

    /** The code of what people call a choice. */
    private static String code(FieldType.Choice choice, String typed) {
        return choice.options().stream()
                .filter(option -> option.label().equals(typed))
                .map(Option::value)
                .findFirst()
                .orElse(typed);
    }
}
