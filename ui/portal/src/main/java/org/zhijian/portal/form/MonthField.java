package org.zhijian.portal.form;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Span;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.stream.IntStream;

/** A month, {@code 2026-11}: a year and a month to choose. */
final class MonthField extends CustomField<String> {
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2080;
    private static final int MONTHS = 12;

    private final ComboBox<Integer> year = new ComboBox<>();
    private final ComboBox<Integer> month = new ComboBox<>();

    MonthField() {
        super("");
        year.setItems(IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR).boxed().toList());
        year.setAriaLabel("年");
        year.setWidth("6.5em");
        month.setItems(IntStream.rangeClosed(1, MONTHS).boxed().toList());
        month.setAriaLabel("月");
        month.setWidth("5em");
        addClassName("zj-month");
        add(year, new Span("年"), month, new Span("月"));
    }

    @Override
    protected String generateModelValue() {
        return year.isEmpty() || month.isEmpty()
                ? ""
                : YearMonth.of(year.getValue(), month.getValue()).toString();
    }

    @Override
    protected void setPresentationValue(String value) {
        try {
            YearMonth shown = value == null || value.isBlank() ? null : YearMonth.parse(value);
            year.setValue(shown == null ? null : shown.getYear());
            month.setValue(shown == null ? null : shown.getMonthValue());
        } catch (DateTimeException notAMonth) {
            year.clear();
            month.clear();
        }
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        year.setReadOnly(readOnly);
        month.setReadOnly(readOnly);
    }

    @Override
    public void focus() {
        year.focus();
    }
}
