package org.zhijian.core.access;

import java.util.Objects;
import org.zhijian.api.procedure.Finding;

/**
 * A rule that a command breaks.
 *
 * @param field id of the field or slot, blank for the whole
 * @param rule id of the rule
 * @param message exact Chinese text
 * @param source the regulation, may be blank
 */
public record Violation(String field, String rule, String message, String source) {
    public Violation {
        Objects.requireNonNull(field);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(message);
        Objects.requireNonNull(source);
    }

    public static Violation of(String field, String rule, String message) {
        return new Violation(field, rule, message, "");
    }

    public static Violation of(Finding finding) {
        return new Violation(finding.field(), finding.rule(), finding.message(), finding.source());
    }
}
