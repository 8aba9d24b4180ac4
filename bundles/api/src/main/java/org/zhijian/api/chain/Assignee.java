package org.zhijian.api.chain;

import java.util.Objects;

/**
 * Who is to take a step: an office, an organisation or a person.
 *
 * @param kind what it is
 * @param id its id
 */
public record Assignee(Kind kind, String id) {

    /** What may take a step. */
    public enum Kind {
        OFFICE,
        ORGANISATION,
        PERSON
    }

    public Assignee {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
    }

    public static Assignee office(String id) {
        return new Assignee(Kind.OFFICE, id);
    }

    public static Assignee organisation(String id) {
        return new Assignee(Kind.ORGANISATION, id);
    }

    public static Assignee person(String id) {
        return new Assignee(Kind.PERSON, id);
    }
}
