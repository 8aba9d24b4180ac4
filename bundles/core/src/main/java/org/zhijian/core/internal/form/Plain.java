package org.zhijian.core.internal.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Looks at what a client sent before anybody works with it. */
final class Plain {
    /** No id and no key of a record is longer. */
    private static final int LONGEST_KEY = 200;

    private static final int LONGEST_SHOWN = 60;

    /** No number of a form needs more digits; beyond, arithmetic itself is a weapon (1e999999999). */
    private static final int MOST_DIGITS = 50;

    private static final int MOST_BITS = 200;
    private static final char ZERO_WIDTH_SPACE = '\u200B';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Plain() {}

    /** True if a text holds nothing that cannot be stored or that shows otherwise than it reads. */
    static boolean isClean(String text, boolean multiline) {
        return text.codePoints()
                .allMatch(point -> point == '\n' || point == '\r' || point == '\t'
                        ? multiline
                        : !Character.isISOControl(point) && !isHalfPair(point) && !turnsDirection(point));
    }

    private static boolean isHalfPair(int point) {
        return Character.MIN_SURROGATE <= point && point <= Character.MAX_SURROGATE;
    }

    private static boolean turnsDirection(int point) {
        return 0x202A <= point && point <= 0x202E || 0x2066 <= point && point <= 0x2069;
    }

    /** True if this may be an id or a key, so that asking for it makes sense. */
    static boolean isKey(String text) {
        return !text.isBlank() && text.length() <= LONGEST_KEY && isClean(text, false);
    }

    /** A name that a client made up, as it may be said back. */
    static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_SHOWN)
                .map(point -> isClean(Character.toString(point), false) ? point : '?')
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** The exact value of a number; empty if it is none or has more digits than any form wants. */
    static Optional<BigDecimal> exact(Number number) {
        if (number instanceof BigInteger whole && whole.bitLength() > MOST_BITS) {
            return Optional.empty();
        }
        try {
            BigDecimal value = number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
            boolean bounded = Math.abs((long) value.scale()) <= MOST_DIGITS
                    && value.unscaledValue().bitLength() <= MOST_BITS;
            return bounded ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException notFinite) {
            return Optional.empty();
        }
    }

    /** The codes in a value, a single one as a list of one; empty if one of them is no text, or if there is a list where only one may be. */
    static Optional<List<String>> codes(Object value, boolean multiple) {
        List<?> items = multiple && value instanceof List<?> list ? list : List.of(value);
        return items.stream().allMatch(String.class::isInstance)
                ? Optional.of(
                        items.stream().map(item -> stripped((String) item)).toList())
                : Optional.empty();
    }

    /** Without blanks at both ends, also those that Java does not count as such but web pages and word processors leave behind. */
    static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == ZERO_WIDTH_SPACE
                || character == BYTE_ORDER_MARK;
    }
}
