package org.zhijian.core.internal.store;

import java.util.function.Supplier;

/** Libraries that look for classes through the thread find those of the bundle they live in. */
final class Loading {
    private Loading() {}

    static <T> T with(Class<?> library, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(library.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
