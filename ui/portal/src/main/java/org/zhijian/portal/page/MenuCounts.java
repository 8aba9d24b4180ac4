package org.zhijian.portal.page;

import com.vaadin.flow.component.Component;

/** A page that changed what the menu counts has the menu counted anew. */
final class MenuCounts {
    private MenuCounts() {}

    static void changed(Component page) {
        for (Component around = page;
                around != null;
                around = around.getParent().orElse(null)) {
            if (around instanceof PortalLayout layout) {
                layout.countAnew();
            }
        }
    }
}
