package org.zhijian.core.internal.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;

/** Faults of modules are counted over all nodes, and forgotten. */
class FaultLogTest {
    private static void fail(String jurisdiction) {
        assertThatThrownBy(() -> ModuleCode.run(jurisdiction, "an effect", () -> {
                    throw new IllegalStateException("a fault");
                }))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whatFailsOnOneNodeIsSeenOnAll(Database database) {
        TestClock clock = new TestClock();
        FaultLog one = new FaultLog(new Transactions(database), clock.time());
        FaultLog other = new FaultLog(new Transactions(database), clock.time());
        String town = "faulty-" + Ids.next().substring(24);

        fail(town);
        one.note();
        fail(town);
        fail(town);
        other.note();

        assertThat(one.lastDay()).containsEntry(town, 3);
        assertThat(other.lastDay()).containsEntry(town, 3);
        clock.forward(Duration.ofHours(25));
        assertThat(one.lastDay()).doesNotContainKey(town);
        one.stop();
        other.stop();
    }
}
