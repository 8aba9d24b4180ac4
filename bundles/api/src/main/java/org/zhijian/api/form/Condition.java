package org.zhijian.api.form;

import java.util.List;
import java.util.stream.Stream;

/**
 * When a field or an attachment is wanted: data, not code, so that screen, validation and JSON Schema read the same. Within a form that
 * belongs to a decision the pseudo field {@link #DECISION} holds the code of the decision.
 */
public sealed interface Condition {

    /** The pseudo field that holds the code of the decision in a step's own form. */
    String DECISION = "decision";

    Condition ALWAYS = new Always();
    Condition NEVER = new Never();

    boolean test(FormData data);

    /** Ids of the fields it asks for. */
    default Stream<String> fields() {
        return Stream.empty();
    }

    record Always() implements Condition {
        @Override
        public boolean test(FormData data) {
            return true;
        }
    }

    record Never() implements Condition {
        @Override
        public boolean test(FormData data) {
            return false;
        }
    }

    /** The field has, or a multiple choice contains, one of the values; a flag's values are {@code true} and {@code false}. */
    record In(String field, List<String> values) implements Condition {
        public In {
            values = List.copyOf(values);
        }

        @Override
        public boolean test(FormData data) {
            return data.list(field).stream().anyMatch(values::contains);
        }

        @Override
        public Stream<String> fields() {
            return Stream.of(field);
        }
    }

    record Not(Condition inner) implements Condition {
        @Override
        public boolean test(FormData data) {
            return !inner.test(data);
        }

        @Override
        public Stream<String> fields() {
            return inner.fields();
        }
    }

    record AllOf(List<Condition> parts) implements Condition {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean test(FormData data) {
            return parts.stream().allMatch(part -> part.test(data));
        }

        @Override
        public Stream<String> fields() {
            return parts.stream().flatMap(Condition::fields);
        }
    }

    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean test(FormData data) {
            return parts.stream().anyMatch(part -> part.test(data));
        }

        @Override
        public Stream<String> fields() {
            return parts.stream().flatMap(Condition::fields);
        }
    }

    /** The field has one of these values. */
    static Condition is(String field, String... values) {
        return new In(field, List.of(values));
    }

    /** The field is this constant. */
    static Condition is(String field, Enum<?> value) {
        return new In(field, List.of(value.name()));
    }

    /** The flag is set. */
    static Condition flagged(String field) {
        return new In(field, List.of("true"));
    }

    static Condition not(Condition inner) {
        return new Not(inner);
    }

    default Condition and(Condition other) {
        return new AllOf(List.of(this, other));
    }

    default Condition or(Condition other) {
        return new AnyOf(List.of(this, other));
    }
}
