package org.zhijian.portal.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
import org.zhijian.api.Descriptor;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.visit.Platform;

/** The regions that are installed; where there is only one, its front page. */
public final class RegionsPage extends Div implements BeforeEnterObserver, HasDynamicTitle, Live {
    private final transient Platform platform;

    public RegionsPage(Platform platform) {
        this.platform = platform;
        addClassName("zj-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Descriptor> regions = regions();
        if (regions.size() == 1) {
            event.forwardTo(regions.get(0).id());
            return;
        }
        show(regions);
    }

    private List<Descriptor> regions() {
        return platform.catalogue().jurisdictions().stream()
                .map(Catalogue.Entry::descriptor)
                .toList();
    }

    private void show(List<Descriptor> regions) {
        removeAll();
        UnorderedList list = new UnorderedList();
        list.addClassName("zj-regions");
        regions.forEach(region -> list.add(item(region)));
        Panel panel = new Panel("", list);
        if (regions.isEmpty()) {
            panel.add(Sentence.empty("尚未安装任何地区的业务模块。安装后会自动显示在这里。"));
        }
        add(new H1("请选择地区"), panel);
    }

    private static ListItem item(Descriptor region) {
        Link link = new Link(region.id(), region.portal().name()).test("region-" + region.id());
        link.getStyle().set("--zj-accent", region.portal().accent());
        ListItem item = new ListItem(link);
        if (!region.portal().welcome().isBlank()) {
            item.add(Sentence.hint(region.portal().welcome()));
        }
        return item;
    }

    @Override
    public void installationChanged() {
        show(regions());
    }

    @Override
    public String getPageTitle() {
        return Texts.HOUSE;
    }
}
