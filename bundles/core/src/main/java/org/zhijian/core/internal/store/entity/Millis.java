package org.zhijian.core.internal.store.entity;

import java.time.Instant;

/** Moments are kept as milliseconds since 1970: the same on every database, sortable, and exact under the hash chain. */
final class Millis {
    private Millis() {}

    static Long of(Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }

    static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
