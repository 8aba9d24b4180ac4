package org.zhijian.rest;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Keeps a costly value until it is called stale; the next one to ask makes it anew. Thread-safe. */
final class Fresh<T> implements Supplier<T> {
    private final Supplier<T> source;
    private final AtomicLong age = new AtomicLong();
    private volatile Made<T> made;

    private record Made<T>(T value, long age) {}

    Fresh(Supplier<T> source) {
        this.source = source;
    }

    /** The value is out of date. One that is being made at the moment will not be kept either. */
    void stale() {
        age.incrementAndGet();
    }

    @Override
    public T get() {
        Made<T> known = made;
        long now = age.get();
        if (known == null || known.age() != now) {
            known = new Made<>(source.get(), now);
            made = known;
        }
        return known.value();
    }
}
