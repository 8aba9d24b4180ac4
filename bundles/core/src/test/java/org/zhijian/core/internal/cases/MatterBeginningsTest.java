package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.chain.DecisionOption.approve;
import static org.zhijian.api.chain.DecisionOption.sendBack;
import static org.zhijian.api.chain.Step.step;
import static org.zhijian.core.internal.cases.CaseScene.form;
import static org.zhijian.core.internal.cases.CaseScene.refusal;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.internal.identity.Accounts;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.entity.AccountEntity;

/** What a matter begins with, what ends it at once, and what those read who come too late. */
class MatterBeginningsTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";

    private static Procedure.Builder permit() {
        return Procedure.procedure("permit", "许可")
                .startedBy(Starter.organisations("FIRM"))
                .form(Fields.text("name", "名称", 20).required(), Fields.text("place", "地点", 20));
    }

    /** The other firm of the scene, which its contact names. */
    private static Actor otherParty(String[] id) {
        return Actor.organisation("对方", facts -> id[0]);
    }

    private static CaseView start(CaseScene scene, Map<String, Object> given) {
        return scene.cases.start(scene.firm(), Once.UNKEYED, scene.jurisdiction, "permit", new FormData(given));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_form_begins_with_what_is_known_unless_it_is_given_and_never_with_what_it_does_not_ask(Database database) {
        CaseScene scene = new CaseScene(
                database,
                permit().prefilled(facts -> FormData.EMPTY
                                .with("name", facts.applicant().orElseThrow().name())
                                .with("place", "东区")
                                .with("unasked", "别的"))
                        .chain(Chain.NONE)
                        .build());

        assertThat(start(scene, Map.of("place", "西区")).form().values())
                .isEqualTo(Map.of("name", "示例甲公司", "place", "西区"));
        assertThat(start(scene, Map.of()).form().text("place")).isEqualTo("东区");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_matter_without_steps_is_done_when_it_is_submitted(Database database) {
        CaseScene scene = new CaseScene(
                database,
                permit().chain(Chain.NONE).closes(CaseState.CLOSED, "已生效").build());

        assertThat(scene.submitted(form("摊位")).line().stage().label()).isEqualTo("已生效");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_missing_opinion_is_asked_for_in_the_words_of_the_decision(Database database) {
        Chain review = step(
                        "review",
                        "审核",
                        Actor.office(
                                "东区", facts -> facts.applicant().orElseThrow().contactName() + "-east"))
                .decisions(approve("同意"), sendBack("不通过").phrases("材料不清晰").missing("请输入或选择退回理由"));
        CaseScene scene = new CaseScene(database, permit().chain(review).build());
        scene.submitted(form("摊位"));

        assertThat(refusal(() -> scene.decide(scene.officer("east"), Decision.RETURN, "")))
                .contains("请输入或选择退回理由");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_party_that_asks_too_late_reads_why_nobody_withdraws_and_before_that_it_is_not_its_to_do(Database database) {
        String[] other = new String[1];
        CaseScene scene = new CaseScene(
                database,
                permit().chain(
                                step("report", "上报", otherParty(other)).decisions(approve("上报")),
                                step(
                                        "review",
                                        "审核",
                                        Actor.office(
                                                "东区",
                                                facts -> facts.applicant()
                                                                .orElseThrow()
                                                                .contactName() + "-east")))
                        .withdrawal(Withdrawal.untilDone("report", "已上报，不能撤销"))
                        .build());
        other[0] = scene.otherFirm;
        CaseView submitted = scene.submitted(form("摊位"));
        String id = submitted.line().id();

        assertThat(refusal(() -> scene.cases.withdraw(scene.otherFirm(), Once.UNKEYED, id)))
                .contains("只有申请人可以办理");
        scene.decide(scene.otherFirm(), Decision.APPROVE, "");
        assertThat(refusal(() -> scene.cases.withdraw(scene.otherFirm(), Once.UNKEYED, id)))
                .contains("已上报，不能撤销");
        assertThat(refusal(() -> scene.cases.withdraw(scene.firm(), Once.UNKEYED, id)))
                .contains("已上报，不能撤销");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void an_effect_gives_a_firm_a_fresh_password_that_must_be_changed(Database database) {
        CaseScene scene = new CaseScene(
                database,
                permit().chain(Chain.NONE)
                        .onSubmitted((facts, changes) -> changes.resetPasswords(
                                facts.applicant().orElseThrow().id()))
                        .build());
        String account = scene.transactions.write(em -> new Accounts(em)
                .create(
                        new Accounts.NewAccount(
                                scene.jurisdiction,
                                "firm",
                                Caller.Kind.ORGANISATION,
                                "示例甲公司",
                                scene.firm,
                                "",
                                Set.of(),
                                "13900000001",
                                "old",
                                false),
                        scene.clock.instant()));

        scene.submitted(form("摊位"));

        AccountEntity reset = scene.transactions.read(em -> em.find(AccountEntity.class, account));
        assertThat(reset.mustChangePassword()).isTrue();
        assertThat(reset.passwordHash()).isNotEqualTo("old");
        Long sent = scene.transactions.read(em -> em.createQuery(
                        "select count(m) from OutboxEntity m where m.jurisdiction = :jurisdiction"
                                + " and m.target = '13900000001'",
                        Long.class)
                .setParameter("jurisdiction", scene.jurisdiction)
                .getSingleResult());
        assertThat(sent).isEqualTo(1);
    }
}
