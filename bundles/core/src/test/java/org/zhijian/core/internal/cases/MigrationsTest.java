package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.Migration;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.internal.modules.DefinitionStore;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.modules.Migrations;
import org.zhijian.core.modules.Migrations.Outcome;

/** Open cases come over to a later version of their matter, or stay and say why. */
class MigrationsTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";
    private static final Caller OPERATOR =
            new Caller(Caller.Kind.OPERATOR, "", "admin", "系统管理员", "", "", "", Set.of(), false, "127.0.0.1");
    private static final Field NAME = Fields.text("name", "名称", 20).required();
    private static final Field OLD = Fields.text("remark", "备注", 20);

    private static Actor office(String name) {
        return Actor.office(name + "办", facts -> facts.applicant().orElseThrow().contactName() + "-" + name);
    }

    private static Step step(String id, String title, Actor actor) {
        return Step.step(id, title, actor)
                .decisions(DecisionOption.approve("同意"), DecisionOption.sendBack("退回"), DecisionOption.reject("不同意"));
    }

    private static Procedure.Builder permit(Field... fields) {
        return Procedure.procedure("permit", "许可")
                .startedBy(Starter.organisations("FIRM"))
                .form(fields);
    }

    private static CaseScene first(Database database) {
        return new CaseScene(
                database,
                permit(NAME, OLD)
                        .chain(step("check", "初审", office("east")), step("end", "复审", office("head")))
                        .build());
    }

    private static Procedure.Builder second() {
        return permit(
                        Fields.text("title", "字号", 20).required(),
                        Fields.text("kind", "类别", 20).required())
                .chain(step("review", "审查", office("east")), step("end", "复核", office("head")));
    }

    private static Migration full() {
        return Migration.from("1.0")
                .field("name", "title")
                .fill("kind", "一般")
                .drop("remark")
                .step("check", "review");
    }

    private static Migrations migrations(CaseScene scene) {
        return new CaseMigrations(
                scene.transactions, scene.clock.time(), scene.modules(), new DefinitionStore(), scene.attachments);
    }

    private static String staysFor(Database database, Procedure next) {
        CaseScene scene = first(database);
        String id = scene.submitted(Map.of("name", "摊位", "remark", "靠河")).line().id();
        String before = scene.cases.view(scene.firm(), id).definitionHash();
        scene.install(next);

        Outcome outcome = migrations(scene).run(OPERATOR, scene.jurisdiction);

        assertThat(outcome.moving()).isZero();
        assertThat(outcome.staying()).isEqualTo(1);
        assertThat(scene.cases.view(scene.firm(), id).definitionHash()).isEqualTo(before);
        return outcome.stays().get(0).reason();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_case_comes_over_with_its_form_its_step_and_its_past_and_is_decided_there(Database database) {
        CaseScene scene = first(database);
        String id = scene.submitted(Map.of("name", "摊位", "remark", "靠河")).line().id();
        scene.install(second().migrations(full()).build());

        Outcome preview = migrations(scene).preview(OPERATOR, scene.jurisdiction);
        assertThat(preview.moving()).isEqualTo(1);
        assertThat(scene.cases.view(scene.firm(), id).form().text("name"))
                .as("only looked at")
                .isEqualTo("摊位");
        Outcome outcome = migrations(scene).run(OPERATOR, scene.jurisdiction);

        assertThat(outcome).isEqualTo(preview);
        CaseView moved = scene.cases.view(scene.firm(), id);
        assertThat(moved.form().values()).isEqualTo(Map.of("title", "摊位", "kind", "一般"));
        assertThat(moved.tasks()).singleElement().satisfies(task -> assertThat(task.title())
                .isEqualTo("审查"));
        assertThat(moved.log()).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("由版本 1.0.0 改按版本 1.0.0 办理");
            assertThat(entry.opinion()).isEqualTo("不再使用的内容：备注：靠河");
        });
        scene.decide(scene.officer("east"), Decision.APPROVE, "");
        assertThat(scene.decide(scene.officer("head"), Decision.APPROVE, "")
                        .line()
                        .stage()
                        .state())
                .isEqualTo(CaseState.CLOSED);
        assertThat(migrations(scene).run(OPERATOR, scene.jurisdiction).moving()).isZero();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_case_whose_first_step_is_done_and_one_that_was_sent_back_and_a_draft_come_over(Database database) {
        CaseScene scene = first(database);
        String decided = scene.submitted(Map.of("name", "甲")).line().id();
        scene.decide(scene.officer("east"), Decision.APPROVE, "");
        String returned = scene.submitted(Map.of("name", "乙")).line().id();
        scene.decide(scene.officer("east"), Decision.RETURN, "材料不全");
        String draft = scene.cases
                .start(scene.firm(), Once.UNKEYED, scene.jurisdiction, "permit", new FormData(Map.of("name", "丙")))
                .line()
                .id();
        scene.install(second().migrations(full()).build());

        assertThat(migrations(scene).run(OPERATOR, scene.jurisdiction).moving()).isEqualTo(3);

        CaseView view = scene.cases.view(scene.firm(), decided);
        assertThat(view.steps()).extracting(bar -> bar.title()).containsExactly("审查", "复核");
        scene.cases.submit(scene.firm(), Once.UNKEYED, returned);
        scene.cases.submit(scene.firm(), Once.UNKEYED, draft);
        assertThat(scene.cases.view(scene.firm(), draft).tasks())
                .extracting(task -> task.title())
                .containsExactly("审查");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void what_has_no_place_in_the_later_version_stays_and_says_why(Database database) {
        assertThat(staysFor(database, second().build())).isEqualTo("新版本没有声明由版本 1.0.0 迁移的办法");
        assertThat(staysFor(database, second().migrations(Migration.from("0.9")).build()))
                .isEqualTo("新版本没有声明由版本 1.0.0 迁移的办法");
        assertThat(staysFor(
                        database,
                        second().migrations(Migration.from("1.0.0"), full()).build()))
                .as("the one that names the version most exactly")
                .isEqualTo("环节“初审”在新版本中没有对应的环节");
        assertThat(staysFor(database, second().migrations(Migration.from("1")).build()))
                .isEqualTo("环节“初审”在新版本中没有对应的环节");
        assertThat(staysFor(
                        database,
                        second().migrations(Migration.from("1")
                                        .step("check", "review")
                                        .field("name", "title"))
                                .build()))
                .as("a field that is required and empty")
                .contains("类别");
        assertThat(staysFor(
                        database,
                        permit(NAME)
                                .chain(Step.step("check", "确认", Actor.organisation("申请单位", facts -> facts.applicant()
                                                .orElseThrow()
                                                .id()))
                                        .decisions(DecisionOption.approve("同意")))
                                .migrations(Migration.from("1"))
                                .build()))
                .isEqualTo("环节“初审”在新版本中由另一类单位办理");
        assertThat(staysFor(
                        database,
                        second().attach(Slot.scan("plan", "平面图"))
                                .migrations(full())
                                .build()))
                .as("a material that is newly required")
                .contains("平面图");
        assertThat(staysFor(
                        database,
                        permit(NAME, OLD)
                                .chain(step("check", "初审", office("east")), step("end", "复审", office("head")))
                                .words("未上报", "暂存", "上报")
                                .migrations(Migration.from("1").field("remark", "name"))
                                .build()))
                .isEqualTo("“名称”已有内容，不能再放入“备注”的内容");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void only_the_operator_has_them_come_over_and_only_to_a_version_that_runs(Database database) {
        CaseScene scene = first(database);
        assertThatThrownBy(() -> migrations(scene).run(scene.firm(), scene.jurisdiction))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        assertThatThrownBy(() -> migrations(scene).preview(OPERATOR, "nowhere")).isInstanceOf(Refusal.class);
    }
}
