package org.zhijian.core.internal.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Violation;
import org.zhijian.core.internal.form.FormRules.Completeness;

class FieldTypesTest {
    private static final String GOOD = "";

    static Stream<Arguments> rows() {
        return Stream.of(texts(), codes(), numbers(), days(), choices(), references())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> texts() {
        return Stream.of(
                arguments("name", "韩示双", GOOD, GOOD),
                arguments("name", "  一二三四五  ", GOOD, GOOD),
                arguments("name", "𠮷𠮷𠮷𠮷𠮷", GOOD, GOOD),
                arguments("name", "一二三四五六", "LENGTH", "姓名不能超过5个字"),
                arguments("name", "韩\n双", "FORMAT", "姓名格式不正确"),
                arguments("name", "韩\u0000双", "FORMAT", "姓名格式不正确"),
                arguments("name", "韩\u202E双", "FORMAT", "姓名格式不正确"),
                arguments("name", "韩\uD800", "FORMAT", "姓名格式不正确"),
                arguments("name", 12, "FORMAT", "姓名格式不正确"),
                arguments("name", true, "FORMAT", "姓名格式不正确"),
                arguments("name", List.of("韩"), "FORMAT", "姓名格式不正确"),
                arguments("name", Map.of(), "FORMAT", "姓名格式不正确"),
                arguments("reason", "调动\r\n工作", GOOD, GOOD),
                arguments("reason", "一二三四五六七八九十一", "LENGTH", "原因不能超过10个字"),
                arguments("email", "lab@example.com", GOOD, GOOD),
                arguments("email", "lab@example", "FORMAT", "电子邮箱格式不正确"),
                arguments("email", "a@" + "b".repeat(120), "LENGTH", "电子邮箱不能超过100个字"),
                arguments("postcode", "210008", GOOD, GOOD),
                arguments("postcode", "21000", "FORMAT", "邮政编码格式不正确"));
    }

    private static Stream<Arguments> codes() {
        return Stream.of(
                arguments("mobile", "13900000001", GOOD, GOOD),
                arguments("mobile", "12900000001", "FORMAT", "手机号码格式不正确"),
                arguments("mobile", "139000000011", "FORMAT", "手机号码格式不正确"),
                arguments("mobile", 13900000001L, "FORMAT", "手机号码格式不正确"),
                arguments("idNo", "34052419800101001X", GOOD, GOOD),
                arguments("idNo", "34052419800101001x", GOOD, GOOD),
                arguments("idNo", "340524198001010011", "FORMAT", "身份证号格式不正确"),
                arguments("idNo", "340524800101001", "FORMAT", "身份证号格式不正确"),
                arguments("uscc", "91350100M000100Y43", GOOD, GOOD),
                arguments("uscc", "91350100m000100y43", GOOD, GOOD),
                arguments("uscc", "91350100M000100Y44", "FORMAT", "统一社会信用代码格式不正确"),
                arguments("orgCode", "PDY00001-X", GOOD, GOOD),
                arguments("orgCode", "PDY00001X", "FORMAT", "组织机构代码格式不正确"),
                arguments("projectCode", "3211111509220201", GOOD, GOOD),
                arguments("projectCode", "3211111513220201", "FORMAT", "项目编号格式不正确"),
                arguments("investmentCode", "2104-330000-04-01-123456", GOOD, GOOD),
                arguments("investmentCode", "210433000004011234", "FORMAT", "投资项目代码格式不正确"),
                arguments("licenceNo", "321111201709010201", GOOD, GOOD),
                arguments("licenceNo", "321111201709010220", "FORMAT", "施工许可证编号格式不正确"),
                arguments("contractNo", "3211111509220201-HL-044", GOOD, GOOD),
                arguments("contractNo", "锡建合〔2026〕12号", GOOD, GOOD),
                arguments("contractNo", "1-2", "FORMAT", "合同登记编号格式不正确"));
    }

    private static Stream<Arguments> numbers() {
        return Stream.of(
                arguments("years", 0, GOOD, GOOD),
                arguments("years", 60L, GOOD, GOOD),
                arguments("years", 12.0, GOOD, GOOD),
                arguments("years", -1, "RANGE", "工作年限不能小于0"),
                arguments("years", 61, "RANGE", "工作年限不能大于60"),
                arguments("years", new BigInteger("99999999999999999999999"), "RANGE", "工作年限不能大于60"),
                arguments("years", 1.5, "FORMAT", "工作年限格式不正确"),
                arguments("years", "12", "FORMAT", "工作年限格式不正确"),
                arguments("years", Double.NaN, "FORMAT", "工作年限格式不正确"),
                arguments("years", new BigDecimal("1e999999999"), "FORMAT", "工作年限格式不正确"),
                arguments("years", BigInteger.ONE.shiftLeft(100_000), "FORMAT", "工作年限格式不正确"),
                arguments("area", "1250.5", GOOD, GOOD),
                arguments("area", "999999.99", GOOD, GOOD),
                arguments("area", "10.500", GOOD, GOOD),
                arguments("area", "0", GOOD, GOOD),
                arguments("area", 12.25, GOOD, GOOD),
                arguments("area", "-0.01", "RANGE", "建筑面积不能小于0"),
                arguments("area", "1000000", "RANGE", "建筑面积的整数部分不能超过6位"),
                arguments("area", "1000000.5", "RANGE", "建筑面积不能大于1000000"),
                arguments("area", "1.005", "FORMAT", "建筑面积最多保留2位小数"),
                arguments("area", "1,250", "FORMAT", "建筑面积格式不正确"),
                arguments("area", "1e3", "FORMAT", "建筑面积格式不正确"),
                arguments("area", "9".repeat(5000), "FORMAT", "建筑面积格式不正确"),
                arguments("area", true, "FORMAT", "建筑面积格式不正确"),
                arguments("longitude", "120.305456", GOOD, GOOD),
                arguments("longitude", "72.9", "RANGE", "经度不能小于73"),
                arguments("longitude", "136.1", "RANGE", "经度不能大于136"));
    }

    private static Stream<Arguments> days() {
        return Stream.of(
                arguments("day", "2026-11-23", GOOD, GOOD),
                arguments("day", "1949-10-01", GOOD, GOOD),
                arguments("day", "1949-09-30", "DATE", "日期不能早于1949年10月1日"),
                arguments("day", "2026-02-29", "DATE", "日期不是有效日期"),
                arguments("day", "2026-2-9", "FORMAT", "日期格式不正确"),
                arguments("day", "2026年2月9日", "FORMAT", "日期格式不正确"),
                arguments("day", 20260209, "FORMAT", "日期格式不正确"),
                arguments("past", "2026-11-20", GOOD, GOOD),
                arguments("past", "2026-11-21", "DATE", "离职日期不能晚于今天"),
                arguments("future", "2026-11-20", GOOD, GOOD),
                arguments("future", "2026-11-19", "DATE", "计划开工日期不能早于今天"),
                arguments("month", "2026-11", GOOD, GOOD),
                arguments("month", "2026-13", "FORMAT", "社保起缴月格式不正确"),
                arguments("month", "2026-11-01", "FORMAT", "社保起缴月格式不正确"));
    }

    private static Stream<Arguments> choices() {
        return Stream.of(
                arguments("agrees", true, GOOD, GOOD),
                arguments("agrees", false, GOOD, GOOD),
                arguments("agrees", "true", "FORMAT", "本人是否同意格式不正确"),
                arguments("agrees", 1, "FORMAT", "本人是否同意格式不正确"),
                arguments("division", "MATERIALS", GOOD, GOOD),
                arguments("division", "建材", "CHOICE", "类别不在可选范围内"),
                arguments("division", List.of("MATERIALS"), "FORMAT", "类别格式不正确"),
                arguments("divisions", List.of("MATERIALS", "FOUNDATION"), GOOD, GOOD),
                arguments("divisions", "MATERIALS", GOOD, GOOD),
                arguments("divisions", List.of("MATERIALS", "X"), "CHOICE", "资质类别不在可选范围内"),
                arguments("divisions", List.of("MATERIALS", 1), "FORMAT", "资质类别格式不正确"),
                arguments("region", "320281", GOOD, GOOD),
                arguments("region", "330100", "CHOICE", "所在地区不在可选范围内"),
                arguments("region", "320999", "CHOICE", "所在地区不在可选范围内"),
                arguments("region", 320281, "FORMAT", "所在地区格式不正确"));
    }

    private static Stream<Arguments> references() {
        return Stream.of(
                arguments("person", "person-own", GOOD, GOOD),
                arguments("person", "person-foreign", "CHOICE", "人员不在可选范围内"),
                arguments("person", "nobody", "CHOICE", "人员不在可选范围内"),
                arguments("person", "x".repeat(100_000), "CHOICE", "人员不在可选范围内"),
                arguments("person", "person\u0000", "CHOICE", "人员不在可选范围内"),
                arguments("person", Map.of("id", "person-own"), "FORMAT", "人员格式不正确"),
                arguments("person", List.of("person-foreign"), "FORMAT", "人员格式不正确"),
                arguments("receiver", "org-builder", GOOD, GOOD),
                arguments("receiver", "org-own", "CHOICE", "调入单位不在可选范围内"),
                arguments("certificate", "JC-1", GOOD, GOOD),
                arguments("certificate", "JC-3", "CHOICE", "证书不在可选范围内"),
                arguments("certificates", List.of("JC-1", "JC-2"), GOOD, GOOD),
                arguments("certificates", List.of("JC-1", "JC-3"), "CHOICE", "全部证书不在可选范围内"),
                arguments("certificates", Collections.nCopies(201, "JC-1"), "CHOICE", "全部证书最多选择200项"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("rows")
    void aDraftIsCheckedWhereItIsFilledIn(String field, Object value, String rule, String message) {
        FormData data = FormData.EMPTY.with(field, value);

        List<Violation> violations = FormRules.check(SampleForm.ALL, data, new SampleFacts(), Completeness.DRAFT);

        if (rule.equals(GOOD)) {
            assertThat(violations).isEmpty();
        } else {
            assertThat(violations).containsExactly(Violation.of(field, rule, message));
        }
    }
}
