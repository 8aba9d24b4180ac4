package org.zhijian.benchmarks;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Lets a contender work with some threads for some seconds, and tells what it did. */
final class Window {
    private Window() {}

    static void warmUp(Contender contender, int seconds) throws Exception {
        work(contender, 4, seconds);
    }

    static Measurement measure(Contender contender, Server server, String database, int threads, int seconds)
            throws Exception {
        try (Connection connection = server.connect(database)) {
            // Counters of other backends arrive a second late.
            TimeUnit.MILLISECONDS.sleep(1200);
            Counters begin = Counters.read(connection);
            long cases = work(contender, threads, seconds);
            Counters end = Counters.read(connection);
            return begin.until(end, contender.name(), threads, cases);
        }
    }

    private static long work(Contender contender, int threads, int seconds) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        AtomicLong done = new AtomicLong();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int n = 0; n < threads; n++) {
                int worker = n;
                running.add(workers.submit(() -> {
                    SplittableRandom random = new SplittableRandom();
                    while (System.nanoTime() < until) {
                        contender.oneCase(worker, Forms.form(random));
                        done.incrementAndGet();
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(contender.name() + " failed", failed.getCause());
        } finally {
            workers.shutdownNow();
        }
        return done.get();
    }
}
