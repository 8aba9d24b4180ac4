package org.zhijian.portal.page;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.catalogue.Catalogue.Offer;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Findings;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** 我要办事: the matters that this account may start, with the reasons beside those it may not start now. */
public final class StartPage extends DeskPage {
    public StartPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        List<Offer> offers = platform().catalogue().offers(visit.caller());
        UnorderedList list = new UnorderedList();
        list.addClassName("zj-offers");
        offers.forEach(offer -> list.add(item(visit, offer)));
        Panel panel = new Panel("", list);
        if (offers.isEmpty()) {
            panel.add(Sentence.empty("您的账号目前没有可以办理的事项"));
        }
        add(heading("我要办事"), panel);
    }

    private ListItem item(Visit visit, Offer offer) {
        Procedure procedure = offer.procedure();
        Span title = new Span(procedure.title());
        title.addClassName("zj-offer");
        ActButton start = new ActButton(
                        "办理", "start-" + procedure.id(), once -> Starts.start(visit, procedure.id(), Map.of(), once))
                .primary();
        start.setEnabled(offer.obstacles().stream().noneMatch(Finding::isError));
        ListItem item = new ListItem(
                title, new Link(visit.to("guide/" + procedure.id()), "办事指南"), start, new Findings(offer.obstacles()));
        item.getElement().setAttribute("data-test", "offer-" + procedure.id());
        return item;
    }
}
