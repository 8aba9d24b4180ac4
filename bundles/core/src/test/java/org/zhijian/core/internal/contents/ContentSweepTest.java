package org.zhijian.core.internal.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.core.internal.settings.TestSettings;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AttachmentEntity;

class ContentSweepTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";

    @TempDir
    private Path data;

    private Contents contents;

    @BeforeEach
    void open() throws IOException {
        contents = new Contents(TestSettings.of(data, Map.of()));
    }

    private String store(String text) {
        try {
            return contents.store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1000)
                    .sha256();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean isThere(String sha256) throws IOException {
        Set<String> kept = new HashSet<>();
        contents.forEach(content -> kept.add(content.sha256()));
        return kept.contains(sha256);
    }

    private static void refer(EntityManager em, String sha256) {
        em.persist(new AttachmentEntity(
                Ids.next(), 1, "slot", null, 1, "1.jpg", "image/jpeg", 1, sha256, "account", Instant.EPOCH));
    }

    private int sweep(Database database, Instant before) throws IOException {
        ContentSweep sweep = new ContentSweep(new Transactions(database), contents);
        try {
            return sweep.sweep(before);
        } finally {
            sweep.close();
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void onlyOldContentsThatNothingRefersToAreTakenAway(Database database) throws IOException {
        String orphan = store("an upload that was rolled back " + Ids.next());
        String used = store("an attachment " + Ids.next());
        new Transactions(database).run(em -> refer(em, used));

        assertThat(sweep(database, Instant.now().minusSeconds(3600))).isZero();
        assertThat(isThere(orphan)).as("it may belong to an upload under way").isTrue();

        assertThat(sweep(database, Instant.now().plusSeconds(5))).isEqualTo(1);
        assertThat(isThere(orphan)).isFalse();
        assertThat(isThere(used)).isTrue();
    }

    /** Somebody hands in what lies there unused, just when it is to be taken away. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void aContentThatIsHandedInAgainMeanwhileStays(Database database) throws Exception {
        String text = "handed in twice " + Ids.next();
        String sha256 = store(text);
        CountDownLatch stored = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Void> upload = CompletableFuture.runAsync(() -> new Transactions(database).run(em -> {
            ContentLock.take(em, Hashes.sha256(text));
            store(text);
            stored.countDown();
            wait(commit);
            refer(em, sha256);
        }));
        assertThat(stored.await(30, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Integer> swept = CompletableFuture.supplyAsync(() -> {
            try {
                return sweep(database, Instant.now().plusSeconds(5));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        await().during(300, TimeUnit.MILLISECONDS).until(() -> !swept.isDone() && isThere(sha256));
        commit.countDown();

        upload.get(30, TimeUnit.SECONDS);
        assertThat(swept.get(60, TimeUnit.SECONDS)).isZero();
        assertThat(isThere(sha256)).isTrue();
    }

    private static void wait(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
