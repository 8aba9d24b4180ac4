package org.zhijian.core.internal.modules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Memory that runs out. */
class HeapWatchTest {
    private final HeapWatch watch = new HeapWatch();

    @AfterEach
    void stop() {
        watch.stop();
    }

    private static void dies(Throwable cause) throws InterruptedException {
        Thread thread = new Thread(() -> HeapWatchTest.<RuntimeException>sneak(cause));
        thread.start();
        thread.join();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable cause) throws E {
        throw (E) cause;
    }

    @Test
    void a_thread_that_dies_of_it_makes_the_node_unfit() throws InterruptedException {
        dies(new OutOfMemoryError("tried"));
        assertThat(watch.obstacle()).contains("内存曾用尽，有线程因此终止，请重启");
    }

    @Test
    void a_thread_that_dies_of_something_else_does_not() throws InterruptedException {
        dies(new IllegalStateException("tried"));
        assertThat(watch.obstacle()).isEmpty();
    }
}
