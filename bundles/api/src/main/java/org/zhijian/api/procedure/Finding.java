package org.zhijian.api.procedure;

import java.util.List;
import java.util.Objects;

/**
 * What a rule has to say about a case.
 *
 * @param severity whether it forbids, warns or informs
 * @param rule id of the rule, such as {@code JS-R02}
 * @param field id of the field or slot it is about; blank for the whole
 * @param message exact Chinese text
 * @param source the section of the manual or the regulation it rests on; may be blank
 */
public record Finding(Severity severity, String rule, String field, String message, String source) {

    /** How hard a finding is. */
    public enum Severity {
        /** It does not go on. */
        ERROR,
        /** It goes on, and everybody sees it. */
        WARNING,
        /** A check that came out well, shown to reviewers. */
        PASSED
    }

    public Finding {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(field);
        Objects.requireNonNull(message);
        Objects.requireNonNull(source);
    }

    public static Finding error(String rule, String field, String message) {
        return new Finding(Severity.ERROR, rule, field, message, "");
    }

    public static Finding warning(String rule, String field, String message) {
        return new Finding(Severity.WARNING, rule, field, message, "");
    }

    public static Finding passed(String rule, String message) {
        return new Finding(Severity.PASSED, rule, "", message, "");
    }

    /** The same finding with its legal source. */
    public Finding restingOn(String regulation) {
        return new Finding(severity, rule, field, message, regulation);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Nothing to say. */
    public static List<Finding> none() {
        return List.of();
    }
}
