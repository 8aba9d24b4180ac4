package org.zhijian.core.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.Descriptor;
import org.zhijian.api.directory.Office;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.identity.Accounts;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.modules.OneTown;
import org.zhijian.core.internal.outbox.Carrier.Outcome;
import org.zhijian.core.internal.outbox.OutboxScene.Push;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.notices.Delivery;
import org.zhijian.core.notices.Medium;
import org.zhijian.core.notices.OutgoingMessages.Outgoing;
import org.zhijian.core.notices.OutgoingMessages.Query;

class OutgoingServiceTest {
    private static final String FRESH = "org.zhijian.core.internal.store.Databases#fresh";

    private static OutgoingService service(OutboxScene scene) {
        Descriptor town = Descriptor.jurisdiction(scene.jurisdiction, "示例镇")
                .offices(List.of(
                        Office.office(scene.jurisdiction + "-a", "甲科", Office.Level.SECTION, "320000"),
                        Office.office(scene.jurisdiction + "-head", "总站", Office.Level.PROVINCE, "320000")
                                .overseeing()))
                .build();
        return new OutgoingService(
                scene.transactions,
                new Writes(scene.transactions, scene.clock.time()),
                new OneTown(town),
                scene.clock.time());
    }

    private static Caller operator(OutboxScene scene) {
        String id = scene.transactions.write(
                em -> new Accounts(em).create(NewAccount.operator("admin", ""), scene.clock.instant()));
        return new Caller(Caller.Kind.OPERATOR, id, "admin", "系统管理员", "", "", "", Set.of(), false, "");
    }

    private static Caller officer(String jurisdiction, String office) {
        return new Caller(Caller.Kind.OFFICE, "x", "x", "x", jurisdiction, "", "", Set.of(office), false, "");
    }

    private static Query all(String jurisdiction) {
        return new Query(jurisdiction, null, null, "", "", 10);
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void whatIsGivenUpIsSentAgainOrAbandonedAndThoseBehindItGo(Database database) throws Exception {
        try (OutboxScene scene = new OutboxScene(database)) {
            OutgoingService outgoing = service(scene);
            Caller operator = operator(scene);
            scene.agency.answer = message ->
                    message.payload().contains("\"a3\"") ? Outcome.arrived() : new Outcome.Refused("对方拒收 422");
            scene.push(new Push("a1", "A", 1));
            scene.push(new Push("a2", "A", 2));
            scene.push(new Push("a3", "A", 3));
            await().until(() -> scene.states().equals(List.of("DEAD", "NEW", "NEW")));
            Outgoing first = outgoing.list(operator, new Query("", Medium.AGENCY, Delivery.DEAD, "A1", "", 10))
                    .items()
                    .get(0);
            assertThat(first.reason()).isEqualTo("对方拒收 422");
            assertThat(outgoing.counts(operator, "")).containsEntry(Delivery.DEAD, 1L);

            assertThatThrownBy(() -> outgoing.abandon(operator, Once.UNKEYED, first.id(), " "))
                    .hasMessage("请填写原因");
            outgoing.abandon(operator, Once.UNKEYED, first.id(), "对方已人工录入");
            await().until(() -> scene.states().subList(0, 3).equals(List.of("DEAD", "DEAD", "NEW")));

            scene.agency.answer = message -> Outcome.arrived();
            String second = scene.messages().get(1).id();
            outgoing.replay(operator, Once.UNKEYED, second, "对方已修复");
            await().until(() -> scene.states().equals(List.of("DEAD", "SENT", "SENT")));
            assertThat(scene.messages().get(1).tries())
                    .as("tries since it was sent again")
                    .isEqualTo(1);
            assertThatThrownBy(() -> outgoing.replay(operator, Once.UNKEYED, second, "再发"))
                    .hasMessage("该消息已发送");
        }
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void whoOverseesAJurisdictionSeesItsMessagesAloneAndNoMobile(Database database) throws Exception {
        try (OutboxScene scene = new OutboxScene(database)) {
            OutgoingService outgoing = service(scene);
            scene.sms("13900000001", "甲-1");
            await().until(() -> scene.states().equals(List.of("SENT")));
            Caller head = officer(scene.jurisdiction, scene.jurisdiction + "-head");

            assertThat(outgoing.list(head, all("")).items()).singleElement().satisfies(sms -> {
                assertThat(sms.target()).isEqualTo("139****0001");
                assertThat(sms.template()).isEqualTo("TEST_TOLD");
            });
            assertThatThrownBy(() -> outgoing.list(head, all("elsewhere"))).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> outgoing.list(officer(scene.jurisdiction, scene.jurisdiction + "-a"), all("")))
                    .hasMessage("您的账号不能查看发送记录");
            assertThatThrownBy(() ->
                            outgoing.replay(officer("elsewhere", scene.jurisdiction + "-head"), Once.UNKEYED, "x", "y"))
                    .isInstanceOf(Refusal.class);
        }
    }
}
