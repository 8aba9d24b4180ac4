package org.zhijian.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a region adds to the menu in its own words: by subject, as its manual has it. An account sees of it what it may use; the house's own
 * entries (待办, 我的事项, …) stand before it. Values, without code.
 */
public sealed interface Menu permits Menu.Group, Menu.Matter, Menu.Review, Menu.Records {

    /** Chinese title. */
    String title();

    /** This entry and all below it. */
    default Stream<Menu> all() {
        return Stream.of(this);
    }

    /** A heading with entries below it; not shown to whom none of them is. */
    record Group(String title, List<Menu> entries) implements Menu {
        public Group {
            Objects.requireNonNull(title);
            entries = List.copyOf(entries);
        }

        @Override
        public Stream<Menu> all() {
            return Stream.concat(Stream.of(this), entries.stream().flatMap(Menu::all));
        }
    }

    /**
     * The applicant's own cases of a matter, and the button that starts another one. For those who may start it.
     *
     * @param start label of the button, such as 添加变更
     * @param preset what the form holds at the start, by field
     */
    record Matter(String title, String procedure, String start, Map<String, String> preset) implements Menu {
        public Matter {
            Objects.requireNonNull(title);
            Objects.requireNonNull(procedure);
            Objects.requireNonNull(start);
            preset = Map.copyOf(preset);
        }

        /** The same with a field that is filled in at the start. */
        public Matter with(String field, String value) {
            return new Matter(title, procedure, start, more(preset, field, value));
        }
    }

    /** The tasks of a matter, waiting and done. For the offices that have a step in it. */
    record Review(String title, String procedure) implements Menu {
        public Review {
            Objects.requireNonNull(title);
            Objects.requireNonNull(procedure);
        }
    }

    /**
     * The records of a register.
     *
     * @param where values of indexed columns that they have, by column
     * @param matters what may be started from here, for those who may start it
     */
    record Records(String title, String register, Map<String, String> where, List<Matter> matters) implements Menu {
        public Records {
            Objects.requireNonNull(title);
            Objects.requireNonNull(register);
            where = Map.copyOf(where);
            matters = List.copyOf(matters);
        }

        /** The same, only those with this value in a column. */
        public Records where(String column, String value) {
            return new Records(title, register, more(where, column, value), matters);
        }

        /** The same, with buttons that start matters. */
        public Records starting(Matter... started) {
            return new Records(title, register, where, List.of(started));
        }
    }

    static Group group(String title, Menu... entries) {
        return new Group(title, List.of(entries));
    }

    static Matter matter(String title, String procedure, String start) {
        return new Matter(title, procedure, start, Map.of());
    }

    static Review review(String title, String procedure) {
        return new Review(title, procedure);
    }

    static Records records(String title, String register) {
        return new Records(title, register, Map.of(), List.of());
    }

    private static Map<String, String> more(Map<String, String> some, String key, String value) {
        Map<String, String> more = new java.util.HashMap<>(some);
        more.put(key, value);
        return more;
    }
}
