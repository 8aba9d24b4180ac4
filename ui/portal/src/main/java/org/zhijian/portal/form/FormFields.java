package org.zhijian.portal.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.portal.components.Chinese;

/**
 * Makes the control of each type of field, for applicants' and steps' forms alike. Nothing is judged here: what cannot be read as a number
 * goes to the core as it was typed, and the core's words come back.
 */
public final class FormFields {
    /** Up to so many choices stand open; more are chosen from a list. */
    private static final int OPEN_CHOICES = 4;

    private final Choices choices;
    private final Supplier<FormData> form;

    /**
     * @param form what is filled in now, for choices that depend on it
     */
    public FormFields(Choices choices, Supplier<FormData> form) {
        this.choices = choices;
        this.form = form;
    }

    /** The control of a field of a form. */
    public FieldControl control(Field field) {
        return control(field, field.id(), false);
    }

    /**
     * @param place where the value stands, such as {@code staff[2].name}
     * @param cell true inside a table, where room is scarce
     */
    FieldControl control(Field field, String place, boolean cell) {
        FieldType type = field.type();
        if (type instanceof FieldType.Text text) {
            return text(field, text);
        } else if (type instanceof FieldType.Whole) {
            return number(field, "numeric", FormFields::whole);
        } else if (type instanceof FieldType.Decimal) {
            return number(field, "decimal", typed -> typed);
        } else if (type instanceof FieldType.Day) {
            return day(field);
        } else if (type instanceof FieldType.Month) {
            return simple(field, new MonthField(), value -> value, String::valueOf);
        } else if (type instanceof FieldType.Flag) {
            return simple(field, new Checkbox(field.label()), value -> value, Boolean.TRUE::equals);
        } else if (type instanceof FieldType.Choice choice) {
            return choice(field, choice, cell);
        } else if (type instanceof FieldType.Reference reference) {
            return lazy(field, place, reference.multiple());
        } else if (type instanceof FieldType.Region) {
            return lazy(field, place, false);
        } else if (type instanceof FieldType.Table table) {
            return new TableControl(field, place, table, this);
        }
        throw new IllegalStateException("no control for " + type);
    }

    private static <E extends HasValue.ValueChangeEvent<V>, V, C extends Component & HasValue<E, V> & HasValidation>
            FieldControl simple(Field field, C component, Function<V, Object> read, Function<Object, V> write) {
        return simple(field, component, read, write, () -> {});
    }

    private static <E extends HasValue.ValueChangeEvent<V>, V, C extends Component & HasValue<E, V> & HasValidation>
            FieldControl simple(
                    Field field, C component, Function<V, Object> read, Function<Object, V> write, Runnable refresh) {
        if (!(component instanceof DatePicker)) {
            component.setManualValidation(true);
        }
        return new SimpleControl<>(field, component, read, write, refresh);
    }

    private static FieldControl text(Field field, FieldType.Text type) {
        if (type.multiline()) {
            TextArea area = new TextArea();
            area.setMaxLength(type.maxLength());
            area.setMinRows(3);
            return simple(field, area, value -> value, String::valueOf);
        }
        TextField line = new TextField();
        line.setMaxLength(type.maxLength());
        switch (type.format()) {
            case MOBILE, POSTCODE -> line.getElement().setAttribute("inputmode", "numeric");
            case EMAIL -> line.getElement().setAttribute("inputmode", "email");
            default -> line.getElement().setAttribute("inputmode", "text");
        }
        return simple(field, line, value -> value, String::valueOf);
    }

    private static FieldControl number(Field field, String keyboard, Function<String, Object> read) {
        TextField line = new TextField();
        line.addClassName("zj-number");
        line.getElement().setAttribute("inputmode", keyboard);
        return simple(field, line, value -> read.apply(value.strip()), String::valueOf);
    }

    private static Object whole(String typed) {
        try {
            return Long.valueOf(typed);
        } catch (NumberFormatException asTyped) {
            return typed;
        }
    }

    private static FieldControl day(Field field) {
        DatePicker picker = new DatePicker();
        picker.setI18n(Chinese.calendar());
        // Whoever types a day wants no calendar in the way; the button opens it.
        picker.setAutoOpen(false);
        return simple(field, picker, LocalDate::toString, FormFields::day);
    }

    private static LocalDate day(Object value) {
        try {
            return LocalDate.parse(String.valueOf(value));
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private static FieldControl choice(Field field, FieldType.Choice type, boolean cell) {
        List<Option> options = type.options();
        Function<Object, Option> find = value -> option(options, String.valueOf(value));
        boolean open = !cell && options.size() <= OPEN_CHOICES;
        if (type.multiple() && open) {
            CheckboxGroup<Option> group = new CheckboxGroup<>("", options);
            group.setItemLabelGenerator(Option::label);
            return simple(field, group, FormFields::values, value -> options(value, find));
        } else if (type.multiple()) {
            MultiSelectComboBox<Option> box = new MultiSelectComboBox<>("", options);
            box.setI18n(Chinese.several());
            box.setItemLabelGenerator(Option::label);
            return simple(field, box, FormFields::values, value -> options(value, find));
        } else if (open) {
            RadioButtonGroup<Option> group = new RadioButtonGroup<>("", options);
            group.setItemLabelGenerator(Option::label);
            return simple(field, group, Option::value, find);
        }
        ComboBox<Option> box = new ComboBox<>("", options);
        box.setItemLabelGenerator(Option::label);
        return simple(field, box, Option::value, find);
    }

    /** The option with this value; one that was dropped from the definition keeps its code. */
    private static Option option(List<Option> options, String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .findFirst()
                .orElseGet(() -> new Option(value, value));
    }

    private static Set<Option> options(Object value, Function<Object, Option> find) {
        Set<Option> options = new LinkedHashSet<>();
        texts(value).forEach(item -> options.add(find.apply(item)));
        return options;
    }

    private static List<String> texts(Object value) {
        Collection<?> values = value instanceof Collection<?> several ? several : List.of(value);
        return values.stream().map(String::valueOf).toList();
    }

    private static Object values(Set<Option> options) {
        return options.stream().map(Option::value).toList();
    }

    /** Choices that are searched on the server. */
    private FieldControl lazy(Field field, String place, boolean multiple) {
        OptionSource source = new OptionSource(field.id(), choices, form);
        if (multiple) {
            MultiSelectComboBox<Option> box = lazy(new MultiSelectComboBox<>(), source);
            box.setI18n(Chinese.several());
            return simple(
                    field,
                    box,
                    FormFields::values,
                    value -> source.several(place, texts(value)),
                    () -> refresh(box, source));
        }
        ComboBox<Option> box = lazy(new ComboBox<>(), source);
        return simple(
                field,
                box,
                Option::value,
                value -> source.chosen(place, String.valueOf(value)),
                () -> refresh(box, source));
    }

    private static void refresh(ComboBoxBase<?, Option, ?> box, OptionSource source) {
        if (source.isOutdated()) {
            box.getLazyDataView().refreshAll();
        }
    }

    private static <B extends ComboBoxBase<B, Option, ?>> B lazy(B box, OptionSource source) {
        box.setItems(query -> source.fetch(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        box.getLazyDataView().setIdentifierProvider(Option::value);
        box.setItemLabelGenerator(Option::label);
        box.setPlaceholder("输入文字查找");
        return box;
    }
}
