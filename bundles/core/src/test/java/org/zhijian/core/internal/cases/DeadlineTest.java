package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.chain.DecisionOption.accept;
import static org.zhijian.api.chain.DecisionOption.approve;
import static org.zhijian.api.chain.DecisionOption.reject;
import static org.zhijian.api.chain.DecisionOption.sendBack;
import static org.zhijian.api.chain.DecisionOption.supplement;
import static org.zhijian.api.chain.Step.step;
import static org.zhijian.core.internal.cases.CaseScene.form;
import static org.zhijian.core.internal.cases.CaseScene.refusal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.FormData;
import org.zhijian.api.notice.CaseMessage;
import org.zhijian.api.notice.Occasion;
import org.zhijian.api.notice.SmsTemplate;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.calendar.CalendarYear;
import org.zhijian.core.calendar.DayKind;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.LogEntry;
import org.zhijian.core.cases.StepView;
import org.zhijian.core.cases.Supplement;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.internal.store.Database;

/** Deadlines by the calendar, notices of what is missing, silence, and choices by what earlier steps found; on every database. */
class DeadlineTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";

    private static Actor office(String name) {
        return Actor.office(name + "办", facts -> facts.applicant().orElseThrow().contactName() + "-" + name);
    }

    private static Procedure.Builder permit() {
        return Procedure.procedure("permit", "许可")
                .startedBy(Starter.organisations("FIRM"))
                .form(Fields.text("name", "名称", 20).required());
    }

    private static CaseScene scene(Database database, Chain... chain) {
        return new CaseScene(database, permit().chain(chain).build());
    }

    private static CaseView notify(CaseScene scene, List<String> items, LocalDate dueOn) {
        Caller officer = scene.officer("east");
        Verdict verdict =
                new Verdict(Decision.SUPPLEMENT, "请补正", FormData.EMPTY, "", Optional.of(new Supplement(items, dueOn)));
        return scene.tasks.decide(
                officer, Once.UNKEYED, scene.inbox(officer).get(0).id(), verdict);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void what_is_missing_is_told_once_as_a_closed_list_and_the_clock_stands_meanwhile(Database database) {
        CaseScene scene = scene(
                database,
                step("review", "审核", office("east"))
                        .decisions(approve("同意"), supplement("补正"))
                        .within(5));
        CaseView submitted = scene.submitted(form("摊位"));
        String id = submitted.line().id();
        assertThat(submitted.tasks().get(0).dueOn()).hasToString("2026-11-27");
        LocalDate later = LocalDate.of(2026, 12, 20);

        assertThat(refusal(() -> notify(scene, List.of(), later))).isEqualTo("INVALID RULE_VIOLATED 请选择需要补正的内容");
        assertThat(refusal(() -> notify(scene, List.of("nothing"), later)))
                .isEqualTo("INVALID RULE_VIOLATED 补正内容不在申请表单和材料之中");
        assertThat(refusal(() -> notify(scene, List.of("name"), LocalDate.of(2026, 11, 20))))
                .isEqualTo("INVALID RULE_VIOLATED 补正期限应晚于今天，且不超过一年");

        scene.clock.forward(Duration.ofDays(4));
        CaseView told = notify(scene, List.of("name"), later);
        assertThat(told.line().stage().label()).isEqualTo("待补正");
        assertThat(scene.cases.view(scene.firm(), id).supplement())
                .hasValueSatisfying(notice -> assertThat(notice.items()).containsExactly("name"));

        scene.clock.forward(Duration.ofDays(14));
        CaseView again = scene.cases.submit(scene.firm(), Once.UNKEYED, id);
        assertThat(again.supplement()).isEmpty();
        assertThat(again.tasks().get(0).dueOn())
                .as("three of five days were left")
                .hasToString("2026-12-11");
        Caller officer = scene.officer("east");
        assertThat(scene.tasks.view(officer, again.tasks().get(0).id()).decisions())
                .extracting(DecisionOption::decision)
                .containsExactly(Decision.APPROVE);
        assertThat(refusal(() -> notify(scene, List.of("name"), later))).endsWith("补正内容应一次性告知，本环节已告知过");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void silence_beyond_the_deadline_is_acceptance_in_the_name_of_the_law(Database database) {
        CaseScene scene = scene(
                database,
                step("accept", "受理", office("east"))
                        .decisions(accept("受理"), reject("不予受理"))
                        .within(2)
                        .silenceAccepts("示例规程第八条"),
                step("review", "审核", office("head")));
        CaseView submitted = scene.submitted(form("摊位"));
        scene.deadlines.pass();
        assertThat(scene.inbox(scene.officer("head"))).isEmpty();

        scene.clock.forward(Duration.ofDays(5));
        scene.deadlines.pass();
        scene.deadlines.pass();

        assertThat(scene.inbox(scene.officer("east"))).isEmpty();
        assertThat(scene.inbox(scene.officer("head"))).hasSize(1);
        LogEntry entry =
                last(scene.cases.view(scene.firm(), submitted.line().id()).log());
        assertThat(entry.actor()).isEqualTo("系统（依法办理）");
        assertThat(entry.action()).isEqualTo("受理");
        assertThat(entry.opinion()).contains("示例规程第八条");
    }

    private static LogEntry last(List<LogEntry> log) {
        return log.get(log.size() - 1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void what_is_late_is_marked_once_and_never_decided_by_itself(Database database) {
        CaseScene scene = scene(database, step("review", "审核", office("east")).within(2));
        CaseView submitted = scene.submitted(form("摊位"));
        scene.clock.forward(Duration.ofDays(6));

        scene.deadlines.pass();
        scene.deadlines.pass();

        assertThat(scene.inbox(scene.officer("east")))
                .extracting(TaskLine::overdue)
                .containsExactly(true);
        List<String> officers = scene
                .cases
                .view(scene.officer("east"), submitted.line().id())
                .log()
                .stream()
                .map(LogEntry::action)
                .toList();
        assertThat(officers).containsOnlyOnce("逾期");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_deadline_that_is_near_is_told_once_for_each_task_also_by_sms(Database database) {
        SmsTemplate near = new SmsTemplate("TEST_NEAR", "通知", "{number}的“{step}”环节应在{dueOn}前办理");
        CaseScene scene = new CaseScene(
                database,
                permit().chain(step("review", "审核", office("east")).within(2))
                        .messages(CaseMessage.sms(near, facts -> "13900000001", Occasion.DEADLINE_NEAR))
                        .build());
        CaseView submitted = scene.submitted(form("摊位"));
        scene.deadlines.pass();
        assertThat(scene.sms(near)).as("two working days are left").isEmpty();

        scene.clock.forward(Duration.ofDays(3));
        scene.deadlines.pass();
        scene.deadlines.pass();
        scene.clock.forward(Duration.ofDays(1));
        scene.deadlines.pass();

        assertThat(scene.sms(near))
                .singleElement()
                .asString()
                .contains(submitted.line().number() + "的“审核”环节应在2026-11-24前办理");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void holidays_and_make_up_days_count_and_a_region_may_do_otherwise(Database database) {
        CaseScene scene = scene(database, step("review", "审核", office("east")).within(1));
        Caller admin = scene.member("admin", "head");
        Caller officer = scene.member("officer", "east");
        LocalDate monday = LocalDate.of(2026, 11, 23);

        CalendarYear year = scene.calendar.year(officer, scene.jurisdiction, 2026);
        assertThat(year.known()).isTrue();
        assertThat(year.days()).hasSize(39);
        assertThat(scene.calendar.year(officer, scene.jurisdiction, 2031).notice())
                .isEqualTo("2031年尚未录入节假日安排，期限暂按周一至周五计算");
        assertThat(refusal(() ->
                        scene.calendar.set(officer, Once.UNKEYED, scene.jurisdiction, monday, DayKind.HOLIDAY, "暴雪停工")))
                .startsWith("FORBIDDEN");

        scene.calendar.set(admin, Once.UNKEYED, scene.jurisdiction, monday, DayKind.HOLIDAY, "暴雪停工");
        assertThat(scene.submitted(form("一")).tasks().get(0).dueOn()).hasToString("2026-11-24");
        scene.calendar.reset(admin, Once.UNKEYED, scene.jurisdiction, monday);
        assertThat(scene.submitted(form("二")).tasks().get(0).dueOn()).hasToString("2026-11-23");
    }

    /** Of each year's arrangement of the State Council: a holiday, the last day of a long one, a make-up day. */
    @ParameterizedTest(name = "{0} has {1} working days after it until {2}")
    @CsvSource({
        "2024-02-08, 1, 2024-02-09",
        "2024-02-09, 1, 2024-02-18",
        "2024-09-30, 1, 2024-10-08",
        "2025-01-24, 1, 2025-01-26",
        "2025-01-27, 1, 2025-02-05",
        "2025-09-30, 2, 2025-10-10",
        "2026-02-13, 2, 2026-02-24",
        "2026-09-24, 1, 2026-09-28",
        "2026-10-08, 2, 2026-10-10"
    })
    void the_arrangements_of_the_state_council_are_known(LocalDate start, int days, LocalDate due) {
        Database database = org.zhijian.core.internal.store.Databases.shared()
                .findFirst()
                .orElseThrow()
                .getPayload();
        CaseScene scene = scene(database, step("review", "审核", office("east")));
        LocalDate found = scene.transactions.read(
                em -> scene.calendars.of(em, scene.jurisdiction).after(start, days));
        assertThat(found).isEqualTo(due);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_choice_sees_what_earlier_steps_filled_in_and_is_made_once(Database database) {
        CaseScene scene = scene(
                database,
                step("review", "审核", office("east"))
                        .form(Fields.flag("inspect", "需要踏勘"))
                        .decisions(approve("同意"), sendBack("退回")),
                Chain.choice(Chain.when(Condition.flagged("review.inspect"), step("inspect", "踏勘", office("west")))),
                step("issue", "发证", office("head")));
        scene.submitted(form("甲"));
        Caller east = scene.officer("east");
        FormData yes = FormData.EMPTY.with("inspect", true);
        String task = scene.inbox(east).get(0).id();
        CaseView inspected = scene.tasks.decide(east, Once.UNKEYED, task, new Verdict(Decision.APPROVE, "", yes, ""));
        assertThat(inspected.line().step()).isEqualTo("踏勘");
        assertThat(scene.decide(scene.officer("west"), Decision.APPROVE, "").steps())
                .extracting(StepView::id)
                .containsExactly("review", "inspect", "issue");

        scene.submitted(form("乙"));
        assertThat(scene.decide(east, Decision.APPROVE, "").line().step()).isEqualTo("发证");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_choice_by_facts_stays_as_it_was_made(Database database) {
        boolean[] needed = {true};
        CaseScene scene = scene(
                database,
                step("review", "审核", office("east")),
                Chain.choice(Chain.whenFacts(facts -> needed[0], step("print", "打印", office("head")))));
        CaseView submitted = scene.submitted(form("甲"));
        scene.decide(scene.officer("east"), Decision.APPROVE, "");

        needed[0] = false;
        CaseView waiting = scene.cases.view(scene.firm(), submitted.line().id());
        assertThat(waiting.steps()).extracting(StepView::id).containsExactly("review", "print");
        assertThat(scene.decide(scene.officer("head"), Decision.APPROVE, "")
                        .line()
                        .stage()
                        .state())
                .isEqualTo(CaseState.CLOSED);
        scene.submitted(form("乙"));
        assertThat(scene.decide(scene.officer("east"), Decision.APPROVE, "")
                        .line()
                        .stage()
                        .state())
                .isEqualTo(CaseState.CLOSED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void where_rules_forbid_the_judgement_only_sending_back_is_left(Database database) {
        boolean[] forbidden = {false};
        CaseScene scene = new CaseScene(
                database,
                permit().guard(facts -> forbidden[0] ? List.of(Finding.error("R1", "name", "名称已被占用")) : Finding.none())
                        .chain(step("review", "审核", office("east"))
                                .decisions(approve("同意"), sendBack("退回"), reject("不通过")))
                        .build());
        scene.submitted(form("摊位"));
        Caller east = scene.officer("east");
        String task = scene.inbox(east).get(0).id();
        assertThat(scene.tasks.view(east, task).decisions()).hasSize(3);

        forbidden[0] = true;
        assertThat(scene.tasks.view(east, task).decisions())
                .extracting(DecisionOption::decision)
                .containsExactly(Decision.RETURN);
        assertThat(refusal(() -> scene.decide(east, task, Decision.REJECT, "不行")))
                .isEqualTo("INVALID RULE_VIOLATED 名称已被占用");
        assertThat(scene.decide(east, task, Decision.RETURN, "名称已被占用")
                        .line()
                        .stage()
                        .state())
                .isEqualTo(CaseState.TO_MODIFY);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void effects_of_returns_and_resubmissions_are_carried_out(Database database) {
        AtomicInteger returned = new AtomicInteger();
        AtomicInteger resubmitted = new AtomicInteger();
        CaseScene scene = new CaseScene(
                database,
                permit().onReturned((facts, changes) -> returned.incrementAndGet())
                        .onResubmitted((facts, changes) -> resubmitted.incrementAndGet())
                        .chain(step("review", "审核", office("east")))
                        .build());
        CaseView submitted = scene.submitted(form("摊位"));
        assertThat(resubmitted).hasValue(0);
        scene.decide(scene.officer("east"), Decision.RETURN, "请改");
        assertThat(returned).hasValue(1);
        scene.cases.submit(scene.firm(), Once.UNKEYED, submitted.line().id());
        assertThat(resubmitted).hasValue(1);
    }
}
