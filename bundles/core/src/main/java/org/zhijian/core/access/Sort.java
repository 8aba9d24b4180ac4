package org.zhijian.core.access;

import java.util.Objects;

/**
 * The order of a list.
 *
 * @param by what it is sorted by
 * @param descending true for the last first
 */
public record Sort<C>(C by, boolean descending) {
    public Sort {
        Objects.requireNonNull(by);
    }

    public static <C> Sort<C> ascending(C by) {
        return new Sort<>(by, false);
    }

    public static <C> Sort<C> descending(C by) {
        return new Sort<>(by, true);
    }
}
