package org.zhijian.portal.components;

import com.vaadin.flow.component.html.Paragraph;

/** A sentence that stands where something else would stand. */
public final class Sentence extends Paragraph {
    private Sentence(String text, String... styles) {
        super(text);
        addClassNames(styles);
    }

    /** Why there is nothing to see, and what to do next. */
    public static Sentence empty(String text) {
        return new Sentence(text, "zj-empty");
    }

    /** What has to be known before going on. */
    public static Sentence notice(String text) {
        Sentence sentence = new Sentence(text, "zj-notice");
        sentence.getElement().setAttribute("role", "status");
        return sentence;
    }

    public static Sentence hint(String text) {
        return new Sentence(text, "zj-hint");
    }

    public static Sentence problem(String text) {
        Sentence sentence = new Sentence(text, "zj-problem");
        sentence.getElement().setAttribute("role", "alert");
        return sentence;
    }
}
