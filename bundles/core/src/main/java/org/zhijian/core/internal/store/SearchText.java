package org.zhijian.core.internal.store;

import java.text.Normalizer;
import java.util.Locale;
import org.zhijian.core.access.Refusal;

/** What people type to find something. Pure functions. */
public final class SearchText {
    private SearchText() {}

    /** The text as it was typed. @throws Refusal 400 if it holds a NUL, which PostgreSQL takes for an error and not for a text */
    public static String checked(String typed) {
        if (typed.indexOf('\0') >= 0) {
            throw Refusal.malformed("查询内容无效");
        }
        return typed;
    }

    /** The pattern of LIKE, with {@code escape '!'}, for names as they stand that are compared in small letters. */
    public static String contained(String typed) {
        return pattern(checked(typed.strip()).toLowerCase(Locale.ROOT));
    }

    /** The pattern of LIKE, with {@code escape '!'}, for what contains the text as it stands. */
    static String pattern(String literal) {
        return "%" + literal.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** A text in the form in which texts for search are kept and compared: half width, small letters, single spaces. */
    public static String fold(String text) {
        return Normalizer.normalize(checked(text), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\h+", " ")
                .strip();
    }
}
