package org.zhijian.core.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.zhijian.core.access.Refusal;

/** Cursors of lists: where a page ended, wrapped so that nobody takes it for more. Pages continue by key, never by offset. */
public final class Cursor {
    private static final String SEPARATOR = "\u0001";

    private Cursor() {}

    public static String of(String... parts) {
        byte[] bytes = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The parts of a cursor. @throws Refusal 400 if it is none of ours */
    public static String[] parts(String cursor, int count) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split(SEPARATOR, -1);
            if (parts.length == count && text.indexOf('\0') < 0) {
                return parts;
            }
        } catch (IllegalArgumentException notBase64) {
            throw Refusal.malformed("cursor 无效");
        }
        throw Refusal.malformed("cursor 无效");
    }

    /** A part that is a number. */
    public static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException notANumber) {
            throw Refusal.malformed("cursor 无效");
        }
    }
}
