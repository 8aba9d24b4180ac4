package org.zhijian.portal.components;

import com.vaadin.flow.component.html.Span;
import org.zhijian.api.chain.Stage;
import org.zhijian.core.words.Formats;

/** A state, by word and colour. */
public final class Chip extends Span {
    public Chip(String word, Tone tone) {
        super(word);
        addClassNames("zj-chip", tone.style());
    }

    /** The state of a case under its own label. */
    public static Chip of(Stage stage) {
        Chip chip = new Chip(stage.label(), Tone.of(stage.state()));
        chip.getElement().setAttribute("data-test", "state-" + stage.state().name());
        return chip;
    }

    /** The working days left; nothing is shown without a deadline. */
    public static Chip ofDaysLeft(Integer days) {
        Chip chip = new Chip(Formats.daysLeft(days), Tone.ofDaysLeft(days));
        chip.setVisible(days != null);
        return chip;
    }
}
