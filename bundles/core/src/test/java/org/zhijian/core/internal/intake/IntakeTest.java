package org.zhijian.core.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhijian.core.internal.intake.IntakeScene.works;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.intake.Intake;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.intake.IncomingMessages.Content;
import org.zhijian.core.intake.IncomingMessages.Query;
import org.zhijian.core.intake.Reason;
import org.zhijian.core.intake.ReceiptState;
import org.zhijian.core.intake.Reception.Acknowledgement;
import org.zhijian.core.internal.store.Database;

/** Messages of other systems: told, judged, put into quarantine, mended; on every database. */
class IntakeTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";
    private static final String WU = "320299198002120211";
    private static final String HE = "530199197906020132";

    private static void assertRefused(Refusal.Kind kind, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.code()).isEqualTo(code);
        });
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_message_is_stored_before_anything_follows_from_it(Database database) {
        IntakeScene scene = new IntakeScene(database);

        Acknowledgement told = scene.push(works("G1", 1, "示例大厦", WU));

        assertThat(told.state()).isEqualTo(ReceiptState.RECEIVED);
        assertThat(scene.kept("G1")).isEmpty();
        scene.judge(told.receiptId());
        assertThat(scene.state(told.receiptId())).isEqualTo(ReceiptState.DONE);
        assertThat(scene.kept("G1"))
                .hasValueSatisfying(works -> assertThat(works.name()).isEqualTo("示例大厦"));
        assertThat(scene.answers()).containsExactly("G1/1/1");
        assertThat(scene.audit(told.receiptId())).containsExactly("INTAKE_RECEIVED", "INTAKE_DONE");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void the_same_message_again_has_the_same_receipt_and_changes_nothing(Database database) {
        IntakeScene scene = new IntakeScene(database);
        String receipt = scene.handled(works("G1", 1, "示例大厦", WU));

        Acknowledgement again = scene.push(works("G1", 1, " 示例大厦 ", WU));
        scene.judge(again.receiptId());

        assertThat(again).isEqualTo(new Acknowledgement(receipt, ReceiptState.DONE, false));
        assertThat(scene.judged).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_known_version_with_another_content_is_refused(Database database) {
        IntakeScene scene = new IntakeScene(database);
        scene.handled(works("G1", 1, "示例大厦", WU));

        assertRefused(Refusal.Kind.CONFLICT, "MESSAGE_CONFLICT", () -> scene.push(works("G1", 1, "另一大厦", WU)));
        assertThat(scene.kept("G1").orElseThrow().name()).isEqualTo("示例大厦");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_higher_version_updates_and_a_lower_one_is_stale(Database database) {
        IntakeScene scene = new IntakeScene(database);
        String first = scene.handled(works("G1", 2, "示例大厦", WU));
        scene.handled(works("G1", 5, "示例大厦二期", WU));

        Acknowledgement late = scene.push(works("G1", 3, "示例大厦一期", WU));
        Acknowledgement repeated = scene.push(works("G1", 2, "示例大厦", WU));

        assertThat(late.state()).isEqualTo(ReceiptState.STALE);
        assertThat(late.stale()).isTrue();
        assertThat(repeated).isEqualTo(new Acknowledgement(first, ReceiptState.DONE, true));
        scene.judge(late.receiptId());
        assertThat(scene.kept("G1").orElseThrow().version()).isEqualTo(5);
        assertThat(scene.push(works("G1", 3, "示例大厦一期", WU)).receiptId()).isEqualTo(late.receiptId());
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_channel_without_versions_takes_one_content_for_each_key(Database database) {
        IntakeScene scene = new IntakeScene(database);
        scene.handled(works("G1", 1, "示例大厦", WU));
        Acknowledgement permit = scene.pushPermit("X1", "G1");

        assertThat(scene.pushPermit("X1", "G1").receiptId()).isEqualTo(permit.receiptId());
        assertRefused(Refusal.Kind.CONFLICT, "MESSAGE_CONFLICT", () -> scene.pushPermit("X1", "G2"));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void what_has_not_the_form_is_refused_with_all_that_is_wrong_and_leaves_no_trace(Database database) {
        IntakeScene scene = new IntakeScene(database);
        Map<String, Object> message = works("G1", 1, "", "320299198002120212");
        message.put("people", List.of(Map.of("idNo", WU)));
        message.put("unknown", "x");

        assertThatThrownBy(() -> scene.push(message)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
            assertThat(refusal.violations())
                    .extracting(Violation::field)
                    .containsExactly("name", "manager", "people[0].name", "unknown");
        });
        assertThat(scene.incoming.counts(scene.head, "").values()).containsOnly(0L);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_broken_rule_puts_a_message_into_quarantine_and_tells_its_sender_why(Database database) {
        IntakeScene scene = new IntakeScene(database);
        scene.handled(works("G1", 1, "示例大厦", WU));

        String receipt = scene.handled(works("G2", 1, "示例二厦", WU));
        scene.handled(works("G3", 1, "示例三厦", WU));

        assertThat(scene.kept("G2")).isEmpty();
        assertThat(scene.reception.receipt(scene.agency, receipt)).satisfies(told -> {
            assertThat(told.state()).isEqualTo(ReceiptState.QUARANTINED);
            assertThat(told.reasons()).containsExactly(new Reason("manager", "T-R01", "该负责人已有在建工程"));
        });
        assertThat(scene.answers()).containsExactly("G1/1/1", "G2/1/1", "G3/1/1");
        assertThat(scene.incoming.quarantined(200))
                .extracting(line -> line.id())
                .contains(receipt);
        // The first in a channel's quarantine rings, the second does not.
        assertThat(scene.notices()).containsExactly("OPERATOR:", "OFFICE:" + scene.jurisdiction + "-head");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_message_in_quarantine_is_replayed_when_what_it_lacks_has_come(Database database) {
        IntakeScene scene = new IntakeScene(database);
        String permit = scene.pushPermit("X1", "G1").receiptId();
        scene.judge(permit);
        assertThat(scene.idsInState(ReceiptState.QUARANTINED)).containsExactly(permit);
        scene.handled(works("G1", 1, "示例大厦", WU));

        assertThat(scene.incoming
                        .replay(scene.head, Once.UNKEYED, permit, "工程已报送")
                        .state())
                .isEqualTo(ReceiptState.RECEIVED);
        scene.judge(permit);

        assertThat(scene.incoming.find(scene.head, permit).line()).satisfies(line -> {
            assertThat(line.state()).isEqualTo(ReceiptState.DONE);
            assertThat(line.attempt()).isEqualTo(2);
            assertThat(line.reasons()).isEmpty();
            assertThat(line.mended()).isFalse();
        });
        assertThat(scene.audit(scene.head.accountId())).containsExactly("INTAKE_REPLAY");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_message_is_mended_and_judged_again_and_its_sender_answered_once_more(Database database) {
        IntakeScene scene = new IntakeScene(database);
        scene.handled(works("G1", 1, "示例大厦", WU));
        String receipt = scene.handled(works("G2", 1, "示例二厦", WU));

        scene.incoming.mend(
                scene.head, Once.UNKEYED, receipt, new FormData(works("G2", 1, "示例二厦", HE)), "负责人填错，已与报送单位核实");
        scene.judge(receipt);

        assertThat(scene.kept("G2").orElseThrow().manager()).isEqualTo(HE);
        assertThat(scene.answers()).containsExactly("G1/1/1", "G2/1/1", "G2/1/2");
        assertThat(scene.incoming.find(scene.head, receipt).line().mended()).isTrue();
        // What its sender sends again is still what it sent.
        assertThat(scene.push(works("G2", 1, "示例二厦", WU)).receiptId()).isEqualTo(receipt);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_mended_message_keeps_its_form_its_key_and_its_version(Database database) {
        IntakeScene scene = new IntakeScene(database);
        scene.handled(works("G1", 1, "示例大厦", WU));
        String receipt = scene.handled(works("G2", 1, "示例二厦", WU));

        assertRefused(
                Refusal.Kind.INVALID,
                "RULE_VIOLATED",
                () -> scene.incoming.mend(
                        scene.head, Once.UNKEYED, receipt, new FormData(works("G2", 1, "", HE)), "改"));
        assertRefused(
                Refusal.Kind.INVALID,
                "RULE_VIOLATED",
                () -> scene.incoming.mend(
                        scene.head, Once.UNKEYED, receipt, new FormData(works("G9", 1, "示例二厦", HE)), "改"));
        assertRefused(
                Refusal.Kind.INVALID,
                "RULE_VIOLATED",
                () -> scene.incoming.mend(
                        scene.head, Once.UNKEYED, receipt, new FormData(works("G2", 1, "示例二厦", HE)), " "));
        assertThat(scene.state(receipt)).isEqualTo(ReceiptState.QUARANTINED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_discarded_message_tells_why_and_leaves_its_key_free(Database database) {
        IntakeScene scene = new IntakeScene(database);
        String permit = scene.pushPermit("X1", "G9").receiptId();
        scene.judge(permit);

        scene.incoming.discard(scene.head, Once.UNKEYED, permit, "报送有误");

        assertThat(scene.reception.receipt(scene.agency, permit)).satisfies(told -> {
            assertThat(told.state()).isEqualTo(ReceiptState.DISCARDED);
            assertThat(told.note()).isEqualTo("报送有误");
        });
        assertThat(scene.pushPermit("X1", "G9").receiptId()).isEqualTo(permit);
        assertThat(scene.pushPermit("X1", "G1").receiptId()).isNotEqualTo(permit);
        assertRefused(
                Refusal.Kind.CONFLICT,
                "NOT_QUARANTINED",
                () -> scene.incoming.replay(scene.head, Once.UNKEYED, permit, "再试"));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_newer_version_takes_the_place_of_one_in_quarantine(Database database) {
        IntakeScene scene = new IntakeScene(database);
        scene.handled(works("G1", 1, "示例大厦", WU));
        String older = scene.handled(works("G2", 1, "示例二厦", WU));

        String newer = scene.handled(works("G2", 2, "示例二厦", HE));

        assertThat(scene.state(older)).isEqualTo(ReceiptState.STALE);
        assertThat(scene.state(newer)).isEqualTo(ReceiptState.DONE);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void an_older_version_that_is_judged_late_changes_nothing(Database database) {
        IntakeScene scene = new IntakeScene(database);
        String older = scene.push(works("G1", 1, "一期", WU)).receiptId();
        String newer = scene.push(works("G1", 2, "二期", WU)).receiptId();

        scene.judge(newer);
        scene.judge(older);

        assertThat(scene.state(older)).isEqualTo(ReceiptState.STALE);
        assertThat(scene.kept("G1").orElseThrow().name()).isEqualTo("二期");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void only_a_granted_client_pushes_and_only_the_sender_reads_its_receipt(Database database) {
        IntakeScene scene = new IntakeScene(database);
        String receipt = scene.handled(works("G1", 1, "示例大厦", WU));
        FormData message = new FormData(works("G9", 1, "示例大厦", HE));

        for (var caller : List.of(scene.stranger, scene.head, scene.operator)) {
            assertRefused(
                    Refusal.Kind.FORBIDDEN,
                    "FORBIDDEN",
                    () -> scene.reception.push(caller, Once.UNKEYED, scene.jurisdiction, "works", message));
            assertRefused(Refusal.Kind.NOT_FOUND, "NOT_FOUND", () -> scene.reception.receipt(caller, receipt));
        }
        assertRefused(
                Refusal.Kind.NOT_FOUND,
                "NOT_FOUND",
                () -> scene.reception.push(scene.agency, Once.UNKEYED, scene.jurisdiction, "nothing", message));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void what_one_client_has_begun_no_other_changes(Database database) {
        IntakeScene scene = new IntakeScene(database);
        scene.grant(scene.stranger, "works");
        scene.handled(works("G1", 1, "示例大厦", WU));

        FormData theirs = new FormData(works("G1", 2, "他人大厦", HE));

        assertRefused(
                Refusal.Kind.CONFLICT,
                "MESSAGE_CONFLICT",
                () -> scene.reception.push(scene.stranger, Once.UNKEYED, scene.jurisdiction, "works", theirs));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void an_idempotency_key_stands_for_one_message(Database database) {
        IntakeScene scene = new IntakeScene(database);
        Once once = new Once("k1");
        FormData message = new FormData(works("G1", 1, "示例大厦", WU));
        Acknowledgement first = scene.reception.push(scene.agency, once, scene.jurisdiction, "works", message);

        assertThat(scene.reception.push(scene.agency, once, scene.jurisdiction, "works", message))
                .isEqualTo(first);
        assertRefused(
                Refusal.Kind.CONFLICT,
                "IDEMPOTENCY_CONFLICT",
                () -> scene.reception.push(
                        scene.agency, once, scene.jurisdiction, "works", new FormData(works("G2", 1, "示例二厦", HE))));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void while_the_module_is_away_messages_are_taken_in_and_wait(Database database) {
        IntakeScene scene = new IntakeScene(database);
        scene.moduleRuns(false);

        String receipt = scene.push(works("G1", 1, "示例大厦", WU)).receiptId();
        scene.judge(receipt);

        assertThat(scene.state(receipt)).isEqualTo(ReceiptState.RECEIVED);
        assertRefused(Refusal.Kind.MALFORMED, "MALFORMED", () -> scene.push(works("G2", 1, "", WU)));
        assertThat(scene.incoming.find(scene.operator, receipt).message().text("name"))
                .isEqualTo("示例大厦");
        scene.moduleRuns(true);
        scene.judge(receipt);
        assertThat(scene.state(receipt)).isEqualTo(ReceiptState.DONE);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_message_that_a_new_module_would_not_take_goes_to_quarantine(Database database) {
        IntakeScene scene = new IntakeScene(database);
        String receipt = scene.push(works("G1", 1, "一二三四五六", WU)).receiptId();
        Intake before = scene.works();
        scene.declare(new Intake(
                before.id(),
                before.title(),
                Form.of(
                        before.form().field("worksId").orElseThrow(),
                        before.form().field("version").orElseThrow(),
                        Fields.text("name", "工程名称", 5).required(),
                        before.form().field("manager").orElseThrow()),
                before.key(),
                before.version(),
                before.subjects(),
                before.rules(),
                before.accepted(),
                before.refused()));

        scene.judge(receipt);

        assertThat(scene.reception.receipt(scene.agency, receipt).reasons())
                .extracting(Reason::field, Reason::code)
                .containsExactly(tuple("name", "LENGTH"));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_module_that_fails_is_tried_again_and_at_last_people_are_asked(Database database) throws Exception {
        IntakeScene scene = new IntakeScene(database);
        scene.declare(scene.works().then((facts, changes) -> {
            throw new IllegalStateException("broken");
        }));
        String receipt = scene.push(works("G1", 1, "示例大厦", WU)).receiptId();
        IntakeWorker worker = scene.worker();
        try {
            for (int minutes : List.of(1, 5, 15, 60)) {
                worker.judge(scene.jurisdiction, receipt);
                assertThat(scene.state(receipt)).isEqualTo(ReceiptState.RECEIVED);
                assertThat(scene.kept("G1")).isEmpty();
                scene.later(Duration.ofMinutes(minutes));
            }
            worker.judge(scene.jurisdiction, receipt);

            assertThat(scene.reception.receipt(scene.agency, receipt)).satisfies(told -> {
                assertThat(told.state()).isEqualTo(ReceiptState.QUARANTINED);
                assertThat(told.reasons()).extracting(Reason::code).containsExactly("MODULE_FAULT");
            });
        } finally {
            worker.stop();
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void personal_numbers_are_masked_until_somebody_reveals_them_which_is_noted(Database database) {
        IntakeScene scene = new IntakeScene(database);
        Map<String, Object> message = works("G1", 1, "示例大厦", WU);
        message.put("people", List.of(Map.of("name", "何滇经", "idNo", HE)));
        String receipt = scene.handled(message);

        Content masked = scene.incoming.find(scene.head, receipt);
        Content clear = scene.incoming.reveal(scene.head, receipt);

        assertThat(masked.message().toString()).doesNotContain(WU).doesNotContain(HE);
        assertThat(clear.message().text("manager")).isEqualTo(WU);
        assertThat(clear.fixed()).containsExactly("worksId", "version");
        assertThat(scene.audit(scene.head.accountId())).containsExactly("READ_CLEAR");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void only_who_answers_for_the_region_sees_its_messages(Database database) {
        IntakeScene scene = new IntakeScene(database);
        IntakeScene elsewhere = new IntakeScene(database);
        String receipt = scene.handled(works("G1", 1, "示例大厦", WU));

        assertRefused(Refusal.Kind.NOT_FOUND, "NOT_FOUND", () -> elsewhere.incoming.find(elsewhere.head, receipt));
        assertRefused(
                Refusal.Kind.NOT_FOUND,
                "NOT_FOUND",
                () -> elsewhere.incoming.discard(elsewhere.head, Once.UNKEYED, receipt, "作废"));
        assertRefused(
                Refusal.Kind.FORBIDDEN,
                "FORBIDDEN",
                () -> scene.incoming.list(scene.agency, new Query("", "", null, "", "", 20)));
        assertThat(scene.incoming
                        .list(scene.operator, new Query(scene.jurisdiction, "", null, "", "", 20))
                        .items())
                .extracting(line -> line.channelTitle())
                .containsExactly("工程报送");
        assertThat(scene.incoming.channels(scene.head, ""))
                .extracting(channel -> channel.id())
                .containsExactly("permits", "works");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void lists_are_narrowed_and_go_on_where_a_page_ended(Database database) {
        IntakeScene scene = new IntakeScene(database);
        for (int i = 1; i <= 5; i++) {
            scene.push(works("G" + i, 1, "示例" + i, WU));
        }
        scene.pushPermit("X1", "G1");

        var page = scene.incoming.list(scene.head, new Query("", "works", ReceiptState.RECEIVED, "g", "", 3));
        var rest = scene.incoming.list(scene.head, new Query("", "works", null, "G", page.next(), 3));

        assertThat(page.items()).extracting(line -> line.key()).containsExactly("G5", "G4", "G3");
        assertThat(rest.items()).extracting(line -> line.key()).containsExactly("G2", "G1");
        assertThat(rest.next()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void of_fifty_pushes_of_one_message_at_once_one_is_carried_out(Database database) throws Exception {
        IntakeScene scene = new IntakeScene(database);
        IntakeWorker worker = scene.worker();
        ExecutorService senders = Executors.newFixedThreadPool(12);
        try {
            List<Future<Acknowledgement>> sent = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                sent.add(senders.submit(() -> scene.push(works("G1", 1, "示例大厦", WU))));
            }
            Set<String> receipts = new HashSet<>();
            for (Future<Acknowledgement> one : sent) {
                receipts.add(one.get().receiptId());
            }

            assertThat(receipts).hasSize(1);
            Awaitility.await().until(() -> scene.state(receipts.iterator().next()) == ReceiptState.DONE);
            assertThat(scene.judged).hasValue(1);
        } finally {
            senders.shutdown();
            worker.stop();
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void of_fifty_messages_that_compete_for_one_manager_one_is_accepted_by_two_nodes(Database database)
            throws Exception {
        IntakeScene scene = new IntakeScene(database);
        IntakeWorker one = scene.worker();
        IntakeWorker other = scene.worker();
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            for (int i = 0; i < 50; i++) {
                Map<String, Object> message = works("G" + i, 1, "示例大厦", WU);
                senders.execute(() -> scene.push(message));
            }
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
                Map<ReceiptState, Long> counts = scene.incoming.counts(scene.head, "");
                return counts.get(ReceiptState.DONE) + counts.get(ReceiptState.QUARANTINED) == 50;
            });
            assertThat(scene.incoming.counts(scene.head, "").get(ReceiptState.DONE))
                    .isEqualTo(1);
        } finally {
            senders.shutdown();
            one.stop();
            other.stop();
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void versions_of_one_key_are_carried_out_in_the_order_in_which_they_came(Database database) throws Exception {
        IntakeScene scene = new IntakeScene(database);
        IntakeWorker worker = scene.worker();
        try {
            for (int version = 1; version <= 30; version++) {
                scene.push(works("G1", version, "第" + version + "版", WU));
            }
            Awaitility.await()
                    .until(() ->
                            scene.kept("G1").filter(it -> it.version() == 30).isPresent());
            assertThat(scene.idsInState(ReceiptState.STALE)).isEmpty();
            assertThat(scene.judged).hasValue(30);
        } finally {
            worker.stop();
        }
    }
}
