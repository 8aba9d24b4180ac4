package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.chain.DecisionOption.accept;
import static org.zhijian.api.chain.DecisionOption.approve;
import static org.zhijian.api.chain.DecisionOption.reject;
import static org.zhijian.api.chain.DecisionOption.sendBack;
import static org.zhijian.api.chain.Step.allOf;
import static org.zhijian.api.chain.Step.anyOf;
import static org.zhijian.api.chain.Step.step;
import static org.zhijian.core.internal.cases.CaseScene.form;
import static org.zhijian.core.internal.cases.CaseScene.refusal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.procedure.Subject;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.CaseView.Act;
import org.zhijian.core.cases.LogEntry;
import org.zhijian.core.cases.StepView;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.cases.TaskQuery.Box;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.internal.store.Database;

/** The approval engine (APR-01 to APR-07 and the invariants of the design), on every database. */
class CaseFlowTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";

    /** The office of this name in whatever scene the test plays. */
    private static Actor office(String name) {
        return Actor.office(name + "办", facts -> facts.applicant().orElseThrow().contactName() + "-" + name);
    }

    private static CaseScene scene(Database database, Procedure.Builder builder, Chain... chain) {
        return new CaseScene(
                database,
                builder.startedBy(Starter.organisations("FIRM"))
                        .form(Fields.text("name", "名称", 20).required())
                        .chain(chain)
                        .build());
    }

    private static Procedure.Builder permit() {
        return Procedure.procedure("permit", "许可");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_case_that_has_come_back_may_be_given_up(Database database) {
        CaseScene scene = scene(database, permit(), step("first", "初审", office("east")));
        CaseView submitted = scene.submitted(form("摊位"));
        scene.decide(scene.officer("east"), Decision.RETURN, "材料不全");

        CaseView given = scene.cases.withdraw(
                scene.firm(), Once.UNKEYED, submitted.line().id());

        assertThat(given.line().stage().state()).isEqualTo(CaseState.WITHDRAWN);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void what_is_taken_back_to_a_draft_is_handed_in_anew_in_the_words_of_the_matter(Database database) {
        CaseScene scene = new CaseScene(
                database,
                permit().startedBy(Starter.organisations("FIRM"))
                        .form(
                                Fields.text("name", "名称", 20).required(),
                                Fields.text("firm", "申请单位", 50).readOnlyField())
                        .known(facts -> FormData.EMPTY.with(
                                "firm", facts.applicant().orElseThrow().name()))
                        .listed("name", "firm")
                        .words("未上报", "暂存", "上报")
                        .withdrawal(Withdrawal.untilFirstDecision().toDraft())
                        .chain(step("first", "初审", office("east")))
                        .build());
        CaseView submitted = scene.submitted(java.util.Map.of("name", "摊位", "firm", "别的单位"));
        String id = submitted.line().id();
        String firm = submitted.form().text("firm");
        assertThat(firm).as("the system knows better").isNotEqualTo("别的单位").isNotBlank();

        CaseView draft = scene.cases.withdraw(scene.firm(), Once.UNKEYED, id);
        assertThat(draft.line().stage().state()).isEqualTo(CaseState.DRAFT);
        assertThat(draft.line().stage().label()).isEqualTo("未上报");
        assertThat(draft.tasks()).isEmpty();
        assertThat(draft.acts()).contains(Act.EDIT);

        scene.cases.submit(scene.firm(), Once.UNKEYED, id);
        scene.decide(scene.officer("east"), Decision.APPROVE, "");
        CaseView done = scene.cases.view(scene.firm(), id);
        assertThat(done.line().stage().state()).isEqualTo(CaseState.CLOSED);
        assertThat(done.log()).extracting(LogEntry::action).contains("上报", "撤回", "同意");
        assertThat(done.line().told())
                .extracting(told -> told.label() + "：" + told.text())
                .containsExactly("名称：摊位", "申请单位：" + firm);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_draft_that_reviewers_have_seen_is_given_up_and_not_made_undone(Database database) {
        CaseScene scene = scene(
                database,
                permit().withdrawal(Withdrawal.untilFirstDecision().toDraft()),
                step("first", "初审", office("east")));
        String id = scene.submitted(form("摊位")).line().id();
        scene.cases.withdraw(scene.firm(), Once.UNKEYED, id);

        scene.cases.delete(scene.firm(), Once.UNKEYED, id);

        assertThat(scene.cases.view(scene.firm(), id).line().stage().state()).isEqualTo(CaseState.WITHDRAWN);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_case_goes_through_its_steps_and_tells_what_happened(Database database) {
        CaseScene scene = scene(
                database,
                permit(),
                step("first", "初审", office("east"))
                        .waiting(CaseState.PENDING, "待初审")
                        .within(5),
                step("second", "复审", office("head")).waiting(CaseState.IN_REVIEW, "待复审"));

        CaseView submitted = scene.submitted(form("摊位"));
        assertThat(submitted.line().stage().label()).isEqualTo("待初审");
        assertThat(submitted.tasks().get(0).dueOn()).hasToString("2026-11-27");

        scene.decide(scene.officer("east"), Decision.APPROVE, "");
        CaseView closed = scene.decide(scene.officer("head"), Decision.APPROVE, "材料齐全");

        assertThat(closed.line().stage().state()).isEqualTo(CaseState.CLOSED);
        assertThat(closed.log()).extracting(LogEntry::action).containsExactly("新建", "提交", "同意", "同意");
        assertThat(closed.log()).extracting(LogEntry::opinion).endsWith("材料齐全");
        assertThat(closed.steps()).extracting(StepView::progress).containsOnly(StepView.Progress.DONE);
        assertThat(scene.inbox(scene.officer("head"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_case_is_handed_in_at_once_or_not_kept_at_all(Database database) {
        CaseScene scene = scene(database, permit(), step("review", "审核", office("east")));

        assertThat(refusal(() ->
                        scene.cases.submit(scene.firm(), Once.UNKEYED, scene.jurisdiction, "permit", FormData.EMPTY)))
                .isEqualTo("INVALID RULE_VIOLATED 请填写名称");
        assertThat(scene.cases.list(scene.firm(), CaseQuery.all()).items()).isEmpty();

        Once once = new Once("at-once");
        CaseView submitted =
                scene.cases.submit(scene.firm(), once, scene.jurisdiction, "permit", new FormData(form("摊位")));
        CaseView again = scene.cases.submit(scene.firm(), once, scene.jurisdiction, "permit", new FormData(form("摊位")));

        assertThat(again.line()).isEqualTo(submitted.line());
        assertThat(submitted.log()).extracting(LogEntry::action).containsExactly("新建", "提交");
        assertThat(scene.inbox(scene.officer("east"))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void any_of_two_offices_decides_for_both_and_the_later_one_is_told(Database database) {
        CaseScene scene = scene(database, permit(), anyOf("review", "审核", office("east"), office("west")));
        scene.submitted(form("摊位"));
        String west = scene.inbox(scene.officer("west")).get(0).id();

        CaseView done = scene.decide(scene.officer("east"), Decision.APPROVE, "");

        assertThat(done.line().stage().state()).isEqualTo(CaseState.CLOSED);
        assertThat(scene.inbox(scene.officer("west"))).isEmpty();
        assertThat(refusal(() -> scene.decide(scene.officer("west"), west, Decision.APPROVE, "")))
                .isEqualTo("CONFLICT ALREADY_DECIDED 该业务已办结，无需重复审核");
        assertThat(scene.tasks
                        .list(scene.officer("west"), new TaskQuery("", "", Box.DONE, "", "", 10))
                        .items())
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_return_by_one_of_all_offices_ends_the_round_and_all_decide_again(Database database) {
        CaseScene scene = scene(database, permit(), allOf("review", "会审", office("east"), office("west")));
        CaseView submitted = scene.submitted(form("摊位"));
        String id = submitted.line().id();

        CaseView half = scene.decide(scene.officer("east"), Decision.APPROVE, "");
        assertThat(half.line().stage().label()).isEqualTo("待会审");
        CaseView returned = scene.decide(scene.officer("west"), Decision.RETURN, "图纸不清");
        assertThat(returned.line().stage().state()).isEqualTo(CaseState.TO_MODIFY);
        assertThat(returned.round()).isEqualTo(2);

        scene.cases.save(scene.firm(), Once.UNKEYED, id, new FormData(form("摊位二")));
        CaseView again = scene.cases.submit(scene.firm(), Once.UNKEYED, id);
        assertThat(again.changedFields()).containsExactly("name");
        assertThat(scene.inbox(scene.officer("east"))).hasSize(1);
        assertThat(scene.inbox(scene.officer("west"))).hasSize(1);
        assertThat(again.line().number()).isEqualTo(submitted.line().number());
        assertThat(again.log()).extracting(LogEntry::opinion).contains("图纸不清");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void the_same_office_twice_takes_a_step_once(Database database) {
        CaseScene scene = scene(database, permit(), allOf("review", "会审", office("east"), office("east")));

        assertThat(scene.submitted(form("摊位")).tasks()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_return_needs_an_opinion_and_nothing_changes_without_one(Database database) {
        CaseScene scene = scene(database, permit(), step("review", "审核", office("east")));
        CaseView before = scene.submitted(form("摊位"));

        assertThat(refusal(() -> scene.decide(scene.officer("east"), Decision.RETURN, "　")))
                .isEqualTo("INVALID RULE_VIOLATED 请填写意见");
        assertThat(scene.cases.view(scene.firm(), before.line().id()).log()).hasSameSizeAs(before.log());
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void an_accepted_case_cannot_be_taken_back(Database database) {
        CaseScene scene = scene(
                database,
                permit().withdrawal(Withdrawal.untilAccepted("已受理，无法撤回")),
                step("accept", "受理", office("east")).decisions(accept("受理"), reject("不予受理")),
                step("review", "审核", office("head")));
        String first = scene.submitted(form("一")).line().id();
        assertThat(scene.cases
                        .withdraw(scene.firm(), Once.UNKEYED, first)
                        .line()
                        .stage()
                        .state())
                .isEqualTo(CaseState.WITHDRAWN);

        String second = scene.submitted(form("二")).line().id();
        CaseView accepted = scene.decide(scene.officer("east"), Decision.ACCEPT, "");
        assertThat(accepted.acts()).doesNotContain(Act.WITHDRAW);
        assertThat(refusal(() -> scene.cases.withdraw(scene.firm(), Once.UNKEYED, second)))
                .isEqualTo("CONFLICT WITHDRAW_NOT_ALLOWED 已受理，无法撤回");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void strangers_get_not_found_and_the_overseeing_office_sees_all_but_drafts(Database database) {
        CaseScene scene = scene(database, permit(), step("review", "审核", office("east")));
        CaseView draft =
                scene.cases.start(scene.firm(), Once.UNKEYED, scene.jurisdiction, "permit", new FormData(form("草稿")));
        CaseView submitted = scene.submitted(form("摊位"));

        for (Caller stranger : List.of(scene.otherFirm(), scene.officer("west"))) {
            assertThat(refusal(() -> scene.cases.view(stranger, submitted.line().id())))
                    .startsWith("NOT_FOUND");
            assertThat(scene.cases.list(stranger, CaseQuery.all()).items()).isEmpty();
        }
        assertThat(refusal(() ->
                        scene.cases.view(Caller.nobody(""), submitted.line().id())))
                .startsWith("UNAUTHENTICATED");
        assertThat(scene.cases.list(scene.officer("head"), CaseQuery.all()).items())
                .extracting(line -> line.id())
                .containsExactly(submitted.line().id());
        assertThat(refusal(() ->
                        scene.cases.view(scene.officer("head"), draft.line().id())))
                .startsWith("NOT_FOUND");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void the_same_key_carries_a_write_out_once_and_another_command_under_it_is_refused(Database database) {
        CaseScene scene = scene(database, permit(), step("review", "审核", office("east")));
        Once once = new Once("key-1");

        CaseView first = scene.cases.start(scene.firm(), once, scene.jurisdiction, "permit", new FormData(form("一")));
        CaseView same = scene.cases.start(scene.firm(), once, scene.jurisdiction, "permit", new FormData(form("一")));

        assertThat(same.line().id()).isEqualTo(first.line().id());
        assertThat(refusal(() ->
                        scene.cases.start(scene.firm(), once, scene.jurisdiction, "permit", new FormData(form("二")))))
                .startsWith("CONFLICT IDEMPOTENCY_CONFLICT");
        assertThat(scene.cases.list(scene.firm(), CaseQuery.all()).items()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_module_that_is_gone_leaves_its_cases_readable_and_undecidable(Database database) {
        Procedure.Builder builder = permit();
        CaseScene scene = scene(database, builder, step("review", "审核", office("east")));
        String id = scene.submitted(form("摊位")).line().id();
        String task = scene.inbox(scene.officer("east")).get(0).id();
        Procedure installed = builder.build();

        scene.uninstall();
        assertThat(scene.cases
                        .view(scene.firm(), id)
                        .definition()
                        .form()
                        .field("name")
                        .orElseThrow()
                        .label())
                .isEqualTo("名称");
        assertThat(refusal(() -> scene.decide(scene.officer("east"), task, Decision.APPROVE, "")))
                .startsWith("UNAVAILABLE MODULE_NOT_RUNNING");

        scene.install(installed);
        assertThat(scene.decide(scene.officer("east"), task, Decision.APPROVE, "")
                        .line()
                        .stage()
                        .state())
                .isEqualTo(CaseState.CLOSED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void an_effect_that_fails_undoes_the_decision(Database database) {
        CaseScene scene =
                scene(database, permit(), step("review", "审核", office("east")).then((facts, changes) -> {
                    changes.next("issued");
                    throw new IllegalStateException("a fault in the module");
                }));
        CaseView before = scene.submitted(form("摊位"));

        assertThat(refusal(() -> scene.decide(scene.officer("east"), Decision.APPROVE, "")))
                .startsWith("UNAVAILABLE MODULE_FAULT");
        CaseView after = scene.cases.view(scene.firm(), before.line().id());
        assertThat(after.line().stage()).isEqualTo(before.line().stage());
        assertThat(after.log()).hasSameSizeAs(before.log());
        assertThat(scene.inbox(scene.officer("east"))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void guards_run_again_in_the_transaction_that_approves(Database database) {
        boolean[] forbidden = {false};
        CaseScene scene = scene(
                database,
                permit().guard(facts -> forbidden[0] ? List.of(Finding.error("R1", "name", "名称已被占用")) : Finding.none()),
                step("review", "审核", office("east")).decisions(approve("同意"), sendBack("退回")));
        scene.submitted(form("摊位"));

        forbidden[0] = true;
        assertThat(refusal(() -> scene.decide(scene.officer("east"), Decision.APPROVE, "")))
                .isEqualTo("INVALID RULE_VIOLATED 名称已被占用");
        assertThat(scene.decide(scene.officer("east"), Decision.RETURN, "名称已被占用")
                        .line()
                        .stage()
                        .state())
                .isEqualTo(CaseState.TO_MODIFY);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void of_two_simultaneous_submissions_about_one_subject_one_is_refused(Database database) throws Exception {
        CaseScene scene = scene(
                database,
                permit().subjects(facts -> java.util.Set.of(
                                new Subject("stall", facts.form().text("name"))))
                        .guard(facts -> facts.otherOpenCases(new Subject(
                                                "stall", facts.form().text("name")))
                                        .isEmpty()
                                ? Finding.none()
                                : List.of(Finding.error("R2", "name", "该摊位正在办理"))),
                step("review", "审核", office("east")));
        for (int round = 0; round < 10; round++) {
            String name = "摊位" + round;
            List<Callable<String>> submissions = List.of(submission(scene, name), submission(scene, name));
            assertThat(together(submissions)).containsExactlyInAnyOrder("ok", "该摊位正在办理");
        }
    }

    private static Callable<String> submission(CaseScene scene, String name) {
        CaseView draft =
                scene.cases.start(scene.firm(), Once.UNKEYED, scene.jurisdiction, "permit", new FormData(form(name)));
        return () -> {
            try {
                scene.cases.submit(scene.firm(), Once.UNKEYED, draft.line().id());
                return "ok";
            } catch (Refusal refusal) {
                return refusal.getMessage();
            }
        };
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void of_two_simultaneous_decisions_on_one_task_one_succeeds_and_one_conflicts(Database database) throws Exception {
        CaseScene scene = scene(database, permit(), step("review", "审核", office("east")));
        for (int round = 0; round < 10; round++) {
            scene.submitted(form("摊位" + round));
            String task = scene.inbox(scene.officer("east")).get(0).id();
            Callable<String> decision = () -> {
                try {
                    Verdict verdict = new Verdict(Decision.APPROVE, "", FormData.EMPTY, "");
                    scene.tasks.decide(scene.officer("east"), Once.UNKEYED, task, verdict);
                    return "ok";
                } catch (Refusal refusal) {
                    return refusal.code();
                }
            };
            assertThat(together(List.of(decision, decision))).containsExactlyInAnyOrder("ok", "ALREADY_DECIDED");
        }
    }

    private static List<String> together(List<Callable<String>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<String> answers = new java.util.ArrayList<>();
            for (Future<String> answer : threads.invokeAll(work)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void lists_continue_by_key_until_everything_was_shown_once(Database database) {
        CaseScene scene =
                scene(database, permit(), step("review", "审核", office("east")).within(3));
        for (int i = 0; i < 7; i++) {
            scene.submitted(form("摊位" + i));
            scene.clock.forward(Duration.ofSeconds(1));
        }
        List<String> seen = new java.util.ArrayList<>();
        String cursor = "";
        do {
            var page = scene.tasks.list(scene.officer("east"), new TaskQuery("", "", Box.WAITING, "", cursor, 3));
            page.items().forEach(line -> seen.add(line.caseNumber()));
            cursor = page.next();
        } while (!cursor.isBlank());

        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSorted();
        assertThat(scene.tasks.counts(scene.officer("east"))).containsEntry(Box.WAITING, 7);
    }
}
