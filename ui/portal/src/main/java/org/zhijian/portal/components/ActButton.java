package org.zhijian.portal.components;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.UUID;
import java.util.function.Consumer;
import org.zhijian.core.access.Once;

/** A button that writes. One press is one act: the browser takes no second click before the answer, and each press has its own key. */
public final class ActButton extends Button {
    /**
     * @param act what a press does, with the key of this press
     */
    public ActButton(String text, String id, Consumer<Once> act) {
        super(text);
        setId(id);
        setDisableOnClick(true);
        addClickListener(event -> {
            try {
                act.accept(press());
            } finally {
                setEnabled(true);
            }
        });
    }

    /** The key of one press. */
    public static Once press() {
        return new Once(UUID.randomUUID().toString());
    }

    /** The one button of a page that most people want. */
    public ActButton primary() {
        addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return this;
    }

    public ActButton danger() {
        addThemeVariants(ButtonVariant.LUMO_ERROR);
        return this;
    }

    public ActButton quiet() {
        addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return this;
    }
}
