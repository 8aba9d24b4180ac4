package org.zhijian.portal.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.formlayout.FormLayout.ResponsiveStep;
import com.vaadin.flow.component.formlayout.FormLayout.ResponsiveStep.LabelsPosition;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Violation;
import org.zhijian.core.words.Asked;

/** A form to be filled in: sections, labels, hints, and fields that come and go with their conditions. */
public final class FormEditor extends Div {
    private final transient Form form;
    private final transient Choices choices;
    private final transient List<String> decisions;
    private final transient Map<String, FieldControl> controls = new LinkedHashMap<>();
    private final Map<String, Component> rows = new LinkedHashMap<>();
    private final Set<String> touched = new HashSet<>();
    private final transient List<Consumer<Field>> listeners = new ArrayList<>();

    /** An applicant's form. */
    public FormEditor(Form form, Choices choices, FormData data) {
        this(form, choices, data, List.of());
    }

    /**
     * The form of a step.
     *
     * @param decisions codes of what may be decided: a field shows if any of them asks for it, and bears the mark of the first
     */
    public FormEditor(Form form, Choices choices, FormData data, List<String> decisions) {
        this.form = form;
        this.choices = choices;
        this.decisions = List.copyOf(decisions);
        addClassName("zj-form");
        FormFields fields = new FormFields(choices, this::everything);
        for (Form.Section section : form.sections()) {
            if (!section.title().isBlank()) {
                add(new H3(section.title()));
            }
            FormLayout layout = layout();
            section.fields().forEach(field -> place(layout, fields.control(field)));
            add(layout);
        }
        controls.forEach((id, control) -> control.show(data.values().get(id)));
        controls.values().forEach(control -> control.whenChanged(() -> changed(control)));
        settle();
    }

    private static FormLayout layout() {
        FormLayout layout = new FormLayout();
        layout.setLabelWidth("13em");
        layout.setResponsiveSteps(
                new ResponsiveStep("0", 1, LabelsPosition.TOP), new ResponsiveStep("560px", 1, LabelsPosition.ASIDE));
        return layout;
    }

    private void place(FormLayout layout, FieldControl control) {
        Field field = control.field();
        Component component = control.component();
        component.setId("field-" + field.id());
        if (component instanceof HasSize sized && !(field.type() instanceof FieldType.Flag)) {
            sized.setWidthFull();
        }
        if (!field.hint().isBlank() && component instanceof HasHelper helped) {
            helped.setHelperText(field.hint());
        }
        Component row = component;
        if (field.type() instanceof FieldType.Table) {
            row = new Div(heading(field), component);
            layout.add(row);
        } else if (field.type() instanceof FieldType.Flag) {
            component.addClassName("zj-flag");
            layout.add(component);
        } else {
            row = layout.addFormItem(component, field.label());
        }
        controls.put(field.id(), control);
        rows.put(field.id(), row);
    }

    private static Div heading(Field field) {
        Div heading = new Div(new Span(field.label()));
        heading.addClassName("zj-rows-heading");
        if (!field.hint().isBlank()) {
            Span hint = new Span(field.hint());
            hint.addClassName("zj-hint");
            heading.add(hint);
        }
        return heading;
    }

    private void changed(FieldControl control) {
        touched.add(control.field().id());
        control.accept();
        settle();
        controls.values().stream().filter(other -> other != control).forEach(FieldControl::refreshChoices);
        preselect();
        listeners.forEach(listener -> listener.accept(control.field()));
    }

    /** Takes in the references that nobody has touched what the others suggest. */
    private void preselect() {
        for (FieldControl control : controls.values()) {
            Field field = control.field();
            if (field.type() instanceof FieldType.Reference reference && !touched.contains(field.id())) {
                List<String> taken = choices.preselected(field.id(), everything()).stream()
                        .map(Option::value)
                        .toList();
                if (!taken.isEmpty()) {
                    control.show(reference.multiple() ? taken : taken.get(0));
                }
            }
        }
    }

    private FormData everything() {
        FormData data = FormData.EMPTY;
        for (FieldControl control : controls.values()) {
            data = data.with(control.field().id(), control.value());
        }
        return data;
    }

    private void settle() {
        FormData data = everything();
        Set<String> visible = new HashSet<>();
        worlds(data).forEach(world -> visible.addAll(Asked.visible(form, world)));
        FormData first = worlds(data).get(0);
        rows.forEach((id, row) -> row.setVisible(visible.contains(id)));
        controls.values().forEach(control -> control.mark(Asked.isRequired(control.field(), first)));
    }

    private List<FormData> worlds(FormData data) {
        return decisions.isEmpty()
                ? List.of(data)
                : decisions.stream()
                        .map(code -> data.with(Condition.DECISION, code))
                        .toList();
    }

    /** Shows what the system has filled into read-only fields by now. */
    public void showKnown(FormData data) {
        controls.values().stream()
                .filter(control -> control.field().readOnly())
                .forEach(control ->
                        control.show(data.values().get(control.field().id())));
    }

    /** Fills in these fields, whatever stood there. */
    public void fill(FormData data) {
        data.values()
                .forEach((id, value) -> controls.computeIfPresent(id, (known, control) -> {
                    control.show(value);
                    return control;
                }));
        settle();
    }

    /** What is filled in and asked for. */
    public FormData data() {
        FormData data = everything();
        return Asked.only(Asked.visible(form, data), form, data);
    }

    /** What is filled in and asked for with this decision. */
    public FormData data(String decision) {
        FormData data = everything();
        return Asked.only(Asked.visible(form, data.with(Condition.DECISION, decision)), form, data);
    }

    /** Tells whenever a person has changed a field and left it. */
    public void whenChanged(Consumer<Field> listener) {
        listeners.add(listener);
    }

    /** The fields that a person has changed since the form was opened. */
    public Set<String> touched() {
        return Set.copyOf(touched);
    }

    /** Shows the violations at their fields, and takes back all others. */
    public void refuse(List<Violation> violations) {
        controls.values().forEach(FieldControl::accept);
        violations.forEach(violation -> {
            FieldPlace place = FieldPlace.of(violation.field());
            FieldControl control = controls.get(place.field());
            if (control != null) {
                control.refuse(place, violation.message());
            }
        });
    }

    public boolean has(String place) {
        return controls.containsKey(FieldPlace.of(place).field());
    }

    public void focus(String place) {
        FieldControl control = controls.get(FieldPlace.of(place).field());
        if (control != null) {
            control.focus();
        }
    }
}
