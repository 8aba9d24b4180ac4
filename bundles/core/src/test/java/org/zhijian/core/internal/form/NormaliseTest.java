package org.zhijian.core.internal.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;

class NormaliseTest {
    static Stream<Arguments> values() {
        return Stream.of(
                arguments("name", "  韩示双\t", "韩示双"),
                arguments("name", "\u00A0韩示双\u3000\uFEFF", "韩示双"),
                arguments("name", 12, 12),
                arguments("reason", "一\r\n二\r三", "一\n二\n三"),
                arguments("idNo", " 34052419800101001x", "34052419800101001X"),
                arguments("uscc", "91350100m000100y43", "91350100M000100Y43"),
                arguments("orgCode", "pdy00001-x ", "PDY00001-X"),
                arguments("contractNo", " 锡建合a12 ", "锡建合a12"),
                arguments("years", 12, 12),
                arguments("years", 12.0, 12L),
                arguments("years", new BigInteger("12"), 12L),
                arguments("years", 1.5, 1.5),
                arguments("years", "12", "12"),
                arguments("area", 12.5, "12.5"),
                arguments("area", 12, "12"),
                arguments("area", new BigDecimal("1.20e3"), "1200"),
                arguments("area", " 12.50 ", "12.50"),
                arguments("area", new BigDecimal("1e400"), new BigDecimal("1e400")),
                arguments("divisions", "MATERIALS", List.of("MATERIALS")),
                arguments("divisions", List.of(" FOUNDATION", "", "FOUNDATION"), List.of("FOUNDATION")),
                arguments("divisions", List.of("FOUNDATION", 1), List.of("FOUNDATION", 1)),
                arguments("division", List.of("FOUNDATION"), List.of("FOUNDATION")),
                arguments("agrees", false, false),
                arguments("agrees", "是", "是"),
                arguments("items", "两项", "两项"),
                arguments("unknown", "  as it is", "  as it is"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("values")
    void aValueIsBroughtIntoTheShapeInWhichItIsKept(String field, Object given, Object kept) {
        FormData data = FormRules.normalise(SampleForm.ALL, FormData.EMPTY.with(field, given));

        assertThat(data.values()).isEqualTo(Map.of(field, kept));
    }

    @Test
    void whatIsBlankIsNotKept() {
        Map<String, Object> blank = Map.of(
                "name", " \u3000\u00A0", "years", " ", "divisions", List.of(" "), "items", List.of(), "person", "");

        assertThat(FormRules.normalise(SampleForm.ALL, new FormData(blank))).isEqualTo(FormData.EMPTY);
    }

    @Test
    void cellsAreBroughtIntoShapeRowByRow() {
        FormData data =
                FormData.EMPTY.with("items", List.of(Map.of("item", " 水泥 ", "subcontractor", "某公司", "price", 1), "钢筋"));

        assertThat(FormRules.normalise(SampleForm.ALL, data).values())
                .isEqualTo(Map.of("items", List.of(Map.of("item", "水泥", "price", 1), "钢筋")));
    }

    @Test
    void whatIsReadOnlyOrNotAskedForIsNotKept() {
        Form form = Form.of(
                Fields.text("number", "编号", 10).readOnlyField(),
                Fields.text("a", "甲", 10).visibleWhen(Condition.is("b", "1")),
                Fields.text("b", "乙", 10).visibleWhen(Condition.is("c", "1")),
                Fields.text("c", "丙", 10).visibleWhen(Condition.is(Condition.DECISION, "APPROVE")));
        FormData data = new FormData(Map.of("number", "1", "a", "1", "b", "1", "c", "1"));

        assertThat(FormRules.normalise(form, data)).isEqualTo(FormData.EMPTY);
        assertThat(FormRules.normalise(form, data.with(Condition.DECISION, "APPROVE")))
                .isEqualTo(new FormData(Map.of("a", "1", "b", "1", "c", "1", Condition.DECISION, "APPROVE")));
    }
}
