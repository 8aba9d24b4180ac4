package org.zhijian.core.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;

class AskedTest {
    private static final Form FORM = Form.of(
            Fields.flag("moved", "已变更"),
            Fields.text("from", "原单位", 20).visibleWhen(Condition.flagged("moved")),
            Fields.text("why", "原因", 20).visibleWhen(Condition.is("from", "甲")));

    @Test
    void fields_come_and_go_with_their_conditions() {
        assertThat(Asked.visible(FORM, FormData.EMPTY)).containsExactly("moved");
        assertThat(Asked.visible(FORM, new FormData(Map.of("moved", true, "from", "甲"))))
                .containsExactly("moved", "from", "why");
    }

    @Test
    void a_field_that_goes_takes_along_those_that_hang_on_it() {
        FormData data = new FormData(Map.of("moved", false, "from", "甲", "why", "乙"));
        Set<String> visible = Asked.visible(FORM, data);
        assertThat(visible).containsExactly("moved");
        assertThat(Asked.only(visible, FORM, data).values()).containsOnlyKeys("moved");
    }

    @Test
    void slots_show_when_wanted_when_always_optional_and_when_filled() {
        Slot wanted = Slot.scan("wanted", "申请表");
        Slot optional = Slot.scan("optional", "其他").optional();
        Slot conditional = Slot.scan("conditional", "变更证明").requiredWhen(Condition.flagged("moved"));
        List<Slot> slots = List.of(wanted, optional, conditional);

        assertThat(Asked.slots(slots, FormData.EMPTY, Set.of())).containsExactly(wanted, optional);
        assertThat(Asked.slots(slots, FormData.EMPTY, Set.of("conditional"))).hasSize(3);
        assertThat(Asked.slots(slots, new FormData(Map.of("moved", true)), Set.of()))
                .hasSize(3);
    }
}
