package org.zhijian.api.procedure;

import java.util.Objects;
import java.util.Set;

/**
 * Who may start a procedure.
 *
 * @param kind the kind of account
 * @param ids codes of organisation types, or ids of offices; empty for natural persons
 */
public record Starter(Kind kind, Set<String> ids) {

    /** Kinds of account that start procedures. */
    public enum Kind {
        ORGANISATION,
        PERSON,
        OFFICE,
        /** Whoever comes, without an account: of registrations only. */
        ANYONE
    }

    public Starter {
        Objects.requireNonNull(kind);
        ids = Set.copyOf(ids);
    }

    /** Organisations of one of these types. */
    public static Starter organisations(String... types) {
        return new Starter(Kind.ORGANISATION, Set.of(types));
    }

    public static Starter people() {
        return new Starter(Kind.PERSON, Set.of());
    }

    /** Whoever comes, without an account: of registrations only. */
    public static Starter anyone() {
        return new Starter(Kind.ANYONE, Set.of());
    }

    /** One of these offices, such as for a spot check. */
    public static Starter offices(String... officeIds) {
        return new Starter(Kind.OFFICE, Set.of(officeIds));
    }
}
