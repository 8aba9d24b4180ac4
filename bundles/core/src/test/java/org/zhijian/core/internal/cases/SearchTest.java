package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.chain.Step.step;
import static org.zhijian.core.internal.cases.CaseScene.refusal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Sort;
import org.zhijian.core.cases.CaseLine;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.cases.TaskQuery.Box;
import org.zhijian.core.internal.store.Database;

/** Finding, sorting and paging of cases and tasks, on every database. */
class SearchTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";

    private static CaseScene scene(Database database) {
        Actor east = Actor.office("东区", facts -> facts.applicant().orElseThrow().contactName() + "-east");
        return new CaseScene(
                database,
                Procedure.procedure("matter", "示例事项")
                        .startedBy(Starter.organisations("FIRM"))
                        .form(
                                Fields.text("name", "项目名称", 60).required(),
                                Fields.mobile("mobile", "手机号码"),
                                Fields.organisation("partner", "合作单位", null))
                        .chain(step("review", "审核", east))
                        .build());
    }

    private static Map<String, Object> project(String name) {
        return Map.of("name", name, "mobile", "13900000001");
    }

    private static List<String> numbers(Page<CaseLine> page) {
        return page.items().stream().map(CaseLine::number).toList();
    }

    private static CaseQuery text(String text) {
        return new CaseQuery("", "", "", text, "", 50);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void anyTwoCharactersInsideANameFindACase(Database database) {
        CaseScene scene = scene(database);
        String lake = scene.submitted(project("太湖新城安置房（一期）")).line().number();
        String bridge = scene.submitted(project("蠡湖大桥 Ａ 标段")).line().number();

        assertThat(numbers(scene.cases.list(scene.firm(), text("安置")))).containsExactly(lake);
        assertThat(numbers(scene.cases.list(scene.firm(), text("湖")))).containsExactlyInAnyOrder(lake, bridge);
        assertThat(numbers(scene.cases.list(scene.firm(), text("(一期)")))).containsExactly(lake);
        assertThat(numbers(scene.cases.list(scene.firm(), text("大桥 a")))).containsExactly(bridge);
        assertThat(numbers(scene.cases.list(scene.firm(), text("例甲")))).hasSize(2);
        assertThat(numbers(scene.cases.list(scene.firm(), text(bridge.substring(bridge.length() - 6)))))
                .containsExactly(bridge);
        assertThat(numbers(scene.cases.list(scene.officer("head"), text("安置")))).containsExactly(lake);
        assertThat(scene.tasks
                        .list(scene.officer("east"), new TaskQuery("", "", Box.WAITING, "安置", "", 50))
                        .items())
                .extracting(TaskLine::caseNumber)
                .containsExactly(lake);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatIsMaskedOrNotThereFindsNothing(Database database) {
        CaseScene scene = scene(database);
        scene.submitted(project("太湖新城"));

        assertThat(numbers(scene.cases.list(scene.firm(), text("13900000001")))).isEmpty();
        assertThat(numbers(scene.cases.list(scene.firm(), text("湖太")))).isEmpty();
        assertThat(numbers(scene.cases.list(scene.firm(), text("太%城")))).isEmpty();
        assertThat(numbers(scene.cases.list(scene.firm(), text("太_新")))).isEmpty();
        assertThat(numbers(scene.cases.list(scene.otherFirm(), text("太湖")))).isEmpty();
        assertThat(numbers(scene.cases.list(scene.officer("west"), text("太湖")))).isEmpty();
        assertThat(refusal(() -> scene.cases.list(scene.firm(), text("太\0湖")))).startsWith("MALFORMED");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void theNamesInAFormThatWasChangedFindTheCase(Database database) {
        CaseScene scene = scene(database);
        CaseView draft = scene.cases.start(
                scene.firm(), Once.UNKEYED, scene.jurisdiction, "matter", new FormData(project("旧名称")));
        scene.cases.save(scene.firm(), Once.UNKEYED, draft.line().id(), new FormData(project("新名称")));

        assertThat(numbers(scene.cases.list(scene.firm(), text("旧名")))).isEmpty();
        assertThat(numbers(scene.cases.list(scene.firm(), text("新名"))))
                .containsExactly(draft.line().number());

        scene.cases.delete(scene.firm(), Once.UNKEYED, draft.line().id());
        assertThat(numbers(scene.cases.list(scene.firm(), text("新名")))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void filtersAreCombined(Database database) {
        CaseScene scene = scene(database);
        String first = scene.submitted(project("太湖一号")).line().number();
        scene.decide(scene.officer("east"), Decision.APPROVE, "");
        String second = scene.submitted(project("太湖二号")).line().number();
        LocalDate today = scene.clock.time().today();

        CaseQuery lake = text("太湖");
        assertThat(numbers(scene.cases.list(scene.firm(), new CaseQuery("", "matter", "CLOSED", "太湖", "", 50))))
                .containsExactly(first);
        assertThat(numbers(scene.cases.list(scene.firm(), new CaseQuery("", "other", "", "太湖", "", 50))))
                .isEmpty();
        assertThat(numbers(scene.cases.list(scene.firm(), lake.submitted(Optional.of(today), Optional.of(today)))))
                .containsExactlyInAnyOrder(first, second);
        assertThat(numbers(scene.cases.list(
                        scene.firm(), lake.submitted(Optional.of(today.plusDays(1)), Optional.empty()))))
                .isEmpty();
        assertThat(numbers(scene.cases.list(
                        scene.firm(), lake.submitted(Optional.empty(), Optional.of(today.minusDays(1))))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void everyOrderIsPagedToTheEndInBothDirections(Database database) {
        CaseScene scene = scene(database);
        for (int i = 0; i < 7; i++) {
            scene.submitted(project("项目" + i));
        }
        scene.cases.start(scene.firm(), Once.UNKEYED, scene.jurisdiction, "matter", new FormData(project("草稿")));
        scene.decide(scene.officer("east"), Decision.APPROVE, "");

        for (CaseQuery.By by : CaseQuery.By.values()) {
            for (boolean descending : List.of(true, false)) {
                List<CaseLine> all = allCases(scene, scene.firm(), new Sort<>(by, descending));
                assertThat(all).as("%s %s", by, descending).hasSize(8).doesNotHaveDuplicates();
                assertThat(all)
                        .as("%s %s", by, descending)
                        .isSortedAccordingTo(descending ? caseOrder(by).reversed() : caseOrder(by));
            }
        }
        for (TaskQuery.By by : TaskQuery.By.values()) {
            List<String> up = allTasks(scene, Sort.ascending(by));
            List<String> down = allTasks(scene, Sort.descending(by));
            assertThat(up).as("%s", by).hasSize(6).doesNotHaveDuplicates();
            if (by != TaskQuery.By.DECIDED) {
                assertThat(down).as("%s", by).containsExactlyElementsOf(reversed(up));
            }
        }
    }

    private static Comparator<CaseLine> caseOrder(CaseQuery.By by) {
        return switch (by) {
            case NUMBER -> Comparator.comparing(CaseLine::number);
            case PROCEDURE -> Comparator.comparing(CaseLine::procedure);
            case APPLICANT -> Comparator.comparing(CaseLine::applicant);
            case SUBMITTED ->
                Comparator.comparing(CaseLine::submittedAt, Comparator.nullsFirst(Comparator.naturalOrder()));
            case STATE -> Comparator.comparing(line -> line.stage().state().name());
            case CHANGED -> Comparator.comparing(CaseLine::changedAt);
        };
    }

    private static List<String> reversed(List<String> list) {
        List<String> reversed = new ArrayList<>(list);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    private static List<CaseLine> allCases(CaseScene scene, Caller caller, Sort<CaseQuery.By> sort) {
        return pages(cursor -> scene.cases.list(caller, text("").sorted(sort).page(cursor, 3)));
    }

    private static List<String> allTasks(CaseScene scene, Sort<TaskQuery.By> sort) {
        return pages(cursor -> scene.tasks.list(
                        scene.officer("east"), TaskQuery.waiting().sorted(sort).page(cursor, 2)))
                .stream()
                .map(TaskLine::caseNumber)
                .collect(Collectors.toList());
    }

    private static <T> List<T> pages(Function<String, Page<T>> source) {
        List<T> all = new ArrayList<>();
        String cursor = "";
        do {
            Page<T> page = source.apply(cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (!cursor.isBlank());
        return all;
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aCursorOfAnotherOrderIsRefused(Database database) {
        CaseScene scene = scene(database);
        scene.submitted(project("项目一"));
        scene.submitted(project("项目二"));
        String cursor = scene.cases.list(scene.firm(), text("").page("", 1)).next();
        CaseQuery byNumber = text("").sorted(Sort.ascending(CaseQuery.By.NUMBER));

        assertThat(refusal(() -> scene.cases.list(scene.firm(), byNumber.page(cursor, 1))))
                .isEqualTo("MALFORMED MALFORMED cursor 无效");
        assertThat(refusal(() -> scene.cases.list(scene.firm(), byNumber.page("%%", 1))))
                .isEqualTo("MALFORMED MALFORMED cursor 无效");
    }
}
