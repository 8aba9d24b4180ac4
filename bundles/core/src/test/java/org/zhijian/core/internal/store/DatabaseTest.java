package org.zhijian.core.internal.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.core.internal.store.entity.LockEntity;

class DatabaseTest {
    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#fresh")
    void whatIsBeingWrittenWhenTheSystemEndsIsFinishedFirst(Database database) throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> new Transactions(database).run(em -> {
            em.persist(new LockEntity("at the end"));
            em.flush();
            writing.countDown();
            wait(goesOn);
        }));
        writing.await();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(database::close);
        assertThatThrownBy(() -> closed.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        goesOn.countDown();

        assertThatCode(() -> written.get(10, TimeUnit.SECONDS)).doesNotThrowAnyException();
        assertThatCode(() -> closed.get(10, TimeUnit.SECONDS)).doesNotThrowAnyException();
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ending) {
            throw new IllegalStateException(ending);
        }
    }
}
