package org.zhijian.api.check;

import java.util.Locale;

/** The normalising that the numbers have in common. */
final class Texts {
    private Texts() {}

    static String orEmpty(String value) {
        return value == null ? "" : value;
    }

    /** Full-width characters are left alone: most numbers must be typed half-width, and a silent repair would hide a wrong entry. */
    static String trimmedUpper(String value) {
        return orEmpty(value).strip().toUpperCase(Locale.ROOT);
    }
}
