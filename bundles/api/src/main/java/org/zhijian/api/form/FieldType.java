package org.zhijian.api.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** What may be filled into a field. A closed set: screen, validation, JSON Schema, search, print and import know each of them. */
public sealed interface FieldType {

    /** The format of a text that has one; it decides validation, masking and the keyboard on a phone. */
    enum Format {
        PLAIN,
        MOBILE,
        ID_NUMBER,
        USCC,
        ORG_CODE,
        PROJECT_CODE,
        INVESTMENT_CODE,
        LICENCE_NUMBER,
        CONTRACT_NUMBER,
        EMAIL,
        POSTCODE
    }

    /** One line or, if {@code multiline}, several; {@code maxLength} counts characters. */
    record Text(int maxLength, boolean multiline, Format format) implements FieldType {}

    record Whole(long min, long max) implements FieldType {}

    /** A decimal number, carried as a string; at most {@code scale} digits behind the point and {@code precision} in all. */
    record Decimal(int precision, int scale, BigDecimal min, BigDecimal max) implements FieldType {}

    /** A day, {@code yyyy-MM-dd}. */
    record Day(Bound bound) implements FieldType {
        /** What the day may be, seen from today. */
        public enum Bound {
            ANY,
            NOT_AFTER_TODAY,
            NOT_BEFORE_TODAY
        }
    }

    /** A month, {@code yyyy-MM}. */
    record Month() implements FieldType {}

    /** A tick. With {@code mustBeTrue} a required flag is satisfied by true alone, and {@code refusal} says so. */
    record Flag(boolean mustBeTrue, String refusal) implements FieldType {}

    /** One, or several, of a fixed list. */
    record Choice(List<Option> options, boolean multiple) implements FieldType {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** One, or several, of things that the core or a register knows; the value is an id or a record's key. */
    record Reference(Target target, String register, Options options, boolean multiple) implements FieldType {
        /** What is referred to. */
        public enum Target {
            PERSON,
            ORGANISATION,
            RECORD
        }

        public Reference {
            Objects.requireNonNull(target);
            Objects.requireNonNull(register);
        }
    }

    /** A region by its GB/T 2260 code, inside {@code within} (a prefix of the code, blank for the whole country). */
    record Region(String within) implements FieldType {}

    /** Rows of their own fields. */
    record Table(List<Field> columns, int minRows, int maxRows) implements FieldType {
        public Table {
            columns = List.copyOf(columns);
        }
    }
}
