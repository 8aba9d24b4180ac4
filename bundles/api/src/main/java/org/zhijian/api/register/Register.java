package org.zhijian.api.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.zhijian.api.Titled;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;

/**
 * A register (台账): a named collection of records of one Java record type. Storage, search, history, export, public view, screens and REST
 * come from this declaration.
 *
 * @param id stable id in lower case with hyphens
 * @param title Chinese title
 * @param type the record; each component carries a {@link Column}
 * @param machine its statuses
 * @param open true if the public may look into it, at the open columns
 * @param naming the label of a record in choices
 * @param columns its columns, in the order of the components
 * @param acts what may be started from a record
 * @param printout the certificate that is printed for a record, if there is one
 * @param dayRules what days do to its records by themselves
 */
public record Register<R extends Record>(
        String id,
        String title,
        Class<R> type,
        StatusMachine machine,
        boolean open,
        Function<R, String> naming,
        List<ColumnInfo> columns,
        List<RecordAct<R>> acts,
        Optional<Printout> printout,
        List<DayRule<R>> dayRules) {

    /** What a column holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        DAY,
        CHOICE,
        LIST
    }

    /**
     * A column, as read from its component.
     *
     * @param of id of the dictionary whose entries it refers to; blank for none
     * @param options the choices of an enum; else empty
     */
    public record ColumnInfo(
            String id,
            String title,
            Kind kind,
            boolean key,
            boolean index,
            boolean status,
            boolean open,
            Column.Refers refers,
            String of,
            boolean owner,
            Mask mask,
            List<Option> options) {
        public ColumnInfo {
            // Definitions that were kept before there were dictionaries say nothing.
            of = Objects.requireNonNullElse(of, "");
            options = List.copyOf(options);
        }

        /** The same with these choices, such as what stands in its dictionary now. */
        public ColumnInfo choosing(List<Option> choices) {
            return new ColumnInfo(id, title, kind, key, index, status, open, refers, of, owner, mask, choices);
        }

        /** The label of a stored code, the code itself if it has none. */
        public String labelOf(String code) {
            return options.stream()
                    .filter(option -> option.value().equals(code))
                    .map(Option::label)
                    .findFirst()
                    .orElse(code);
        }
    }

    public Register {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(type);
        Objects.requireNonNull(machine);
        Objects.requireNonNull(naming);
        columns = List.copyOf(columns);
        acts = List.copyOf(acts);
        Objects.requireNonNull(printout);
        dayRules = List.copyOf(dayRules);
    }

    /** A register of these records, closed to the public, without statuses. */
    public static <R extends Record> Register<R> register(String id, String title, Class<R> type) {
        List<ColumnInfo> columns = Columns.of(type);
        Function<R, String> byKey = item -> Columns.key(columns, item);
        return new Register<>(
                id, title, type, StatusMachine.NONE, false, byKey, columns, List.of(), Optional.empty(), List.of());
    }

    public Register<R> statuses(StatusMachine statuses) {
        return new Register<>(id, title, type, statuses, open, naming, columns, acts, printout, dayRules);
    }

    /** The public may look into it. */
    public Register<R> openToPublic() {
        return new Register<>(id, title, type, machine, true, naming, columns, acts, printout, dayRules);
    }

    /** How a record is called in choices, instead of by its key. */
    public Register<R> named(Function<R, String> label) {
        return new Register<>(id, title, type, machine, open, label, columns, acts, printout, dayRules);
    }

    /** A matter that may be started from those records that pass, with a form that the record fills in. */
    public Register<R> act(
            String actId, String label, String procedure, Predicate<R> when, BiFunction<R, CaseFacts, FormData> form) {
        List<RecordAct<R>> more = new ArrayList<>(acts);
        more.add(new RecordAct<>(actId, label, procedure, form, when));
        return new Register<>(id, title, type, machine, open, naming, columns, more, printout, dayRules);
    }

    /** A certificate is printed for its records. */
    public Register<R> printedAs(Printout certificate) {
        return new Register<>(
                id, title, type, machine, open, naming, columns, acts, Optional.of(certificate), dayRules);
    }

    /** What is done with a record once the day has come that it tells; see {@link DayRule}. */
    public Register<R> onDay(
            String ruleId, String label, Function<R, Optional<LocalDate>> day, DayRule.DayEffect<R> effect) {
        List<DayRule<R>> more = new ArrayList<>(dayRules);
        more.add(new DayRule<>(ruleId, label, day, effect));
        return new Register<>(id, title, type, machine, open, naming, columns, acts, printout, more);
    }

    /** The first day on which something is to be done with this record by itself. */
    public Optional<LocalDate> nextDay(R item) {
        return dayRules.stream()
                .flatMap(rule -> rule.day().apply(item).stream())
                .min(Comparator.naturalOrder());
    }

    public String keyOf(R item) {
        return Columns.key(columns, item);
    }

    public String titleOf(R item) {
        return naming.apply(item);
    }

    public Optional<ColumnInfo> column(String columnId) {
        return columns.stream().filter(column -> column.id().equals(columnId)).findFirst();
    }

    /** The column that holds the status. */
    public Optional<ColumnInfo> statusColumn() {
        return columns.stream().filter(ColumnInfo::status).findFirst();
    }

    /** True if this enum constant type carries titles; helper of the column reader. */
    static boolean isTitledEnum(Class<?> type) {
        return type.isEnum() && Arrays.asList(type.getInterfaces()).contains(Titled.class);
    }
}
