package org.zhijian.core.access;

import java.util.List;
import java.util.Objects;

/**
 * A call that is refused. The message is what a person may read; nothing has been changed. Refusals are expected outcomes and are never
 * logged as faults.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a call is refused; each kind has its one HTTP status. */
    public enum Kind {
        MALFORMED(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        TOO_LARGE(413),
        UNSUPPORTED(415),
        INVALID(422),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<Violation> violations;

    public Refusal(Kind kind, String code, String message, List<Violation> violations) {
        super(Objects.requireNonNull(message), null, false, false);
        this.kind = Objects.requireNonNull(kind);
        this.code = Objects.requireNonNull(code);
        this.violations = List.copyOf(violations);
    }

    public Refusal(Kind kind, String code, String message) {
        this(kind, code, message, List.of());
    }

    public Kind kind() {
        return kind;
    }

    /** A stable code in capitals, such as {@code MODULE_NOT_RUNNING}. */
    public String code() {
        return code;
    }

    /** What is wrong; empty unless the kind is {@link Kind#INVALID}, or {@link Kind#MALFORMED} for a message of another system. */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }

    public static Refusal malformed(String message) {
        return new Refusal(Kind.MALFORMED, "MALFORMED", message);
    }

    /** A message does not have the form that it should; the text is the first violation's. */
    public static Refusal malformed(List<Violation> violations) {
        return new Refusal(Kind.MALFORMED, "MALFORMED", violations.get(0).message(), violations);
    }

    public static Refusal unauthenticated(String message) {
        return new Refusal(Kind.UNAUTHENTICATED, "UNAUTHENTICATED", message);
    }

    public static Refusal forbidden(String message) {
        return new Refusal(Kind.FORBIDDEN, "FORBIDDEN", message);
    }

    /** Also for what the caller may not know of. */
    public static Refusal notFound() {
        return new Refusal(Kind.NOT_FOUND, "NOT_FOUND", "未找到所请求的内容");
    }

    public static Refusal conflict(String code, String message) {
        return new Refusal(Kind.CONFLICT, code, message);
    }

    /** Rules are broken; the message is the first one's. */
    public static Refusal invalid(List<Violation> violations) {
        return new Refusal(Kind.INVALID, "RULE_VIOLATED", violations.get(0).message(), violations);
    }

    public static Refusal invalid(Violation violation) {
        return invalid(List.of(violation));
    }

    public static Refusal moduleNotRunning() {
        return new Refusal(Kind.UNAVAILABLE, "MODULE_NOT_RUNNING", "该业务模块未启用，暂时不能办理");
    }
}
