package org.zhijian.core.internal.registers;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.internal.privacy.WholeNumber;
import org.zhijian.core.internal.store.SearchText;

/**
 * What somebody sees of a register: some of its columns, in clear or masked. Values, labels and the text in which searches look come from the
 * same place, so that nobody finds what he does not see. Immutable.
 */
record Sight(List<ColumnInfo> columns, Set<Mask> hidden) {
    private static final int LONGEST_TEXT = 4000;
    private static final String BETWEEN_COLUMNS = "\n";

    /** Everything but personal numbers, for offices and owners. */
    static Sight usual(Register<?> register) {
        return new Sight(register.columns(), Set.of(Mask.ID_NUMBER, Mask.MOBILE));
    }

    /** Everything in clear, for those of them who ask for it; that is an entry of the audit. */
    static Sight clear(Register<?> register) {
        return new Sight(register.columns(), Set.of());
    }

    /** The open columns, masked. */
    static Sight open(Register<?> register) {
        return of(register.columns().stream().filter(ColumnInfo::open).toList(), true);
    }

    /** Some columns, in clear or with everything masked that has a mask. */
    static Sight of(List<ColumnInfo> columns, boolean masked) {
        return new Sight(columns, masked ? EnumSet.complementOf(EnumSet.of(Mask.NONE)) : Set.of());
    }

    /** Plain values by column. Ids stay ids, also of people: they say nothing by themselves. */
    Map<String, Object> values(Cells cells) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ColumnInfo column : columns) {
            cells.value(column.id())
                    .ifPresent(value -> values.put(column.id(), isHidden(column) ? hide(column, value) : value));
        }
        return values;
    }

    private boolean isHidden(ColumnInfo column) {
        return hides(column) && column.refers() == Refers.NOTHING;
    }

    /** True if the values of this column are not seen in clear. */
    boolean hides(ColumnInfo column) {
        return hidden.contains(column.mask());
    }

    private static Object hide(ColumnInfo column, Object value) {
        return value instanceof List<?> items
                ? items.stream()
                        .map(item -> column.mask().apply(String.valueOf(item)))
                        .toList()
                : column.mask().apply(String.valueOf(value));
    }

    /** Chinese labels of codes, flags and references, by column. */
    Map<String, String> labels(Cells cells, ReferredNames names) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (ColumnInfo column : columns) {
            label(column, cells, names).ifPresent(label -> labels.put(column.id(), label));
        }
        return labels;
    }

    private Optional<String> label(ColumnInfo column, Cells cells, ReferredNames names) {
        boolean speaks =
                column.refers() != Refers.NOTHING || !column.options().isEmpty() || column.kind() == Register.Kind.FLAG;
        String label = speaks ? words(column, cells, names).collect(Collectors.joining("、")) : "";
        return label.isEmpty() ? Optional.empty() : Optional.of(label);
    }

    /** What people read in a cell. */
    private Stream<String> words(ColumnInfo column, Cells cells, ReferredNames names) {
        return cells.texts(column.id()).stream()
                .map(text -> word(column, text, names))
                .map(word -> hides(column) ? column.mask().apply(word) : word)
                .filter(word -> !word.isBlank());
    }

    private static String word(ColumnInfo column, String text, ReferredNames names) {
        if (column.refers() != Refers.NOTHING) {
            return names.name(column, text);
        }
        if (column.kind() == Register.Kind.FLAG) {
            return text.equals("true") ? "是" : "否";
        }
        return column.labelOf(text);
    }

    /** All that people read in a record, in the form in which it is searched; whole personal numbers are found by their tokens. */
    String usualText(Cells cells, ReferredNames names) {
        String tokens = columns.stream()
                .filter(this::isHidden)
                .flatMap(column -> cells.texts(column.id()).stream())
                .filter(text -> !text.isBlank())
                .map(WholeNumber::token)
                .collect(Collectors.joining(BETWEEN_COLUMNS));
        return clip(text(cells, names) + (tokens.isEmpty() ? "" : BETWEEN_COLUMNS + tokens));
    }

    private static String clip(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    /** All that people read in a record, in the form in which it is searched. */
    String text(Cells cells, ReferredNames names) {
        String text = columns.stream()
                .filter(column -> column.kind() != Register.Kind.FLAG)
                .flatMap(column -> words(column, cells, names))
                .distinct()
                .collect(Collectors.joining(BETWEEN_COLUMNS));
        return clip(SearchText.fold(text));
    }
}
