package org.zhijian.core.intake;

import java.util.Objects;
import org.zhijian.core.access.Violation;

/**
 * Why a message is in quarantine.
 *
 * @param field id of the field of the message, a cell by {@code people[0].idNo}; blank for the whole
 * @param code id of the rule
 * @param message exact Chinese text
 */
public record Reason(String field, String code, String message) {
    public Reason {
        Objects.requireNonNull(field);
        Objects.requireNonNull(code);
        Objects.requireNonNull(message);
    }

    public static Reason of(Violation violation) {
        return new Reason(violation.field(), violation.rule(), violation.message());
    }
}
