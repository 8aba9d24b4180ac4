package org.zhijian.portal.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Set;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.core.words.Answer;
import org.zhijian.core.words.Asked;
import org.zhijian.portal.components.Descriptions;
import org.zhijian.portal.components.Table;
import org.zhijian.portal.components.Texts;

/** A form as it is read: labels and answers, with what changed in this round marked. */
public final class FormAnswers extends Div {
    private final transient Map<String, String> labels;
    private final String prefix;

    /**
     * @param labels labels of codes and references, by place, as the core gives them
     * @param prefix what stands before a place in the labels: blank, or a step's id and a dot
     * @param changed ids of the fields to be marked
     */
    public FormAnswers(Form form, FormData data, Map<String, String> labels, String prefix, Set<String> changed) {
        this.labels = labels;
        this.prefix = prefix;
        addClassName("zj-answers");
        Set<String> visible = Asked.visible(form, data);
        for (Form.Section section : form.sections()) {
            if (!section.title().isBlank()) {
                add(new H3(section.title()));
            }
            Descriptions list = new Descriptions();
            section.fields().stream()
                    .filter(field -> visible.contains(field.id()))
                    .forEach(field -> add(list, field, data, changed.contains(field.id())));
            add(list);
        }
    }

    private void add(Descriptions list, Field field, FormData data, boolean changed) {
        if (field.type() instanceof FieldType.Table table) {
            list.item(field.label(), marked(table(field, field.id(), table, data), changed));
            return;
        }
        Span value = new Span(text(field, field.id(), data));
        value.setId("answer-" + field.id());
        list.item(field.label(), marked(value, changed));
    }

    private static Component marked(Component value, boolean changed) {
        if (!changed) {
            return value;
        }
        Span mark = new Span("本次修改");
        mark.addClassName("zj-changed");
        return new Div(value, mark);
    }

    private Object cell(Field column, String place, FormData row) {
        return column.type() instanceof FieldType.Table nested
                ? table(column, place, nested, row)
                : text(column, place, row);
    }

    private Table table(Field field, String place, FieldType.Table type, FormData data) {
        Table table = new Table(type.columns().stream().map(Field::label).toArray(String[]::new));
        int index = 0;
        for (FormData row : data.rows(field.id())) {
            String cells = place + "[" + index++ + "].";
            table.row(type.columns().stream()
                    .map(column -> cell(column, cells + column.id(), row))
                    .toArray());
        }
        return table.orElse(Texts.NOTHING);
    }

    private String text(Field field, String place, FormData data) {
        String label = labels.getOrDefault(prefix + place, "");
        return label.isBlank() ? Answer.text(field, data) : label;
    }
}
