package org.zhijian.api.registration;

import java.util.Objects;

/**
 * With what a newly opened account signs in first.
 *
 * @param kind where the password comes from
 * @param fixed the password, for {@link Kind#FIXED}; else blank
 */
public record FirstPassword(Kind kind, String fixed) {

    /** Where a first password comes from. */
    public enum Kind {
        /** The registrant thinks of it. */
        CHOSEN,
        /** The system makes it up, shows it once to the office that registers, and has it changed at the first sign-in. */
        ISSUED,
        /** The system makes it up when the account opens, sends it to the account's mobile, and has it changed at the first sign-in. */
        SENT,
        /** The same for everybody, as a manual prescribes it, to be changed at the first sign-in. */
        FIXED,
        /** There is none: the account signs in by another method. */
        NONE
    }

    public FirstPassword {
        Objects.requireNonNull(kind);
        if (fixed.isBlank() == (kind == Kind.FIXED)) {
            throw new IllegalArgumentException("a fixed password, and no other, is given");
        }
    }

    public static FirstPassword chosen() {
        return new FirstPassword(Kind.CHOSEN, "");
    }

    public static FirstPassword issued() {
        return new FirstPassword(Kind.ISSUED, "");
    }

    public static FirstPassword sent() {
        return new FirstPassword(Kind.SENT, "");
    }

    public static FirstPassword fixed(String password) {
        return new FirstPassword(Kind.FIXED, password);
    }

    public static FirstPassword none() {
        return new FirstPassword(Kind.NONE, "");
    }

    /** True if nothing else is possible before it has been changed. */
    public boolean mustBeChanged() {
        return kind == Kind.ISSUED || kind == Kind.SENT || kind == Kind.FIXED;
    }
}
