package org.zhijian.core.internal.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.zhijian.api.check.Regions;
import org.zhijian.api.directory.Directory;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;

/**
 * What people read instead of ids, codes and flags; personal data masked. Texts, numbers and days need no label and have none. A value that
 * nobody knows keeps its own words. What the check would not let pass (a wrong JSON type, rows beyond the last) has no label, so that nobody
 * learns a name by naming an id.
 */
public final class Labels {
    /** Finds the titles of records, also of those that may no longer be chosen. */
    @FunctionalInterface
    public interface RecordTitles {
        /** The title of a record of the register with this id; empty if there is none. */
        Optional<String> title(String register, String key);
    }

    private static final String SEPARATOR = "、";
    private static final String YES = "是";
    private static final String NO = "否";

    private final Directory directory;
    private final BiFunction<FieldType.Reference, String, Optional<String>> records;
    private final Map<String, String> labels = new LinkedHashMap<>();

    private Labels(Directory directory, BiFunction<FieldType.Reference, String, Optional<String>> records) {
        this.directory = directory;
        this.records = records;
    }

    /**
     * The labels of a form by field id, cells of tables by {@code table[0].column}. Records are named by their field's choices: one
     * whose module is not running shows its key.
     */
    public static Map<String, String> of(Form form, FormData data, CaseFacts facts) {
        return gather(form, data, facts.directory(), (reference, key) -> Optional.ofNullable(reference.options())
                .flatMap(options -> options.label(facts, key)));
    }

    /** As {@link #of(Form, FormData, CaseFacts)}, with the titles of records from elsewhere. */
    public static Map<String, String> of(Form form, FormData data, Directory directory, RecordTitles titles) {
        return gather(form, data, directory, (reference, key) -> titles.title(reference.register(), key));
    }

    private static Map<String, String> gather(
            Form form,
            FormData data,
            Directory directory,
            BiFunction<FieldType.Reference, String, Optional<String>> records) {
        Labels found = new Labels(directory, records);
        found.fields(form.fields(), data, Place.TOP);
        return Map.copyOf(found.labels);
    }

    private void fields(List<Field> fields, FormData data, Place place) {
        fields.forEach(field -> data.value(field.id()).ifPresent(value -> field(field, value, place)));
    }

    private void field(Field field, Object value, Place place) {
        if (field.type() instanceof FieldType.Table table) {
            table(field, table, value, place);
        } else if (field.type() instanceof FieldType.Flag) {
            if (value instanceof Boolean flag) {
                labels.put(place.id() + field.id(), flag ? YES : NO);
            }
        } else if (isCoded(field.type())) {
            Plain.codes(value, isMultiple(field.type()))
                    .map(codes -> codes.stream()
                            .map(code -> label(field.type(), code).orElse(code))
                            .collect(Collectors.joining(SEPARATOR)))
                    .ifPresent(label -> labels.put(place.id() + field.id(), label));
        }
    }

    private void table(Field field, FieldType.Table table, Object value, Place place) {
        if (value instanceof List<?> rows) {
            for (int i = 0; i < Math.min(rows.size(), table.maxRows()); i++) {
                if (rows.get(i) instanceof Map<?, ?> cells) {
                    fields(table.columns(), Rows.of(cells), place.row(field, i));
                }
            }
        }
    }

    private static boolean isCoded(FieldType type) {
        return type instanceof FieldType.Choice
                || type instanceof FieldType.Reference
                || type instanceof FieldType.Region;
    }

    private static boolean isMultiple(FieldType type) {
        return type instanceof FieldType.Choice choice && choice.multiple()
                || type instanceof FieldType.Reference reference && reference.multiple();
    }

    private Optional<String> label(FieldType type, String code) {
        if (type instanceof FieldType.Choice choice) {
            return choice.options().stream()
                    .filter(option -> option.value().equals(code))
                    .map(Option::label)
                    .findFirst();
        }
        if (type instanceof FieldType.Region) {
            return Regions.fullName(code);
        }
        return Plain.isKey(code) ? title((FieldType.Reference) type, code) : Optional.empty();
    }

    private Optional<String> title(FieldType.Reference reference, String key) {
        return switch (reference.target()) {
            case PERSON ->
                directory.person(key).map(person -> person.name() + "　" + Mask.ID_NUMBER.apply(person.idNumber()));
            case ORGANISATION -> directory.organisation(key).map(Organisation::name);
            case RECORD -> records.apply(reference, key);
        };
    }
}
