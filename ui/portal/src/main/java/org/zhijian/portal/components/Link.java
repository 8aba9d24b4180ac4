package org.zhijian.portal.components;

import com.vaadin.flow.component.html.Anchor;

/** A link inside the portal: the page changes without being loaded anew. */
public final class Link extends Anchor {
    /**
     * @param path address without a leading slash
     */
    public Link(String path, String text) {
        super(path.isEmpty() ? "." : path, text);
        getElement().setAttribute("router-link", true);
    }

    public Link test(String name) {
        setId(name);
        return this;
    }

    public Link style(String... names) {
        addClassNames(names);
        return this;
    }
}
