package org.zhijian.api.procedure;

import java.util.Objects;

/**
 * Whom or what a case is about. Cases with a common subject are decided one after the other, so that no two of them can break a limit
 * between them (design invariant 2).
 *
 * @param kind such as {@code person}
 * @param id id or normalised number
 */
public record Subject(String kind, String id) implements Comparable<Subject> {
    public Subject {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
    }

    public static Subject person(String id) {
        return new Subject("person", id);
    }

    public static Subject organisation(String id) {
        return new Subject("organisation", id);
    }

    /** A record of a register. */
    public static Subject record(String registerId, String key) {
        return new Subject(registerId, key);
    }

    @Override
    public int compareTo(Subject other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }
}
