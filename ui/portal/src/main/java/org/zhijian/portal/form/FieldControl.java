package org.zhijian.portal.form;

import com.vaadin.flow.component.Component;
import org.zhijian.api.form.Field;

/** One field on the screen. Its value is plain data, as in {@link org.zhijian.api.form.FormData}. */
public interface FieldControl {
    Field field();

    Component component();

    /** The value, null if nothing is filled in. */
    Object value();

    /** Shows a value without telling the listeners. */
    void show(Object value);

    /** Tells whenever a person has changed the value and left the field. */
    void whenChanged(Runnable listener);

    /** Shows what is wrong at the place. */
    void refuse(FieldPlace place, String message);

    /** Takes back what was refused. */
    void accept();

    /** Shows that it must be filled in, or not. */
    void mark(boolean required);

    /** Choices may have changed, since another field has. */
    void refreshChoices();

    void focus();
}
