package org.zhijian.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One officer acts for another while that one is away (委托代办). It is not handed on: a delegate acts for his principal alone.
 *
 * @param from the first day
 * @param to the last day
 * @param revokedAt null if it was not revoked
 * @param active true if it holds today
 * @param mine true if the caller is the one who is away
 */
public record Delegation(
        String id,
        String principal,
        String delegate,
        LocalDate from,
        LocalDate to,
        Instant revokedAt,
        boolean active,
        boolean mine) {
    public Delegation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }
}
