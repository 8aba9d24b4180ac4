package org.zhijian.rest.shape;

import java.util.List;
import java.util.function.Function;
import org.zhijian.core.access.Page;

/**
 * A page of a list.
 *
 * @param next what to send as {@code cursor} for the following page; null on the last one
 */
public record Listing<T>(List<T> items, @Maybe @Told("下一页的 cursor；没有下一页时为 null") String next) {

    /** The page with each item in its shape. */
    public static <S, T> Listing<T> of(Page<S> page, Function<S, T> shape) {
        return new Listing<>(
                page.items().stream().map(shape).toList(), page.next().isBlank() ? null : page.next());
    }

    /** A list that is never longer than one page. */
    public static <S, T> Listing<T> whole(List<S> items, Function<S, T> shape) {
        return new Listing<>(items.stream().map(shape).toList(), null);
    }
}
