package org.zhijian.api.notice;

import java.util.Map;
import java.util.Objects;

/**
 * How the receiver of a push answered.
 *
 * @param accepted true if the receiver answered with a status of success (2xx), false if it refused the content (400, 409, 410, 422); whether
 *     a success of HTTP is one of the matter is for the channel to read from the values
 * @param status HTTP status
 * @param values the answer's JSON object with plain values, maps and lists; empty if it was no JSON object
 * @param text the answer as it came, cut at 4000 characters
 */
public record Answer(boolean accepted, int status, Map<String, Object> values, String text) {
    public Answer {
        values = Map.copyOf(values);
        Objects.requireNonNull(text);
    }

    /** A value of the answer as text, blank if it has none. */
    public String value(String name) {
        Object value = values.get(name);
        return value == null ? "" : String.valueOf(value);
    }
}
