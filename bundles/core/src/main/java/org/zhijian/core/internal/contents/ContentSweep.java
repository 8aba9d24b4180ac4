package org.zhijian.core.internal.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.core.internal.contents.ContentStore.Kept;
import org.zhijian.core.internal.store.Transactions;

/**
 * Takes away, from time to time, contents that nothing refers to: of uploads whose transaction did not commit, and of drafts that were deleted. What
 * was stored within the last days stays in any case. Several nodes may sweep at the same time, and while files come in.
 */
@Component(service = ContentSweep.class, immediate = true)
public final class ContentSweep {
    /** Longer than any upload, and than an operator needs to notice that he restored yesterday's database. */
    static final Duration GRACE = Duration.ofDays(7);

    private static final long FIRST_AFTER_MINUTES = 30;
    private static final long EVERY_MINUTES = 12 * 60;
    private static final Logger LOG = LoggerFactory.getLogger(ContentSweep.class);

    private final Transactions transactions;
    private final ContentStore contents;
    private final ScheduledExecutorService timer;

    @Activate
    public ContentSweep(@Reference Transactions transactions, @Reference ContentStore contents) {
        this.transactions = transactions;
        this.contents = contents;
        timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "zhijian-content-sweep");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::sweepNow, FIRST_AFTER_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void sweepNow() {
        try {
            int gone = sweep(Instant.now().minus(GRACE));
            if (gone > 0) {
                LOG.info("{} contents that nothing refers to were taken away", gone);
            }
        } catch (IOException | RuntimeException failed) {
            LOG.error("contents that nothing refers to could not be taken away; it is tried again later", failed);
        }
    }

    /** Takes away what was stored before this time and is not referred to; tells how much. */
    int sweep(Instant before) throws IOException {
        List<String> old = new ArrayList<>();
        contents.forEach(kept -> {
            if (isOld(kept, before)) {
                old.add(kept.sha256());
            }
        });
        int gone = 0;
        for (String sha256 : old) {
            gone += transactions.read(em -> ContentReferences.has(em, sha256)) || !take(sha256) ? 0 : 1;
        }
        return gone;
    }

    private static boolean isOld(Kept kept, Instant before) {
        return kept.since().isBefore(before);
    }

    /** Asks again under the lock: whoever stores this content anew holds it from before it lies here until its reference is committed. */
    private boolean take(String sha256) {
        return transactions.write(em -> {
            ContentLock.take(em, sha256);
            if (ContentReferences.has(em, sha256)) {
                return false;
            }
            try {
                contents.delete(sha256);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            ContentLock.forget(em, sha256);
            return true;
        });
    }
}
