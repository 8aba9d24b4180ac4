package org.zhijian.api.register;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.zhijian.api.notice.Mask;

/**
 * A column of a register, on a component of its record: the label stands beside the field. Components may be {@link String}, {@code int},
 * {@code long}, {@code boolean}, {@link java.math.BigDecimal}, {@link java.time.LocalDate}, an enum that is
 * {@link org.zhijian.api.Titled}, a list or set of strings or of such enums, or an {@link java.util.Optional} of one of the single ones.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Column {
    /** Chinese label. */
    String value();

    /** True for the one component that identifies the record; it is a String. */
    boolean key() default false;

    /** True if records can be found by it; by its key a record always can. */
    boolean index() default false;

    /** True for the one component that holds the status; an enum. */
    boolean status() default false;

    /** True if the public may see it. */
    boolean open() default false;

    /** What a String, or each of a list, refers to by id. */
    Refers refers() default Refers.NOTHING;

    /** Id of the dictionary, for {@link Refers#ENTRY}. */
    String of() default "";

    /** True if the organisation or person that it refers to may see the record. */
    boolean owner() default false;

    /** How it looks to those who may not see personal data, and to the public. */
    Mask mask() default Mask.NONE;

    /** What an id in a column refers to. */
    enum Refers {
        NOTHING,
        PERSON,
        ORGANISATION,
        OFFICE,
        /** An entry of a dictionary, by its code. */
        ENTRY
    }
}
