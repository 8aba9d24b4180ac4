package org.zhijian.core.internal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Options;
import org.zhijian.api.form.Slot;
import org.zhijian.core.access.Violation;
import org.zhijian.core.internal.form.FormRules.Completeness;

class FormRulesTest {
    private static final Condition DUAL = Condition.is("division", SampleForm.Division.MATERIALS);

    private static List<String> complaints(Form form, FormData data, Completeness completeness) {
        return FormRules.check(form, data, new SampleFacts(), completeness).stream()
                .map(violation -> violation.field() + " " + violation.rule() + " " + violation.message())
                .toList();
    }

    private static List<String> complete(Form form, Map<String, Object> values) {
        return complaints(form, new FormData(values), Completeness.COMPLETE);
    }

    @Test
    void aDraftMayBeEmptyAndACompleteFormMayNot() {
        Form form = Form.of(
                Fields.text("name", "姓名", 10).required(),
                Fields.choice("division", "类别", SampleForm.Division.class).required(),
                Fields.person("person", "人员", Options.ownStaff()).required(),
                Fields.region("region", "所在地区", "").required(),
                Fields.flag("agrees", "本人是否同意").required(),
                Fields.text("remark", "说明", 10));

        assertThat(complaints(form, FormData.EMPTY, Completeness.DRAFT)).isEmpty();
        assertThat(complete(form, Map.of("name", "  ")))
                .containsExactly(
                        "name REQUIRED 请填写姓名",
                        "division REQUIRED 请选择类别",
                        "person REQUIRED 请选择人员",
                        "region REQUIRED 请选择所在地区",
                        "agrees REQUIRED 请选择本人是否同意");
        assertThat(complete(
                        form,
                        Map.of(
                                "name", "韩示双",
                                "division", "MATERIALS",
                                "person", "person-own",
                                "region", "320100",
                                "agrees", false)))
                .isEmpty();
    }

    @Test
    void aFieldHasItsOwnWordsForBeingEmpty() {
        Form form = Form.of(Fields.text("reason", "原因", 10).required().missing("请填写补证原因"));

        assertThat(complete(form, Map.of())).containsExactly("reason REQUIRED 请填写补证原因");
    }

    @Test
    void whatIsWantedDependsOnTheRestOfTheForm() {
        Form form = Form.of(
                Fields.choice("division", "类别", SampleForm.Division.class),
                Fields.text("item", "检测项目", 10).requiredWhen(DUAL),
                Fields.mobile("phone", "电话").required().visibleWhen(DUAL));

        assertThat(complete(form, Map.of("division", "FOUNDATION", "phone", "nonsense")))
                .isEmpty();
        assertThat(complete(form, Map.of("division", "MATERIALS")))
                .containsExactly("item REQUIRED 请填写检测项目", "phone REQUIRED 请填写电话");
    }

    @Test
    void whatIsReadOnlyIsNeitherWantedNorChecked() {
        Form form = Form.of(Fields.mobile("phone", "电话").required().readOnlyField());

        assertThat(complete(form, Map.of())).isEmpty();
        assertThat(complete(form, Map.of("phone", "nonsense"))).isEmpty();
    }

    /** JS-R06, the uploader's side. */
    @Test
    void aSlotThatWantsASealIsNotSubmittedWithoutTheTick() {
        Slot slot = Slot.scan("insurance", "社保缴费清单").sealed("社保缴费清单须加盖社保单位公章");
        Form form = Form.EMPTY.withSealsOf(List.of(slot));

        assertThat(complete(form, Map.of("insuranceSealed", true))).isEmpty();
        assertThat(complete(form, Map.of("insuranceSealed", false)))
                .containsExactly("insuranceSealed REQUIRED 社保缴费清单须加盖社保单位公章");
        assertThat(complete(form, Map.of())).containsExactly("insuranceSealed REQUIRED 社保缴费清单须加盖社保单位公章");
        assertThat(complete(form, Map.of("insuranceSealed", "true")))
                .containsExactly("insuranceSealed FORMAT “社保缴费清单”已加盖公章格式不正确");
        assertThat(complaints(form, FormData.EMPTY.with("insuranceSealed", false), Completeness.DRAFT))
                .isEmpty();
    }

    @Test
    void aTickThatNobodyWantsMayBeLeftOut() {
        Form form = Form.of(Fields.tick("seen", "已核对原件", "请核对书面资料原件").requiredWhen(DUAL));

        assertThat(complete(form, Map.of("seen", false))).isEmpty();
        assertThat(complete(Form.of(Fields.tick("seen", "已核对原件", "")), Map.of()))
                .containsExactly("seen REQUIRED 请勾选“已核对原件”");
    }

    @Test
    void whatTheFormDoesNotKnowIsRefused() {
        assertThat(complete(Form.of(Fields.text("name", "姓名", 10)), Map.of("name", "韩", "salary", 1)))
                .containsExactly("salary UNKNOWN_FIELD 表单中没有名为“salary”的内容");
    }

    @Test
    void aStrangeNameIsSaidBackShortAndClean() {
        Map<String, Object> values = new HashMap<>(Map.of("a\u0000\u202Eb\uD800", 1));
        assertThat(complete(Form.EMPTY, values)).containsExactly("a??b? UNKNOWN_FIELD 表单中没有名为“a??b?”的内容");
        assertThat(complete(Form.EMPTY, Map.of("x".repeat(100_000), 1)).get(0).length())
                .isLessThan(200);

        Map<String, Object> many =
                IntStream.range(0, 10_000).boxed().collect(Collectors.toMap(i -> "field" + i, i -> i));
        assertThat(complete(Form.EMPTY, many)).hasSize(20);
    }

    @Test
    void rowsAreCountedAndCheckedCellByCell() {
        Field table = SampleForm.ALL.field("items").orElseThrow().required();
        Form form = Form.of(table);

        assertThat(complete(form, Map.of())).containsExactly("items REQUIRED 请填写检测项目");
        assertThat(complete(form, Map.of("items", List.of()))).containsExactly("items REQUIRED 请填写检测项目");
        assertThat(complete(form, Map.of("items", "两项"))).containsExactly("items FORMAT 检测项目格式不正确");
        assertThat(complete(form, Map.of("items", List.of(Map.of("item", "水泥")))))
                .containsExactly("items LENGTH 检测项目至少填写2行");
        assertThat(complete(form, Map.of("items", rows(2)))).isEmpty();
        assertThat(complete(form, Map.of("items", rows(4)))).containsExactly("items LENGTH 检测项目最多填写3行");
        assertThat(complete(
                        form,
                        Map.of(
                                "items",
                                List.of(
                                        Map.of("division", "MATERIALS", "price", 1),
                                        "水泥",
                                        Map.of("item", "钢筋", "subcontracted", true)))))
                .containsExactly(
                        "items[0].item REQUIRED 检测项目第1行：请填写项目",
                        "items[0].price UNKNOWN_FIELD 检测项目第1行：表单中没有名为“price”的内容",
                        "items[1] FORMAT 检测项目第2行：格式不正确",
                        "items[2].subcontractor REQUIRED 检测项目第3行：请填写分包单位");
    }

    @Test
    void aDraftMayHaveTooFewRowsButNotTooMany() {
        FormData one = FormData.EMPTY.with("items", rows(1));
        FormData many = FormData.EMPTY.with("items", rows(100_000));

        assertThat(complaints(SampleForm.ALL, one, Completeness.DRAFT)).isEmpty();
        assertThat(complaints(SampleForm.ALL, many, Completeness.DRAFT)).containsExactly("items LENGTH 检测项目最多填写3行");
    }

    private static List<Map<String, Object>> rows(int count) {
        return IntStream.range(0, count)
                .<Map<String, Object>>mapToObj(i -> Map.of("item", "水泥" + i))
                .toList();
    }

    @Test
    void aDefinitionWithoutItsCodeLetsNothingBeChosen() {
        Form form = Form.of(Fields.person("person", "人员", null));

        assertThat(FormRules.check(
                        form, FormData.EMPTY.with("person", "person-own"), new SampleFacts(), Completeness.DRAFT))
                .containsExactly(Violation.of("person", "CHOICE", "人员不在可选范围内"));
    }
}
