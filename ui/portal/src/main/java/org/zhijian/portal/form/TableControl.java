package org.zhijian.portal.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.core.words.Asked;

/** A table edited in place: each row shows its fields side by side, as far as the room goes. */
final class TableControl implements FieldControl {
    private final Field field;
    private final String place;
    private final String name;
    private final FieldType.Table type;
    private final FormFields fields;
    private final Div box = new Div();
    private final Div body = new Div();
    private final Span error = new Span();
    private final Button add;
    private final List<Row> rows = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();

    private record Row(Div box, Map<String, FieldControl> cells) {
        FormData data() {
            FormData data = FormData.EMPTY;
            for (FieldControl cell : cells.values()) {
                data = data.with(cell.field().id(), cell.value());
            }
            return data;
        }
    }

    /** @param place where the table stands: its id, or inside a row such as {@code people[0].certs} */
    TableControl(Field field, String place, FieldType.Table type, FormFields fields) {
        this.field = field;
        this.place = place;
        this.name = place.replaceAll("[^A-Za-z0-9]+", "-");
        this.type = type;
        this.fields = fields;
        add = new Button("添加一行", event -> {
            append(FormData.EMPTY);
            changed();
        });
        add.setId("add-" + name);
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add.setVisible(!field.readOnly());
        error.addClassName("zj-error");
        error.getElement().setAttribute("role", "alert");
        box.addClassName("zj-rows");
        box.add(body, error, add);
    }

    @Override
    public Field field() {
        return field;
    }

    @Override
    public Component component() {
        return box;
    }

    @Override
    public Object value() {
        List<Map<String, Object>> value =
                rows.stream().map(row -> row.data().values()).toList();
        return value.isEmpty() ? null : value;
    }

    @Override
    public void show(Object value) {
        rows.clear();
        body.removeAll();
        FormData.EMPTY.with(field.id(), value).rows(field.id()).forEach(this::append);
        while (rows.size() < type.minRows()) {
            append(FormData.EMPTY);
        }
        limit();
    }

    private void append(FormData data) {
        int index = rows.size();
        Div line = new Div();
        line.addClassName("zj-row");
        Map<String, FieldControl> cells = new LinkedHashMap<>();
        Row row = new Row(line, cells);
        for (Field column : type.columns()) {
            FieldControl cell = fields.control(column, place + "[" + index + "]." + column.id(), true);
            Component component = cell.component();
            component.setId("field-" + name + "-" + index + "-" + column.id());
            if (component instanceof HasLabel labelled) {
                labelled.setLabel(column.label());
            }
            if (component instanceof HasSize sized) {
                sized.setWidthFull();
            }
            data.value(column.id()).ifPresent(cell::show);
            cell.whenChanged(() -> {
                settle(row);
                changed();
            });
            cells.put(column.id(), cell);
            line.add(column.type() instanceof FieldType.Table ? nested(column, component) : component);
        }
        Button remove = new Button("删除", event -> remove(row));
        remove.setId("remove-" + name + "-" + index);
        remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        remove.setVisible(!field.readOnly());
        line.add(remove);
        rows.add(row);
        body.add(line);
        settle(row);
        limit();
    }

    /** A table inside a row stands below its other fields, in the whole width. */
    private static Div nested(Field column, Component table) {
        Div heading = new Div(new Span(column.label()));
        heading.addClassName("zj-rows-heading");
        Div box = new Div(heading, table);
        box.addClassName("zj-nested");
        return box;
    }

    private void remove(Row row) {
        List<FormData> left =
                rows.stream().filter(other -> other != row).map(Row::data).toList();
        rows.clear();
        body.removeAll();
        left.forEach(this::append);
        limit();
        changed();
    }

    private void settle(Row row) {
        FormData data = row.data();
        var visible = Asked.visible(Form.of(type.columns().toArray(Field[]::new)), data);
        row.cells().forEach((id, cell) -> {
            cell.component().setVisible(visible.contains(id));
            cell.mark(Asked.isRequired(cell.field(), data));
        });
    }

    private void limit() {
        add.setEnabled(rows.size() < type.maxRows());
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void refuse(FieldPlace where, String message) {
        FieldPlace inside = FieldPlace.of(where.column());
        FieldControl cell = 0 <= where.row() && where.row() < rows.size()
                ? rows.get(where.row()).cells().get(inside.field())
                : null;
        if (cell == null) {
            error.setText(message);
        } else {
            cell.refuse(inside, message);
        }
    }

    @Override
    public void accept() {
        error.setText("");
        rows.forEach(row -> row.cells().values().forEach(FieldControl::accept));
    }

    @Override
    public void mark(boolean required) {
        box.getElement().getClassList().set("zj-required", required);
    }

    @Override
    public void refreshChoices() {
        rows.forEach(row -> row.cells().values().forEach(FieldControl::refreshChoices));
    }

    @Override
    public void focus() {
        box.scrollIntoView();
        add.focus();
    }
}
