package org.zhijian.core.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;

class AnswerTest {
    private static final List<Option> OPTIONS = List.of(new Option("A", "甲"), new Option("B", "乙"));

    @Test
    void values_in_words() {
        FormData data = new FormData(
                Map.of("kinds", List.of("A", "B"), "kind", "B", "yes", true, "place", "320281", "day", "2026-11-23"));
        assertThat(Answer.text(Fields.choices("kinds", "类别", OPTIONS), data)).isEqualTo("甲、乙");
        assertThat(Answer.text(Fields.choice("kind", "类别", OPTIONS), data)).isEqualTo("乙");
        assertThat(Answer.text(Fields.flag("yes", "是否"), data)).isEqualTo("是");
        assertThat(Answer.text(Fields.flag("no", "是否"), data)).isEqualTo("否");
        assertThat(Answer.text(Fields.region("place", "所在地", ""), data)).isEqualTo("江苏省无锡市江阴市");
        assertThat(Answer.text(Fields.date("day", "日期"), data)).isEqualTo("2026-11-23");
        assertThat(Answer.text(Fields.text("none", "说明", 10), data)).isEqualTo("—");
    }
}
