package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.chain.Step.allOf;
import static org.zhijian.api.chain.Step.anyOf;
import static org.zhijian.api.chain.Step.step;
import static org.zhijian.core.internal.cases.CaseScene.form;
import static org.zhijian.core.internal.cases.CaseScene.refusal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.cases.Assignments;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.CoReview;
import org.zhijian.core.cases.CoReviews;
import org.zhijian.core.cases.Delegation;
import org.zhijian.core.cases.LogEntry;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.cases.TaskQuery.Box;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.internal.store.Database;

/** How officers share their work: claims, reassignment, delegation, opinions; on every database. */
class OfficeWorkTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";

    private static Actor office(String name) {
        return Actor.office(name + "办", facts -> facts.applicant().orElseThrow().contactName() + "-" + name);
    }

    private static CaseScene scene(Database database, Chain... chain) {
        return new CaseScene(
                database,
                Procedure.procedure("permit", "许可")
                        .startedBy(Starter.organisations("FIRM"))
                        .form(Fields.text("name", "名称", 20).required())
                        .chain(chain)
                        .build());
    }

    private static String task(CaseScene scene, Caller caller) {
        return scene.inbox(caller).get(0).id();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_claimed_task_is_hidden_from_colleagues_for_half_an_hour(Database database) {
        CaseScene scene = scene(database, step("review", "审核", office("east")));
        Caller one = scene.member("one", "east");
        Caller two = scene.member("two", "east");
        scene.submitted(form("摊位"));
        String task = task(scene, one);

        TaskLine claimed = scene.assignments.claim(one, Once.UNKEYED, task);
        assertThat(claimed.handling().mine()).isTrue();
        assertThat(scene.inbox(one)).hasSize(1);
        assertThat(scene.inbox(two)).isEmpty();
        assertThat(scene.tasks.counts(two)).containsEntry(Box.WAITING, 0);
        assertThat(refusal(() -> scene.assignments.claim(two, Once.UNKEYED, task)))
                .startsWith("CONFLICT CLAIMED 该业务正由东区 one（one）办理，");
        assertThat(refusal(() -> scene.decide(two, task, Decision.APPROVE, ""))).startsWith("CONFLICT CLAIMED");

        scene.clock.forward(Assignments.CLAIM);
        assertThat(scene.inbox(two)).hasSize(1);
        assertThat(scene.decide(two, task, Decision.APPROVE, "").line().stage().state())
                .isEqualTo(CaseState.CLOSED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_released_task_is_everybodys_again(Database database) {
        CaseScene scene = scene(database, step("review", "审核", office("east")));
        Caller one = scene.member("one", "east");
        Caller two = scene.member("two", "east");
        scene.submitted(form("摊位"));
        String task = task(scene, one);

        scene.assignments.claim(one, Once.UNKEYED, task);
        assertThat(scene.assignments.release(one, Once.UNKEYED, task).handling().claimedBy())
                .isEmpty();
        assertThat(scene.inbox(two)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_step_that_is_not_claimable_stays_before_everybody(Database database) {
        CaseScene scene = scene(database, step("review", "审核", office("east")).notClaimable());
        Caller one = scene.member("one", "east");
        scene.submitted(form("摊位"));

        assertThat(refusal(() -> scene.assignments.claim(one, Once.UNKEYED, task(scene, one))))
                .startsWith("CONFLICT NOT_CLAIMABLE");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void what_is_given_to_a_colleague_is_his_and_parties_do_not_read_of_it(Database database) {
        CaseScene scene = scene(database, step("review", "审核", office("east")));
        Caller one = scene.member("one", "east");
        Caller two = scene.member("two", "east");
        scene.member("elsewhere", "west");
        CaseView submitted = scene.submitted(form("摊位"));
        String task = task(scene, one);

        assertThat(scene.assignments.targets(one, task).colleagues())
                .extracting("loginName")
                .containsExactly("two");
        assertThat(refusal(() -> scene.assignments.reassign(one, Once.UNKEYED, task, "elsewhere", "")))
                .isEqualTo("INVALID RULE_VIOLATED 请选择本机构的办理人员");
        scene.assignments.reassign(one, Once.UNKEYED, task, "two", "请您办理");
        scene.clock.forward(Duration.ofDays(3));

        assertThat(scene.inbox(one)).isEmpty();
        assertThat(scene.inbox(two)).extracting(TaskLine::id).containsExactly(task);
        String id = submitted.line().id();
        assertThat(scene.cases.view(two, id).log()).extracting(LogEntry::action).endsWith("转交东区 two（two）");
        assertThat(scene.cases.view(scene.firm(), id).log())
                .extracting(LogEntry::action)
                .containsExactly("新建", "提交");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_task_goes_to_an_office_that_its_step_allows_and_to_no_other(Database database) {
        CaseScene plain = scene(database, step("review", "审核", office("east")));
        plain.submitted(form("摊位"));
        Caller stays = plain.member("one", "east");
        assertThat(refusal(() -> plain.assignments.handOver(
                        stays, Once.UNKEYED, task(plain, stays), plain.office("west"), "不归本区")))
                .isEqualTo("INVALID RULE_VIOLATED 该环节不能移交给所选机构");

        CaseScene scene = scene(database, step("review", "审核", office("east")).within(5));
        scene.install(Procedure.procedure("permit", "许可")
                .startedBy(Starter.organisations("FIRM"))
                .form(Fields.text("name", "名称", 20).required())
                .chain(step("review", "审核", office("east")).within(5).handOverTo(scene.office("west")))
                .build());
        Caller east = scene.member("one", "east");
        Caller west = scene.member("two", "west");
        CaseView submitted = scene.submitted(form("摊位"));
        String task = task(scene, east);
        assertThat(refusal(() -> scene.assignments.handOver(east, Once.UNKEYED, task, scene.office("west"), " ")))
                .isEqualTo("INVALID RULE_VIOLATED 请填写移交原因");
        scene.assignments.handOver(east, Once.UNKEYED, task, scene.office("west"), "不归本区");

        assertThat(scene.inbox(east)).isEmpty();
        assertThat(scene.inbox(west))
                .extracting(TaskLine::dueOn)
                .containsExactly(submitted.tasks().get(0).dueOn());
        CaseView seen = scene.cases.view(east, submitted.line().id());
        assertThat(seen.log()).extracting(LogEntry::action).endsWith("移交西区");
        assertThat(seen.steps().get(0).seats()).extracting("decision").containsExactly("已移交", "");
        assertThat(scene.decide(west, Decision.APPROVE, "").line().stage().state())
                .isEqualTo(CaseState.CLOSED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_delegate_acts_under_both_names_while_the_delegation_lasts(Database database) {
        CaseScene scene = scene(database, step("review", "审核", office("east")), step("second", "复审", office("head")));
        Caller away = scene.member("away", "east");
        Caller deputy = scene.member("deputy", "west");
        Caller third = scene.member("third", "west");
        scene.submitted(form("摊位"));
        String task = task(scene, away);
        assertThat(scene.inbox(deputy)).isEmpty();

        LocalDate today = scene.clock.time().today();
        Delegation delegation = scene.delegations.delegate(away, Once.UNKEYED, "deputy", today, today.plusDays(2));
        scene.delegations.delegate(deputy, Once.UNKEYED, "third", today, today.plusDays(2));

        assertThat(scene.inbox(deputy))
                .extracting(line -> line.handling().actingFor())
                .containsExactly("东区 away（away）");
        assertThat(scene.inbox(third)).as("not handed on").isEmpty();
        assertThat(refusal(() -> scene.decide(third, task, Decision.APPROVE, "")))
                .startsWith("NOT_FOUND");
        assertThat(scene.tasks.view(deputy, task).line().id()).isEqualTo(task);
        CaseView decided = scene.decide(deputy, task, Decision.APPROVE, "");
        assertThat(decided.log()).last().extracting(LogEntry::actor).isEqualTo("西区 deputy（deputy）（代东区 away（away））");

        scene.submitted(form("第二"));
        String next = task(scene, away);
        scene.delegations.revoke(away, Once.UNKEYED, delegation.id());
        assertThat(scene.inbox(deputy)).isEmpty();
        assertThat(refusal(() -> scene.decide(deputy, next, Decision.APPROVE, "")))
                .startsWith("NOT_FOUND");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_delegation_begins_and_ends_with_its_days(Database database) {
        CaseScene scene = scene(database, step("review", "审核", office("east")));
        Caller away = scene.member("away", "east");
        Caller deputy = scene.member("deputy", "west");
        scene.submitted(form("摊位"));
        LocalDate today = scene.clock.time().today();
        scene.delegations.delegate(away, Once.UNKEYED, "deputy", today.plusDays(1), today.plusDays(1));

        assertThat(scene.inbox(deputy)).isEmpty();
        scene.clock.forward(Duration.ofDays(1));
        assertThat(scene.inbox(deputy)).hasSize(1);
        scene.clock.forward(Duration.ofDays(1));
        assertThat(scene.inbox(deputy)).isEmpty();
        assertThat(refusal(() -> scene.delegations.delegate(away, Once.UNKEYED, "deputy", today, today.plusDays(5))))
                .isEqualTo("INVALID RULE_VIOLATED 起始日期不能早于今天");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void an_opinion_stands_beside_the_decision_and_blocks_it_only_if_it_was_said_so(Database database) {
        CaseScene scene = scene(database, step("review", "审核", office("east")));
        Caller officer = scene.member("officer", "east");
        Caller adviser = scene.member("adviser", "west");
        CaseView submitted = scene.submitted(form("摊位"));
        String id = submitted.line().id();
        String task = task(scene, officer);
        assertThat(refusal(() -> scene.cases.view(adviser, id))).startsWith("NOT_FOUND");

        CoReview asked =
                scene.coReviews.ask(officer, Once.UNKEYED, task, new CoReviews.Request("adviser", "请核对图纸", true));
        assertThat(refusal(() -> scene.decide(officer, task, Decision.APPROVE, "")))
                .isEqualTo("CONFLICT OPINION_AWAITED 尚有征求的意见未提交，暂不能作出决定");
        assertThat(scene.coReviews.awaited(adviser))
                .extracting(CoReview::question)
                .containsExactly("请核对图纸");
        assertThat(scene.cases.view(adviser, id).coReviews()).hasSize(1);
        assertThat(refusal(() -> scene.coReviews.give(officer, Once.UNKEYED, asked.id(), "代写")))
                .startsWith("NOT_FOUND");
        scene.coReviews.give(adviser, Once.UNKEYED, asked.id(), "图纸无误");
        assertThat(refusal(() -> scene.coReviews.give(adviser, Once.UNKEYED, asked.id(), "再说")))
                .startsWith("CONFLICT ALREADY_GIVEN");

        scene.coReviews.ask(officer, Once.UNKEYED, task, new CoReviews.Request("adviser", "另一问", false));
        CaseView decided = scene.decide(officer, task, Decision.APPROVE, "");
        assertThat(decided.line().stage().state()).isEqualTo(CaseState.CLOSED);
        assertThat(decided.coReviews()).extracting(CoReview::opinion).containsExactly("图纸无误", "");
        assertThat(scene.cases.view(scene.firm(), id).coReviews()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void nobody_decides_at_two_levels_one_after_the_other(Database database) {
        CaseScene scene = scene(database, step("first", "初审", office("east")), step("second", "复审", office("head")));
        Caller both = scene.member("both", "east", "head");
        scene.submitted(form("摊位"));

        scene.decide(both, Decision.APPROVE, "");
        assertThat(refusal(() -> scene.decide(both, Decision.APPROVE, "")))
                .isEqualTo("FORBIDDEN SAME_REVIEWER 您已办理“初审”，不能再办理“复审”");
        assertThat(scene.decide(scene.officer("head"), Decision.APPROVE, "")
                        .line()
                        .stage()
                        .state())
                .isEqualTo(CaseState.CLOSED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_step_may_say_that_the_same_reviewer_goes_on(Database database) {
        CaseScene scene = scene(
                database,
                step("first", "初审", office("east")),
                step("second", "复审", office("head")).bySameReviewer());
        Caller both = scene.member("both", "east", "head");
        scene.submitted(form("摊位"));

        scene.decide(both, Decision.APPROVE, "");
        assertThat(scene.decide(both, Decision.APPROVE, "").line().stage().state())
                .isEqualTo(CaseState.CLOSED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void nobody_reviews_the_application_of_his_own_firm(Database database) {
        CaseScene scene = scene(database, step("review", "审核", office("east")));
        scene.submitted(form("摊位"));
        Caller member = scene.member("member", "east");
        Caller partner = new Caller(
                member.kind(),
                member.accountId(),
                member.loginName(),
                member.displayName(),
                member.jurisdiction(),
                scene.firm,
                "",
                member.offices(),
                false,
                "");
        String task = task(scene, member);

        assertThat(refusal(() -> scene.tasks.decide(
                        partner, Once.UNKEYED, task, new Verdict(Decision.APPROVE, "", FormData.EMPTY, ""))))
                .isEqualTo("FORBIDDEN SELF_REVIEW 不能办理本单位或本人的申请");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void what_another_decided_tells_who_and_when(Database database) {
        CaseScene scene = scene(database, anyOf("review", "审核", office("east"), office("west")));
        scene.submitted(form("摊位"));
        Caller west = scene.officer("west");
        String task = task(scene, west);
        scene.decide(scene.officer("east"), Decision.APPROVE, "");

        TaskLine.Handling handling = scene.tasks.view(west, task).line().handling();
        assertThat(handling.decidedBy()).isEqualTo("east经办人");
        assertThat(handling.decidedAt()).isEqualTo(scene.clock.instant());
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void an_office_that_shares_a_step_takes_no_other_part_of_it(Database database) {
        CaseScene scene = scene(database, allOf("review", "会审", office("east"), office("west")));
        scene.install(Procedure.procedure("permit", "许可")
                .startedBy(Starter.organisations("FIRM"))
                .form(Fields.text("name", "名称", 20).required())
                .chain(allOf("review", "会审", office("east"), office("west")).handOverTo(scene.office("west")))
                .build());
        Caller east = scene.member("one", "east");
        scene.submitted(form("摊位"));

        assertThat(refusal(() ->
                        scene.assignments.handOver(east, Once.UNKEYED, task(scene, east), scene.office("west"), "合并")))
                .isEqualTo("INVALID RULE_VIOLATED 所选机构已参与该环节，不能再接收移交");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void strangers_find_no_task_to_take(Database database) {
        CaseScene scene = scene(database, step("review", "审核", office("east")));
        scene.submitted(form("摊位"));
        String task = task(scene, scene.officer("east"));
        Caller stranger = scene.member("stranger", "west");

        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable call :
                List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> scene.assignments.claim(stranger, Once.UNKEYED, task),
                        () -> scene.assignments.reassign(stranger, Once.UNKEYED, task, "stranger", ""),
                        () -> scene.assignments.targets(stranger, task),
                        () -> scene.coReviews.ask(
                                stranger, Once.UNKEYED, task, new CoReviews.Request("stranger", "", false)))) {
            assertThat(refusal(call)).startsWith("NOT_FOUND");
        }
    }
}
