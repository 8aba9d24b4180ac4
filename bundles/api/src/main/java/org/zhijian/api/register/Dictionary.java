package org.zhijian.api.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.zhijian.api.Titled;
import org.zhijian.api.form.Option;
import org.zhijian.api.form.Options;
import org.zhijian.api.procedure.CaseFacts;

/**
 * A dictionary (数据字典): choices that the office which oversees a region edits while the system runs. It is a register like any other, so that
 * history, search, export and REST come with it; its first entries are the module's. An entry is never deleted, for cases refer to it: one that is
 * retired keeps its name where it stands, and is not chosen any more.
 *
 * @param register where the entries are kept
 * @param initial the entries that it begins with
 */
public record Dictionary(Register<Entry> register, List<Entry> initial) {

    /**
     * An entry.
     *
     * @param code what forms hold; at most 40 letters, digits, dots, underscores and hyphens
     * @param position lists begin with the lowest
     */
    public record Entry(
            @Column(value = "编码", key = true, open = true) String code,
            @Column(value = "名称", open = true) String label,
            @Column("顺序") int position,
            @Column(value = "状态", index = true, status = true, open = true) Use status) {}

    /** Whether an entry may be chosen. */
    public enum Use implements Titled {
        IN_USE("启用"),
        RETIRED("停用");

        private final String title;

        Use(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    public Dictionary {
        Objects.requireNonNull(register);
        initial = List.copyOf(initial);
    }

    /** A dictionary that begins with these entries, in this order. */
    public static Dictionary dictionary(String id, String title, Option... entries) {
        Register<Entry> register = Register.register(id, title, Entry.class)
                .statuses(StatusMachine.beginningWith(Use.IN_USE, Use.RETIRED)
                        .allow(Use.IN_USE, Use.RETIRED)
                        .allow(Use.RETIRED, Use.IN_USE))
                .named(Entry::label);
        List<Entry> initial = new ArrayList<>();
        for (Option option : entries) {
            initial.add(new Entry(option.value(), option.label(), (initial.size() + 1) * 10, Use.IN_USE));
        }
        return new Dictionary(register, initial);
    }

    public String id() {
        return register.id();
    }

    public String title() {
        return register.title();
    }

    /** The entries that may be chosen, in order, for a field; see {@link org.zhijian.api.form.Fields#entry}. */
    public Options options() {
        return Options.records(register, this::inUse);
    }

    /** The entries that may be chosen, in order. */
    public List<Entry> inUse(CaseFacts facts) {
        return facts.registers().of(register).where("status", Use.IN_USE).stream()
                .sorted(Comparator.comparingInt(Entry::position).thenComparing(Entry::code))
                .toList();
    }

    /** The names of entries, retired or not, in the order of their codes here; a code that never was one stands for itself. */
    public List<String> labels(RegisterView<Entry> entries, List<String> codes) {
        return codes.stream()
                .map(code -> entries.find(code).map(Entry::label).orElse(code))
                .toList();
    }

    /** The name of an entry, retired or not; empty for a code that never was one. */
    public Optional<String> labelOf(CaseFacts facts, String code) {
        return facts.registers().of(register).find(code).map(Entry::label);
    }
}
