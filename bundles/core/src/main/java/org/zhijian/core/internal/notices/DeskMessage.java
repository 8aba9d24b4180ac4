package org.zhijian.core.internal.notices;

import java.util.Objects;

/**
 * A message for a desk.
 *
 * @param jurisdiction whose portal shows it
 * @param kind what it is about, a code in capitals
 * @param title one line, at most 200 characters
 * @param body more of it, at most 2000 characters; may be blank
 */
public record DeskMessage(String jurisdiction, String kind, String title, String body) {
    private static final int TITLE_LENGTH = 200;
    private static final int BODY_LENGTH = 2000;

    public DeskMessage {
        Objects.requireNonNull(jurisdiction);
        Objects.requireNonNull(kind);
        title = clip(title, TITLE_LENGTH);
        body = clip(body, BODY_LENGTH);
    }

    private static String clip(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
