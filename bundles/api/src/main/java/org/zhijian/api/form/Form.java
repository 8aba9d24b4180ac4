package org.zhijian.api.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A form: sections of fields in the order and words of the manual. The one description that screen, validation, JSON Schema, search,
 * print and import read.
 */
public record Form(List<Section> sections) {

    /** Nothing to fill in. */
    public static final Form EMPTY = new Form(List.of());

    /** A headed group of fields; the heading may be blank. */
    public record Section(String title, List<Field> fields) {
        public Section {
            Objects.requireNonNull(title);
            fields = List.copyOf(fields);
        }
    }

    public Form {
        sections = List.copyOf(sections);
    }

    /** A form of one section without a heading. */
    public static Form of(Field... fields) {
        return fields.length == 0 ? EMPTY : new Form(List.of(new Section("", List.of(fields))));
    }

    /** This form with one more section. */
    public Form section(String title, Field... fields) {
        List<Section> more = new ArrayList<>(sections);
        more.add(new Section(title, List.of(fields)));
        return new Form(more);
    }

    /** All fields, section after section. */
    public List<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }

    public Optional<Field> field(String id) {
        return fields().stream().filter(field -> field.id().equals(id)).findFirst();
    }

    /** This form with the ticks that its sealed slots want, in a section of their own; see {@link Slot#sealField}. */
    public Form withSealsOf(List<Slot> slots) {
        Field[] ticks =
                slots.stream().filter(Slot::isSealed).map(Slot::sealField).toArray(Field[]::new);
        return ticks.length == 0 ? this : section("", ticks);
    }
}
