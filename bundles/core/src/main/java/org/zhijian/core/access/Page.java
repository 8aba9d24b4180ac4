package org.zhijian.core.access;

import java.util.List;
import java.util.Objects;

/**
 * A page of a list.
 *
 * @param items the items, in order
 * @param next cursor of the following page, blank if there is none
 */
public record Page<T>(List<T> items, String next) {
    /** The most items that a page has. */
    public static final int MAX = 100;

    public Page {
        items = List.copyOf(items);
        Objects.requireNonNull(next);
    }

    /** The limit as it may be: from 1 to {@link #MAX}. */
    public static int limit(int asked) {
        return Math.max(1, Math.min(MAX, asked));
    }
}
