package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhijian.api.chain.Step.allOf;
import static org.zhijian.api.chain.Step.step;
import static org.zhijian.core.internal.cases.CaseScene.form;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.form.Fields;
import org.zhijian.api.notice.CaseMessage;
import org.zhijian.api.notice.Occasion;
import org.zhijian.api.notice.SmsTemplate;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.internal.notices.MessageService;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.OutboxEntity;
import org.zhijian.core.notices.Messages.Message;

/** Who is told what (NOT-02), on every database. */
class CaseNewsTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";
    private static final SmsTemplate TOLD =
            new SmsTemplate("TOWN_TOLD", "通知", "{name}（{number}）{state}：{opinion}{nothing}");

    private static Actor office(String name) {
        return Actor.office(name + "办", facts -> facts.applicant().orElseThrow().contactName() + "-" + name);
    }

    private static CaseScene scene(Database database) {
        return new CaseScene(
                database,
                Procedure.procedure("permit", "许可")
                        .startedBy(Starter.organisations("FIRM"))
                        .form(Fields.text("name", "名称", 20).required(), Fields.text("mobile", "手机", 20))
                        .chain(
                                allOf("first", "初审", office("east"), office("west"))
                                        .waiting(CaseState.PENDING, "待初审")
                                        .decisions(DecisionOption.approve("同意"), DecisionOption.sendBack("退回")),
                                step("second", "复审", office("head")).waiting(CaseState.IN_REVIEW, "待复审"))
                        .messages(
                                CaseMessage.sms(
                                        TOLD, facts -> facts.form().text("mobile"), Occasion.RETURNED, Occasion.CLOSED),
                                CaseMessage.desk("恭喜，{name}的许可已办结", Occasion.CLOSED))
                        .build());
    }

    private static MessageService messages(CaseScene scene) {
        return new MessageService(
                scene.transactions, new Writes(scene.transactions, scene.clock.time()), scene.clock.time());
    }

    private static List<String> titles(MessageService messages, CaseScene scene, Caller reader) {
        return messages.list(reader, false, "", 100).items().stream()
                .map(Message::title)
                .toList();
    }

    private static List<String> sms(CaseScene scene) {
        return scene.transactions.read(em -> em
                .createQuery(
                        "select m from OutboxEntity m where m.jurisdiction = :town and m.channel = 'SMS' order by m.seq",
                        OutboxEntity.class)
                .setParameter("town", scene.jurisdiction)
                .getResultList()
                .stream()
                .map(message -> message.target() + " " + message.payload())
                .toList());
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whoeverHasToActAndTheApplicantAreTold(Database database) {
        CaseScene scene = scene(database);
        MessageService messages = messages(scene);
        CaseView submitted = scene.submitted(form("摊位"));
        String number = submitted.line().number();

        assertThat(titles(messages, scene, scene.officer("east"))).containsExactly("新的待办：许可 " + number);
        assertThat(titles(messages, scene, scene.officer("west"))).containsExactly("新的待办：许可 " + number);
        assertThat(titles(messages, scene, scene.firm())).isEmpty();

        scene.decide(scene.officer("east"), Decision.APPROVE, "");
        assertThat(titles(messages, scene, scene.firm())).isEmpty();
        scene.decide(scene.officer("west"), Decision.APPROVE, "");
        assertThat(titles(messages, scene, scene.firm())).containsExactly("许可 " + number + "：待复审");
        assertThat(titles(messages, scene, scene.officer("head"))).containsExactly("新的待办：许可 " + number);

        scene.decide(scene.officer("head"), Decision.APPROVE, "材料齐全");
        assertThat(titles(messages, scene, scene.firm())).first().isEqualTo("恭喜，摊位的许可已办结");
        assertThat(messages.list(scene.firm(), false, "", 1).items().get(0)).satisfies(message -> {
            assertThat(message.body()).isEqualTo("“复审”环节：同意。意见：材料齐全");
            assertThat(message.caseId()).isEqualTo(submitted.line().id());
        });
        assertThat(titles(messages, scene, scene.otherFirm())).isEmpty();
        messages.stop();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void theMobileThatTheProcedureNamesGetsItsWords(Database database) {
        CaseScene scene = scene(database);
        java.util.Map<String, Object> form = form("摊位");
        form.put("mobile", "13900000001");
        CaseView submitted = scene.submitted(form);
        assertThat(sms(scene)).isEmpty();

        scene.decide(scene.officer("east"), Decision.RETURN, "缺{number}页");

        assertThat(sms(scene)).singleElement().satisfies(sms -> assertThat(sms)
                .startsWith("13900000001 ")
                .contains("摊位（" + submitted.line().number() + "）退回：缺{number}页\""));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void eachAccountReadsForItself(Database database) {
        CaseScene scene = scene(database);
        MessageService messages = messages(scene);
        scene.submitted(form("一"));
        scene.submitted(form("二"));
        Caller officer = scene.officer("east");
        Message newest = messages.list(officer, false, "", 1).items().get(0);
        assertThat(messages.unread(officer)).isEqualTo(2);

        messages.read(officer, Once.UNKEYED, newest.id());
        messages.read(officer, Once.UNKEYED, newest.id());

        assertThat(messages.unread(officer)).isEqualTo(1);
        assertThat(messages.list(officer, true, "", 10).items())
                .extracting(Message::id)
                .doesNotContain(newest.id());
        assertThat(messages.list(officer, false, "", 10).items())
                .extracting(Message::read)
                .containsExactly(true, false);
        assertThatThrownBy(() -> messages.read(scene.firm(), Once.UNKEYED, newest.id()))
                .isInstanceOf(Refusal.class)
                .hasMessage(Refusal.notFound().getMessage());

        messages.readAll(officer, Once.UNKEYED);
        assertThat(messages.unread(officer)).isZero();
        assertThat(messages.unread(scene.officer("west"))).isEqualTo(2);
        messages.stop();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void messagesContinueByCursor(Database database) {
        CaseScene scene = scene(database);
        MessageService messages = messages(scene);
        for (String name : List.of("一", "二", "三")) {
            scene.submitted(form(name));
        }
        Caller officer = scene.officer("east");

        var first = messages.list(officer, false, "", 2);
        var second = messages.list(officer, false, first.next(), 2);

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isEmpty();
        messages.stop();
    }
}
