package org.zhijian.portal.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import org.zhijian.api.Portal;
import org.zhijian.core.access.Refusal;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** A page of help in the region's own words. */
public final class HelpPage extends RegionPage {
    public HelpPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        Portal.Page page = visit.region()
                .orElseThrow()
                .portal()
                .page(visit.parameter("page"))
                .orElseThrow(Refusal::notFound);
        add(heading(page.title()));
        page.sections().forEach(section -> add(panel(section)));
        add(new Link(visit.regionId(), "返回首页").test("go-front"));
    }

    private static Panel panel(Portal.Section section) {
        Panel panel = new Panel(section.heading());
        panel.addClassName("zj-reading");
        if (section.numbered()) {
            panel.add(
                    new OrderedList(section.lines().stream().map(ListItem::new).toArray(ListItem[]::new)));
        } else {
            panel.add(section.lines().stream().map(Paragraph::new).toArray(Component[]::new));
        }
        return panel;
    }
}
