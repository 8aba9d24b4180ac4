package org.zhijian.portal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Labels and values to be read, in one or two columns. */
public final class Descriptions extends DescriptionList {
    public Descriptions() {
        addClassName("zj-descriptions");
    }

    public Descriptions item(String label, String value) {
        return item(label, new Span(value.isBlank() ? "—" : value));
    }

    public Descriptions item(String label, Component value) {
        add(new Term(label), new Description(value));
        return this;
    }
}
