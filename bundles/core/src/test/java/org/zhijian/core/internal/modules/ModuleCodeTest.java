package org.zhijian.core.internal.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        ModuleCode.limit(Duration.ofSeconds(3));
        end.set(true);
    }

    private void spin() {
        while (!end.get()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void what_comes_back_in_time_is_answered() {
        assertThat(ModuleCode.<Integer>limited(() -> ModuleCode.call("town", "a guard", () -> 42)))
                .isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                StackOverflowError.class,
                OutOfMemoryError.class,
                AssertionError.class,
                NoClassDefFoundError.class
            })
    void an_error_fails_the_request_and_is_counted(Class<? extends Error> kind) throws ReflectiveOperationException {
        Error error = kind.getConstructor().newInstance();
        assertThatThrownBy(() -> ModuleCode.limited(() -> ModuleCode.call(kind.getName(), "a guard", () -> {
                    throw error;
                })))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("MODULE_FAULT"));
        assertThat(ModuleCode.takeFaults()).containsEntry(kind.getName(), 1);
    }

    @Test
    void code_that_waits_for_ever_is_interrupted_and_the_request_is_refused() {
        assertThatThrownBy(() -> ModuleCode.limited(() -> ModuleCode.call("sleeper", "a guard", () -> {
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

    @Test
    void code_that_runs_for_ever_after_another_module_has_answered_it_is_abandoned() {
        assertThatThrownBy(() -> ModuleCode.limited(() -> ModuleCode.call("asker", "a guard", () -> {
                    ModuleCode.call("answerer", "an answer", () -> 42);
                    spin();
                    return "never";
                })))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("MODULE_FAULT"));
    }

    @Test
    void the_module_whose_code_hangs_is_charged_and_not_the_one_that_asked_it() {
        assertThatThrownBy(() -> ModuleCode.limited(() -> ModuleCode.call(
                        "patient",
                        "a guard",
                        () -> ModuleCode.call("hanging", "an answer", () -> {
                            spin();
                            return "never";
                        }))))
                .isInstanceOf(Refusal.class);
        assertThat(ModuleCode.takeFaults()).containsEntry("hanging", 1).doesNotContainKey("patient");
    }

    @Test
    void code_that_comes_back_only_when_it_is_interrupted_has_failed_and_leaves_no_interrupt_behind() {
        AtomicBoolean interruptedAfterwards = new AtomicBoolean();
        assertThatThrownBy(() -> ModuleCode.limited(() -> {
                    try {
                        return ModuleCode.call("swallower", "a guard", () -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException swallowed) {
                                Thread.currentThread().interrupt();
                            }
                            return "too late";
                        });
                    } finally {
                        interruptedAfterwards.set(Thread.currentThread().isInterrupted());
                    }
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("MODULE_FAULT"));
        assertThat(interruptedAfterwards).isFalse();
        assertThat(ModuleCode.takeFaults()).containsEntry("swallower", 1);
    }

    @Test
    void code_that_nobody_has_limited_is_limited_all_the_same() {
        assertThatThrownBy(() -> ModuleCode.run("unlimited", "choices", this::spin))
                .isInstanceOf(Refusal.class);
        assertThat(ModuleCode.takeFaults()).containsEntry("unlimited", 1);
    }

    @Test
    void a_module_that_fails_again_and_again_is_not_called_any_more_until_it_is_let_in_again() {
        AtomicInteger calls = new AtomicInteger();
        for (int i = 0; i < Gate.FAULTS; i++) {
            assertThatThrownBy(() -> ModuleCode.run("breaking", "a guard", () -> {
                        calls.incrementAndGet();
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(Refusal.class);
        }
        assertThat(ModuleCode.isCutOff("breaking")).isTrue();
        assertThatThrownBy(() -> ModuleCode.run("breaking", "a guard", calls::incrementAndGet))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("MODULE_CUT_OFF"));
        assertThat(calls).hasValue(Gate.FAULTS);
        assertThat(ModuleCode.<Integer>call("another", "a guard", () -> 42)).isEqualTo(42);

        ModuleCode.admit("breaking");
        ModuleCode.run("breaking", "a guard", calls::incrementAndGet);
        assertThat(calls).hasValue(Gate.FAULTS + 1);
    }

    @Test
    void code_that_could_not_be_stopped_cuts_its_module_off_at_once() {
        assertThatThrownBy(() -> ModuleCode.run("endless", "a guard", this::spin))
                .isInstanceOf(Refusal.class);
        assertThat(ModuleCode.gateOf("endless").state()).isEqualTo(Gate.State.SHUT);
    }

    @Test
    void code_that_takes_an_eighth_of_all_memory_in_one_call_is_given_up_before_others_have_none() {
        assertThatThrownBy(() -> ModuleCode.run("hoarder", "a guard", () -> {
                    long taken = 0;
                    while (!end.get()) {
                        taken += new byte[1 << 16].length;
                    }
                    assertThat(taken).isPositive();
                }))
                .isInstanceOf(Refusal.class);
        assertThat(ModuleCode.gateOf("hoarder").state()).isEqualTo(Gate.State.SHUT);
    }

    @Test
    void a_module_starts_no_threads() {
        ModuleCode.lives("spawning", getClass().getPackageName());
        AtomicBoolean ran = new AtomicBoolean();
        assertThatThrownBy(() -> ModuleCode.run("spawning", "a guard", () -> new Thread(() -> ran.set(true)).start()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("MODULE_FAULT"));
        assertThatThrownBy(() -> ModuleCode.run("spawning", "a guard", () -> Executors.newCachedThreadPool()
                        .execute(() -> ran.set(true))))
                .isInstanceOf(Refusal.class);
        assertThat(ran).isFalse();
        assertThat(ModuleCode.takeFaults()).containsEntry("spawning", 2);
    }

    @Test
    void a_module_that_calls_itself_through_another_is_let_in_once() {
        int answer = ModuleCode.call(
                "one",
                "a guard",
                () -> ModuleCode.call("two", "an answer", () -> ModuleCode.call("one", "an answer", () -> 42)));
        assertThat(answer).isEqualTo(42);
    }

    @Test
    void a_checked_exception_that_is_thrown_by_a_trick_is_a_fault() {
        assertThatThrownBy(() -> ModuleCode.run("trickster", "an effect", () -> sneak(new IOException("hidden"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("MODULE_FAULT"));
        assertThat(ModuleCode.takeFaults()).containsEntry("trickster", 1);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void sneak(Exception exception) throws E {
        throw (E) exception;
    }

    @Test
    void a_module_that_is_not_taken_in_and_does_not_come_back_is_given_up() {
        assertThatThrownBy(() -> ModuleCode.tried("newcomer", "", "its descriptor", () -> {
                    spin();
                    return "never";
                }))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("没有返回");
        assertThat(ModuleCode.takeFaults()).doesNotContainKey("newcomer");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void code_that_runs_for_ever_is_abandoned_and_its_locks_are_free(Database database) {
        Transactions transactions = new Transactions(database);
        String row = "spin-" + System.nanoTime();
        transactions.run(em -> em.persist(new SequenceEntity(row)));

        assertThatThrownBy(() -> ModuleCode.limited(() -> transactions.write(em -> {
                    em.find(SequenceEntity.class, row, LockModeType.PESSIMISTIC_WRITE)
                            .lastNumber(7);
                    em.flush();
                    ModuleCode.run(row, "an effect", this::spin);
                    return "never";
                })))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));

        long number = transactions.write(em -> em.find(SequenceEntity.class, row, LockModeType.PESSIMISTIC_WRITE)
                .lastNumber());
        assertThat(number).as("rolled back, and not locked any more").isZero();
        assertThat(ModuleCode.takeFaults()).containsKey(row);
    }
}
