package org.zhijian.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.api.form.Options;

class FormFieldsTest {
    private static final List<Option> TWO = List.of(new Option("A", "甲"), new Option("B", "乙"));
    private static final List<Option> MANY = List.of(
            new Option("A", "甲"),
            new Option("B", "乙"),
            new Option("C", "丙"),
            new Option("D", "丁"),
            new Option("E", "戊"));

    private final FormFields fields = new FormFields(new KnownChoices(MANY), () -> FormData.EMPTY);

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Fields.text("f", "名称", 50), "示例"),
                Arguments.of(Fields.longText("f", "说明", 500), "一行\n又一行"),
                Arguments.of(Fields.mobile("f", "手机"), "13900000001"),
                Arguments.of(Fields.whole("f", "人数", 0, 100), 12L),
                Arguments.of(Fields.decimal("f", "面积", 12, 2), "1200.50"),
                Arguments.of(Fields.date("f", "日期"), "2026-11-23"),
                Arguments.of(Fields.month("f", "月份"), "2026-11"),
                Arguments.of(Fields.flag("f", "是否"), true),
                Arguments.of(Fields.choice("f", "类别", TWO), "B"),
                Arguments.of(Fields.choice("f", "类别", MANY), "E"),
                Arguments.of(Fields.choices("f", "类别", TWO), List.of("A", "B")),
                Arguments.of(Fields.choices("f", "类别", MANY), List.of("E")),
                Arguments.of(Fields.organisation("f", "单位", Options.organisations("X")), "C"),
                Arguments.of(Fields.region("f", "所在地", "32"), "D"),
                Arguments.of(
                        Fields.table("f", "人员", 0, 5, Fields.text("name", "姓名", 20), Fields.date("day", "日期")),
                        List.of(Map.of("name", "甲", "day", "2026-11-23"), Map.of("name", "乙"))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void every_type_shows_a_value_and_gives_it_back(Field field, Object value) {
        FieldControl control = fields.control(field);
        control.show(value);
        assertThat(control.value()).isEqualTo(value);
        control.show(null);
        assertThat(control.value()).isNull();
    }

    @ParameterizedTest
    @MethodSource("values")
    void showing_a_value_is_no_change_by_a_person(Field field, Object value) {
        FieldControl control = fields.control(field);
        control.whenChanged(() -> {
            throw new AssertionError("nobody has changed anything");
        });
        control.show(value);
    }

    @Test
    void what_is_no_number_goes_to_the_core_as_it_was_typed() {
        FieldControl control = fields.control(Fields.whole("f", "人数", 0, 100));
        control.show("十二");
        assertThat(control.value()).isEqualTo("十二");
    }

    @Test
    void a_code_that_the_definition_has_dropped_is_kept() {
        FieldControl control = fields.control(Fields.choice("f", "类别", MANY));
        control.show("OLD");
        assertThat(control.value()).isEqualTo("OLD");
    }

    @Test
    void a_read_only_field_cannot_be_changed() {
        FieldControl control = fields.control(Fields.text("f", "编号", 20).readOnlyField());
        assertThat(control.component().getElement().getProperty("readonly")).isEqualTo("true");
    }
}
