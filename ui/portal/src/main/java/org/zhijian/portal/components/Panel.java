package org.zhijian.portal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A headed white box. */
public class Panel extends Section {
    public Panel(String heading, Component... content) {
        addClassName("zj-panel");
        if (!heading.isBlank()) {
            add(new H2(heading));
        }
        add(content);
    }

    public Panel test(String name) {
        setId(name);
        return this;
    }
}
