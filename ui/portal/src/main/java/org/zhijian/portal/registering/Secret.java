package org.zhijian.portal.registering;

import com.vaadin.flow.component.html.Span;

/** A password that is shown once, in letters that nobody mistakes. */
public final class Secret {
    private Secret() {}

    public static Span of(String password) {
        Span span = new Span(password);
        span.setId("initial-password");
        span.addClassName("zj-secret");
        return span;
    }
}
