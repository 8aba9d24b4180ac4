package org.zhijian.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Violation;

class FormEditorTest {
    private static final Form FORM = Form.of(
                    Fields.text("name", "名称", 20).required(),
                    Fields.text("why", "原因", 20).visibleWhen(Condition.is("name", "其他")))
            .section("人员", Fields.table("staff", "人员", 0, 3, Fields.text("name", "姓名", 20)));

    @Test
    void gives_back_what_is_filled_in_and_asked_for() {
        FormData data = new FormData(Map.of("name", "甲", "why", "乙", "staff", List.of(Map.of("name", "丙"))));
        FormEditor editor = new FormEditor(FORM, KnownChoices.NONE, data);
        assertThat(editor.data().values()).containsOnlyKeys("name", "staff");
        assertThat(component(editor, "field-name").isVisible()).isTrue();
    }

    @Test
    void violations_stand_at_their_fields_and_cells() {
        FormData data = new FormData(Map.of("name", "甲", "staff", List.of(Map.of("name", "丙"))));
        FormEditor editor = new FormEditor(FORM, KnownChoices.NONE, data);
        editor.refuse(List.of(Violation.of("name", "R", "名称已被使用"), Violation.of("staff[0].name", "R", "姓名不正确")));
        assertThat(error(editor, "field-name")).isEqualTo("名称已被使用");
        assertThat(error(editor, "field-staff-0-name")).isEqualTo("姓名不正确");

        editor.refuse(List.of());
        assertThat(((HasValidation) component(editor, "field-name")).isInvalid())
                .isFalse();
    }

    @Test
    void the_form_of_a_step_shows_what_any_decision_asks_for_and_gives_what_the_one_made_asks_for() {
        Form step = Form.of(
                Fields.text("number", "文号", 20).visibleWhen(Condition.is(Condition.DECISION, Decision.APPROVE)),
                Fields.text("items", "补正内容", 20).visibleWhen(Condition.is(Condition.DECISION, Decision.RETURN)));
        FormEditor editor = new FormEditor(
                step,
                KnownChoices.NONE,
                new FormData(Map.of("number", "1", "items", "2")),
                List.of(Decision.APPROVE.name(), Decision.RETURN.name()));
        assertThat(editor.data(Decision.APPROVE.name()).values()).containsOnlyKeys("number");
        assertThat(editor.data(Decision.RETURN.name()).values()).containsOnlyKeys("items");
    }

    private static String error(FormEditor editor, String id) {
        return ((HasValidation) component(editor, id)).getErrorMessage();
    }

    private static Component component(Component root, String id) {
        return descendants(root)
                .filter(component -> component.getId().filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static java.util.stream.Stream<Component> descendants(Component root) {
        return java.util.stream.Stream.concat(
                java.util.stream.Stream.of(root), root.getChildren().flatMap(FormEditorTest::descendants));
    }
}
