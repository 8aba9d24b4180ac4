package org.zhijian.core.internal.store;

import java.nio.charset.StandardCharsets;

/** Texts from outside as both databases keep them. */
public final class Storable {
    private Storable() {}

    /** Without what PostgreSQL refuses (NUL) or a driver would replace on its way (half a surrogate pair). */
    public static String text(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\0", "");
    }

    /** The same without what stands beyond this many UTF-16 units; a character outside of the basic plane is not halved. */
    public static String text(int length, String text) {
        String whole = text(text);
        if (whole.length() <= length) {
            return whole;
        }
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(length - 1)) ? length - 1 : length);
    }
}
