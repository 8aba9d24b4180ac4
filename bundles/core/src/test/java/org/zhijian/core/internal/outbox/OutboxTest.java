package org.zhijian.core.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.core.internal.outbox.Carrier.Outcome;
import org.zhijian.core.internal.outbox.OutboxScene.Push;
import org.zhijian.core.internal.store.Database;

class OutboxTest {
    private static final String FRESH = "org.zhijian.core.internal.store.Databases#fresh";

    @ParameterizedTest
    @MethodSource(FRESH)
    void aMessageGoesOutAtOnceAfterTheCommit(Database database) throws Exception {
        try (OutboxScene scene = new OutboxScene(database)) {
            scene.sms("13900000001", "甲-1");

            await().until(() -> scene.states().equals(List.of("SENT")));

            OutboxMessage given = scene.sms.given.get(0);
            assertThat(given.target()).isEqualTo("13900000001");
            assertThat(given.payload()).contains("您的业务甲-1已受理");
            assertThat(given.clientMsgId()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void whatIsRolledBackIsNeverSent(Database database) throws Exception {
        try (OutboxScene scene = new OutboxScene(database)) {
            assertThatThrownBy(() -> scene.transactions.run(em -> {
                        Outbox.sms(
                                em,
                                scene.clock.instant(),
                                scene.jurisdiction,
                                "13900000001",
                                OutboxScene.TEMPLATE,
                                Map.of("number", "甲-1"));
                        throw new IllegalStateException("rolled back");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            scene.sms("13900000002", "甲-2");

            await().until(() -> scene.states().equals(List.of("SENT")));

            assertThat(scene.sms.given).singleElement().satisfies(sms -> assertThat(sms.target())
                    .isEqualTo("13900000002"));
        }
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void anSmsIsTriedFiveTimesWithinEightyOneMinutes(Database database) throws Exception {
        try (OutboxScene scene = new OutboxScene(database)) {
            scene.sms.answer = message -> new Outcome.Failed("运营商无应答");
            scene.sms("13900000001", "甲-1");

            Deliveries lane = new Deliveries(scene.transactions, town -> List.of());
            int tries = 1;
            for (int minutes : List.of(1, 5, 15, 60)) {
                awaitState(scene, tries, "FAILED");
                Instant due = scene.clock.instant().plus(Duration.ofMinutes(minutes));
                String id = scene.messages().get(0).id();
                assertThat(lane.due("SMS", due.minusSeconds(1), 64)).doesNotContain(id);
                assertThat(lane.due("SMS", due, 64)).contains(id);
                scene.clock.forward(Duration.ofMinutes(minutes));
                scene.worker.wake();
                tries++;
            }

            awaitState(scene, 5, "DEAD");
            assertThat(scene.messages().get(0).reason()).isEqualTo("运营商无应答");
            assertThat(scene.sms.given.stream().map(OutboxMessage::clientMsgId).distinct())
                    .hasSize(1);
        }
    }

    private static void awaitState(OutboxScene scene, int tries, String state) {
        await().until(() ->
                scene.messages().get(0).tries() == tries && scene.states().equals(List.of(state)));
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void whatANodeLeftBetweenSendingAndNotingIsSentAgainUnderTheSameName(Database database) throws Exception {
        try (OutboxScene scene = new OutboxScene(database)) {
            scene.worker.stop();
            scene.sms("13900000001", "甲-1");
            Deliveries dying = new Deliveries(scene.transactions, town -> List.of());
            OutboxMessage sent = dying.claim(
                            dying.due("SMS", scene.clock.instant(), 1).get(0), scene.clock.instant())
                    .orElseThrow();

            OutboxWorker next = scene.anotherWorker();
            next.wake();
            assertThat(scene.sms.given).isEmpty();
            scene.clock.forward(Deliveries.LEASE);
            next.wake();

            await().until(() -> scene.states().equals(List.of("SENT")));
            assertThat(scene.sms.given).singleElement().satisfies(again -> assertThat(again.clientMsgId())
                    .isEqualTo(sent.clientMsgId()));
            next.stop();
        }
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void aPushOfTheSameKeyIsOnePush(Database database) throws Exception {
        try (OutboxScene scene = new OutboxScene(database)) {
            scene.push(new Push("p1", "s", 1));
            scene.push(new Push("p1", "s", 1));
            scene.push(new Push("p2", "s", 2));

            await().until(() -> scene.states().equals(List.of("SENT", "SENT")));

            assertThat(scene.agency.given).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void pushesOfOneSubjectKeepTheirOrderAlsoWhenOneFails(Database database) throws Exception {
        try (OutboxScene scene = new OutboxScene(database)) {
            scene.agency.answer = message -> message.payload().contains("\"a1\"") && message.tries() == 1
                    ? new Outcome.Failed("对方繁忙")
                    : Outcome.arrived();
            scene.push(new Push("a1", "A", 1));
            scene.push(new Push("a2", "A", 2));
            scene.push(new Push("b1", "B", 1));

            await().until(() -> scene.states().equals(List.of("FAILED", "NEW", "SENT")));
            scene.clock.forward(Duration.ofMinutes(2));
            scene.worker.wake();

            await().until(() -> scene.states().equals(List.of("SENT", "SENT", "SENT")));
            List<String> order = scene.agency.payloads().stream()
                    .filter(payload -> payload.contains("\"A\""))
                    .map(payload -> payload.substring(payload.indexOf("\"id\":") + 6, payload.indexOf("\"id\":") + 8))
                    .toList();
            assertThat(order).containsExactly("a1", "a1", "a2");
        }
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void severalNodesSendEachMessageOnceAndInOrder(Database database) throws Exception {
        try (OutboxScene scene = new OutboxScene(database)) {
            OutboxWorker second = scene.anotherWorker();
            IntStream.rangeClosed(1, 40).parallel().forEach(i -> scene.push(new Push("p" + i, "s" + i % 4, i)));

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> scene.states().size() == 40
                            && scene.states().stream().allMatch("SENT"::equals));

            assertThat(scene.agency.given).hasSize(40);
            for (int subject = 0; subject < 4; subject++) {
                String key = "s" + subject;
                List<String> written = scene.messages().stream()
                        .filter(message -> message.orderKey().equals(key))
                        .map(message -> message.clientMsgId())
                        .toList();
                List<String> sent = scene.agency.given.stream()
                        .map(OutboxMessage::clientMsgId)
                        .filter(written::contains)
                        .toList();
                assertThat(sent).isEqualTo(written);
            }
            second.stop();
        }
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void aRefusedPushIsGivenUpBlocksItsSubjectAndAlarms(Database database) throws Exception {
        try (OutboxScene scene = new OutboxScene(database)) {
            scene.agency.answer = message -> new Outcome.Refused("对方拒收 422");
            scene.push(new Push("a1", "A", 1));
            scene.push(new Push("a2", "A", 2));

            await().until(() -> scene.states().equals(List.of("DEAD", "NEW")));

            assertThat(scene.notices()).singleElement().satisfies(notice -> {
                assertThat(notice.seat()).isEqualTo("OFFICE:" + scene.jurisdiction + "-head");
                assertThat(notice.title()).isEqualTo("对外推送失败：上报");
                assertThat(notice.body()).contains("对方拒收 422");
            });
        }
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void aCodeIsForgottenWhenItIsSentAndNotSentWhenItIsWorthNothing(Database database) throws Exception {
        try (OutboxScene scene = new OutboxScene(database)) {
            scene.worker.stop();
            scene.transactions.run(em -> Outbox.passingSms(
                    em,
                    scene.clock.instant(),
                    scene.jurisdiction,
                    "13900000001",
                    OutboxScene.TEMPLATE,
                    Map.of("number", "123456"),
                    Duration.ofSeconds(300)));
            Deliveries deliveries = new Deliveries(scene.transactions, town -> List.of());
            String id = scene.messages().get(0).id();

            assertThat(deliveries.claim(id, java.time.Instant.now().plusSeconds(400)))
                    .isEmpty();

            assertThat(scene.messages().get(0)).satisfies(message -> {
                assertThat(message.state()).isEqualTo("DEAD");
                assertThat(message.reason()).isEqualTo("已过有效期");
                assertThat(message.payload()).isNull();
            });
        }
    }
}
