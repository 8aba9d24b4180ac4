package org.zhijian.core.internal.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.reflect.Proxy;
import java.util.List;
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

    private static MemoryPoolMXBean pool(boolean longLived, long used) {
        return (MemoryPoolMXBean) Proxy.newProxyInstance(
                MemoryPoolMXBean.class.getClassLoader(),
                new Class<?>[] {MemoryPoolMXBean.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getType" -> MemoryType.HEAP;
                    case "isUsageThresholdSupported" -> longLived;
                    case "getCollectionUsage" -> new MemoryUsage(0, used, 100, 100);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void the_heap_is_full_where_objects_live_long_and_not_where_they_only_pass_through() {
        assertThat(HeapWatch.isFull(List.of(pool(true, 50), pool(false, 100)))).isFalse();
        assertThat(HeapWatch.isFull(List.of(pool(true, 100), pool(false, 0)))).isTrue();
    }
}
