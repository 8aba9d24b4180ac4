package org.zhijian.core.internal.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a thread in which foreign code runs on and on and does not heed its interruption: it would take a processor, and perhaps all memory, from
 * everybody else until the system is started anew. It is stopped only where it stands in the foreign code itself, so that no lock, class or
 * table of ours can be left half done; what it does to the foreign code's own objects matters no more. What is not met there runs on.
 */
final class LastResort {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);
    private static final int LOOKS = 80;
    private static final long PAUSE_MILLIS = 5;

    private LastResort() {}

    /**
     * @param home the package of the foreign code, blank if that is not known
     * @param done is counted down when the thread has left the foreign code
     */
    @SuppressWarnings("deprecation")
    static void stop(Thread thread, String home, CountDownLatch done) {
        try {
            for (int look = 0; look < LOOKS; look++) {
                if (Frames.isIn(home, thread.getStackTrace())) {
                    thread.stop();
                }
                if (done.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (UnsupportedOperationException laterJava) {
            LOG.debug("this Java stops no thread", laterJava);
        }
        LOG.warn(
                "{} runs on and on and takes a processor: {}",
                thread.getName(),
                Stream.of(thread.getStackTrace()).limit(1).toList());
    }
}
