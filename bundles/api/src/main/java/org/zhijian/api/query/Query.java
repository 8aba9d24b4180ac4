package org.zhijian.api.query;

import java.util.Objects;

/**
 * A question about a person that jurisdictions answer each other (跨模块查询). Whoever asks and whoever answers know the question alone, and both
 * do without the other: what one of them does not say is not known, which is something else than that there is nothing.
 *
 * @param id stable id in lower case with hyphens, the same for all who ask and answer
 * @param title what is asked for, in Chinese, such as 注册监理工程师注册执业证书
 * @param type what an answer consists of
 */
public record Query<A extends Record>(String id, String title, Class<A> type) {
    public Query {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(type);
    }
}
