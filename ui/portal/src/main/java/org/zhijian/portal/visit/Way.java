package org.zhijian.portal.visit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;

/** Leads to another page of the portal. */
public final class Way {
    private Way() {}

    /**
     * @param address without a leading slash; it may have a query, which Vaadin's own navigation would take for a part of the path
     */
    public static void to(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }
}
