package org.zhijian.core.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.core.internal.outbox.Carrier.Outcome;
import org.zhijian.core.internal.outbox.OutboxScene.Push;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.TestSettings;
import org.zhijian.core.internal.store.Database;

/** What was sent leaves the outbox after a while; what failed, and the keys of pushes, stay. */
class OutboxSweepTest {
    private static final Settings THIRTY_DAYS = TestSettings.of(Path.of("."), Map.of("outboxDays", 30));

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#fresh")
    void sentMessagesLeaveAfterTheConfiguredDays(Database database) throws Exception {
        try (OutboxScene scene = new OutboxScene(database)) {
            OutboxSweep sweep = new OutboxSweep(scene.transactions, THIRTY_DAYS, scene.clock.time());
            scene.sms.answer = message ->
                    message.target().endsWith("2") ? new Outcome.Refused("空号") : new Outcome.Arrived(em -> {});
            scene.sms("13900000001", "甲-1");
            scene.sms("13900000002", "甲-2");
            scene.push(new Push("k1", "", 1));
            await().until(() -> List.of("SENT", "DEAD", "SENT").equals(scene.states()));

            scene.clock.forward(Duration.ofDays(29));
            sweep.sweep();
            assertThat(scene.states()).hasSize(3);

            scene.clock.forward(Duration.ofDays(2));
            sweep.sweep();
            assertThat(scene.states()).containsExactly("DEAD", "SENT");
            assertThat(scene.messages().get(1).payload()).isNull();

            scene.push(new Push("k1", "", 1));
            assertThat(scene.states()).as("the key of a push is known for ever").hasSize(2);
        }
    }
}
