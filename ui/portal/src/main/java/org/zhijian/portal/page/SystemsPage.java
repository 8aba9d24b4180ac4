package org.zhijian.portal.page;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.zhijian.api.Portal.Subsystem;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** The systems of a platform, one of which a party chooses after signing in (AUTH-03, step 5). */
public final class SystemsPage extends DeskPage {
    public SystemsPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        UnorderedList systems = new UnorderedList();
        systems.setId("systems");
        systems.addClassName("zj-offers");
        visit.region().stream()
                .flatMap(region -> region.portal().systems().stream())
                .forEach(system -> systems.add(item(visit, system)));
        add(heading("选择系统"), new Panel("", systems));
    }

    private static ListItem item(Visit visit, Subsystem system) {
        Link title = new Link(visit.to("home"), system.title());
        title.addClassName("zj-offer");
        return new ListItem(title, new Span(system.about()));
    }
}
