package org.zhijian.portal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhijian.api.form.Option;

/** The controls above a work table. */
public final class Filters {
    private static final Option ANY = new Option("", Texts.ALL);
    private static final String MORE = "更多条件";
    /** Two lines at the least width of a screen. */
    private static final int AT_ONCE = 10;

    private Filters() {}

    public static Div row(Component... controls) {
        Div row = new Div(controls);
        row.addClassName("zj-filters");
        row.getElement().setAttribute("role", "search");
        return row;
    }

    /**
     * Two lines of controls, so that the table is seen without scrolling; what is beyond stands behind a button.
     *
     * @param open whether all of them are shown from the start: one of those beyond holds something
     */
    public static Div row(List<Component> controls, boolean open) {
        Div row = row(controls.toArray(Component[]::new));
        if (controls.size() > AT_ONCE) {
            List<Component> beyond = controls.subList(AT_ONCE - 1, controls.size());
            Button more = new Button(MORE, event -> {
                beyond.forEach(control -> control.setVisible(true));
                event.getSource().setVisible(false);
            });
            more.setId("filters-more");
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            more.setVisible(!open);
            beyond.forEach(control -> control.setVisible(open));
            row.add(more);
        }
        return row;
    }

    /** One of several, or all. */
    public static Select<Option> select(String id, String label, List<Option> options, String chosen) {
        List<Option> all = new ArrayList<>(List.of(ANY));
        all.addAll(options);
        Select<Option> select = new Select<>();
        select.setId(id);
        select.setLabel(label);
        select.setItemLabelGenerator(Option::label);
        select.setItems(all);
        select.setValue(all.stream()
                .filter(option -> option.value().equals(chosen))
                .findFirst()
                .orElse(ANY));
        return select;
    }

    /** The code chosen, blank for all. */
    public static String value(Select<Option> select) {
        return select.getValue() == null ? "" : select.getValue().value();
    }

    /** A day, or none. */
    public static DatePicker day(String id, String label, LocalDate value) {
        DatePicker picker = new DatePicker(label);
        picker.setId(id);
        picker.setI18n(Chinese.calendar());
        picker.setClearButtonVisible(true);
        // Whoever types a day wants no calendar in the way; the button opens it.
        picker.setAutoOpen(false);
        picker.setValue(value);
        return picker;
    }

    public static TextField text(String id, String label, String value) {
        TextField field = new TextField(label);
        field.setId(id);
        field.setValue(value);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }
}
