package org.zhijian.core.access;

import java.util.Objects;

/**
 * The idempotency key of a write (design invariant 8): the same caller's same key with the same command answers as it did the first time,
 * with another command it is refused with 409. Screens make one key a button press.
 *
 * @param key at most 100 characters; blank means that the caller did not give one
 */
public record Once(String key) {
    /** No key: the write is carried out whenever it is asked for. */
    public static final Once UNKEYED = new Once("");

    public Once {
        Objects.requireNonNull(key);
        if (key.length() > 100) {
            throw Refusal.malformed("Idempotency-Key 过长");
        }
    }

    public boolean isKeyed() {
        return !key.isBlank();
    }
}
