package org.zhijian.portal.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import java.util.function.Function;
import org.zhijian.api.form.Field;

/** A field that one component of Vaadin's holds. */
final class SimpleControl<
                E extends HasValue.ValueChangeEvent<V>, V, C extends Component & HasValue<E, V> & HasValidation>
        implements FieldControl {
    private final Field field;
    private final C component;
    private final Function<V, Object> read;
    private final Function<Object, V> write;
    private final Runnable refresh;
    private boolean showing;

    /**
     * @param read the component's value as plain data, null if empty
     * @param write plain data, never null, as the component's value
     * @param refresh reads the choices anew
     */
    SimpleControl(Field field, C component, Function<V, Object> read, Function<Object, V> write, Runnable refresh) {
        this.field = field;
        this.component = component;
        this.read = read;
        this.write = write;
        this.refresh = refresh;
        component.setReadOnly(field.readOnly());
    }

    @Override
    public Field field() {
        return field;
    }

    @Override
    public Component component() {
        return component;
    }

    @Override
    public Object value() {
        return component.isEmpty() ? null : read.apply(component.getValue());
    }

    @Override
    public void show(Object value) {
        showing = true;
        try {
            component.setValue(value == null ? component.getEmptyValue() : write.apply(value));
        } finally {
            showing = false;
        }
    }

    @Override
    public void whenChanged(Runnable listener) {
        component.addValueChangeListener(event -> {
            if (!showing) {
                listener.run();
            }
        });
    }

    @Override
    public void refuse(FieldPlace place, String message) {
        component.setErrorMessage(message);
        component.setInvalid(true);
    }

    @Override
    public void accept() {
        component.setInvalid(false);
    }

    @Override
    public void mark(boolean required) {
        component.setRequiredIndicatorVisible(required);
    }

    @Override
    public void refreshChoices() {
        refresh.run();
    }

    @Override
    public void focus() {
        component.scrollIntoView();
        if (component instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
