package org.zhijian.core.internal.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.zhijian.core.access.Refusal;

/** When a module is cut off, and when it is let in again. */
class GateTest {
    private final AtomicLong now = new AtomicLong(1);
    private final Gate gate = new Gate(2, now::get);

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            gate.enter();
            gate.failed();
            gate.leave();
        }
    }

    private void work() {
        gate.enter();
        gate.worked();
        gate.leave();
    }

    private void refuses() {
        assertThatThrownBy(gate::enter)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("MODULE_CUT_OFF"))
                .hasMessage("该业务模块已被隔离，请稍后再试");
    }

    @Test
    void five_faults_within_a_minute_cut_it_off_for_ten_seconds() {
        fail(4);
        work();
        fail(1);
        assertThat(gate.state()).isEqualTo(Gate.State.PAUSED);
        refuses();
        passes(Duration.ofMillis(9_999));
        refuses();
        passes(Duration.ofMillis(1));
        work();
        assertThat(gate.state()).isEqualTo(Gate.State.OPEN);
    }

    @Test
    void faults_that_lie_further_apart_do_not() {
        for (int i = 0; i < 20; i++) {
            fail(1);
            passes(Duration.ofSeconds(16));
        }
        assertThat(gate.state()).isEqualTo(Gate.State.OPEN);
    }

    @Test
    void one_call_that_did_not_come_back_cuts_it_off() {
        gate.enter();
        assertThat(gate.hung(true)).isTrue();
        gate.leave();
        refuses();
        passes(Gate.FIRST_PAUSE);
        work();
        assertThat(gate.state()).isEqualTo(Gate.State.OPEN);
    }

    @Test
    void code_that_could_not_be_stopped_is_not_tried_again_until_somebody_says_so() {
        gate.enter();
        gate.hung(false);
        passes(Duration.ofDays(1));
        refuses();
        gate.open();
        work();
    }

    @Test
    void each_trial_that_fails_doubles_the_pause_up_to_five_minutes() {
        fail(Gate.FAULTS);
        for (long pause : new long[] {10, 20, 40, 80, 160, 300, 300}) {
            passes(Duration.ofSeconds(pause).minusMillis(1));
            refuses();
            passes(Duration.ofMillis(1));
            fail(1);
        }
        passes(Gate.LONGEST_PAUSE);
        work();
        fail(Gate.FAULTS);
        passes(Gate.FIRST_PAUSE);
        assertThatCode(this::work).as("the first pause again").doesNotThrowAnyException();
    }

    @Test
    void only_one_call_is_tried_after_the_pause() throws InterruptedException {
        fail(Gate.FAULTS);
        passes(Gate.FIRST_PAUSE);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread trial = new Thread(() -> {
            gate.enter();
            inside.countDown();
            try {
                end.await();
                gate.worked();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            } finally {
                gate.leave();
            }
        });
        trial.start();
        inside.await();
        refuses();
        end.countDown();
        trial.join();
        work();
        assertThat(gate.state()).isEqualTo(Gate.State.OPEN);
    }

    @Test
    void a_module_that_keeps_all_its_calls_is_busy_and_not_at_fault() {
        gate.enter();
        gate.enter();
        assertThatThrownBy(gate::enter).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo("MODULE_BUSY"));
        gate.leave();
        gate.enter();
        assertThat(gate.state()).isEqualTo(Gate.State.OPEN);
    }
}
