package org.zhijian.core.internal.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.SequenceEntity;

/** Code of a module that fails or does not come back. */
class ModuleCodeTest {
    private final AtomicBoolean end = new AtomicBoolean();

    @BeforeEach
    void hurry() {
        ModuleCode.limit(Duration.ofMillis(300));
    }

    @AfterEach
    void relax() {
        ModuleCode.limit(Duration.ofSeconds(10));
        end.set(true);
    }

    private void spin() {
        while (!end.get()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void what_comes_back_in_time_is_answered() {
        assertThat(ModuleCode.<Integer>limited("town", () -> ModuleCode.call("town", "a guard", () -> 42)))
                .isEqualTo(42);
    }

    @Test
    void code_that_waits_for_ever_is_interrupted_and_the_request_is_refused() {
        assertThatThrownBy(() -> ModuleCode.limited(
                        "sleeper",
                        () -> ModuleCode.call("sleeper", "a guard", () -> {
                            try {
                                new CountDownLatch(1).await();
                                return "never";
                            } catch (InterruptedException interrupted) {
                                throw new IllegalStateException(interrupted);
                            }
                        })))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("MODULE_FAULT"));
        assertThat(ModuleCode.takeFaults()).containsEntry("sleeper", 1);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void code_that_runs_for_ever_is_abandoned_and_its_locks_are_free(Database database) {
        Transactions transactions = new Transactions(database);
        String row = "spin-" + System.nanoTime();
        transactions.run(em -> em.persist(new SequenceEntity(row)));

        assertThatThrownBy(() -> ModuleCode.limited(
                        "spinner",
                        () -> transactions.write(em -> {
                            em.find(SequenceEntity.class, row, LockModeType.PESSIMISTIC_WRITE)
                                    .lastNumber(7);
                            em.flush();
                            ModuleCode.run("spinner", "an effect", this::spin);
                            return "never";
                        })))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));

        long number = transactions.write(em -> em.find(SequenceEntity.class, row, LockModeType.PESSIMISTIC_WRITE)
                .lastNumber());
        assertThat(number).as("rolled back, and not locked any more").isZero();
        assertThat(ModuleCode.takeFaults()).containsKey("spinner");
    }
}
