package org.zhijian.rest.http;

import java.util.Optional;
import java.util.stream.Stream;

/** Looks behind wrapped exceptions. */
final class Faults {
    /** Deep enough for any honest chain, and an end for one that runs in a circle. */
    private static final int DEEPEST = 20;

    private Faults() {}

    /** The first exception of this type in the chain of causes, the exception itself included. */
    static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, next -> next != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
