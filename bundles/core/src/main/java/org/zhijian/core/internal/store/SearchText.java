package org.zhijian.core.internal.store;

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

    /** The pattern of LIKE, with {@code escape '!'}, for columns in small letters that contain the text as it stands. */
    public static String contained(String typed) {
        String literal = fold(checked(typed.strip()))
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + literal + "%";
    }

    /** A text in the form in which texts are compared. */
    public static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
