package org.zhijian.core.internal.privacy;

import org.zhijian.api.check.IdNumber;
import org.zhijian.api.check.Mobile;
import org.zhijian.core.internal.store.Hashes;

/**
 * How a masked number is found all the same: by whoever knows the whole of it. Texts for search hold a token in its stead that nobody types
 * and that tells nothing of its digits.
 */
public final class WholeNumber {
    private static final int LENGTH = 20;

    /** Private use, so that no word of a person is like it. */
    private static final char FIRST = '\uE000';

    private WholeNumber() {}

    /** The token of a number. */
    public static String token(String number) {
        StringBuilder token = new StringBuilder();
        Hashes.sha256(IdNumber.normalise(number))
                .chars()
                .limit(LENGTH)
                .forEach(digit -> token.append((char) (FIRST + Character.digit(digit, 16))));
        return token.toString();
    }

    /** What to look for in texts for search: a whole number's token, or the text itself. */
    public static String sought(String typed) {
        String text = IdNumber.normalise(typed);
        return text.matches("\\d{17}[0-9X]|\\d{15}") || Mobile.check(text).accepted() ? token(text) : typed;
    }
}
