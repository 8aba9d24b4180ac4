package org.zhijian.portal.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Menu;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Caller;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.visit.Visit;

/** The part of the menu that a region declares in its own words, as far as the caller may use it. */
final class RegionMenu {
    private final Visit visit;
    private final Caller caller;
    private final Set<String> startable;

    RegionMenu(Visit visit, Caller caller) {
        this.visit = visit;
        this.caller = caller;
        this.startable = visit.platform().catalogue().offers(caller).stream()
                .map(offer -> offer.procedure().id())
                .collect(Collectors.toSet());
    }

    /** The outermost groups fold; the one that leads here is open, else the first. */
    List<Component> components(Descriptor region) {
        List<Component> shown = new ArrayList<>();
        List<NativeDetails> groups = new ArrayList<>();
        boolean open = false;
        for (Menu entry : region.menu()) {
            if (!isUsable(region, entry)) {
                continue;
            }
            if (entry instanceof Menu.Group group) {
                NativeDetails details = new NativeDetails(group.title());
                details.addClassName("zj-menu-group");
                details.setId("menu-group-" + group.title());
                Div content = new Div();
                group.entries().forEach(part -> add(region, content, part));
                details.setContent(content);
                details.setOpen(entry.all().anyMatch(part -> MenuEntries.isHere(visit, part)));
                open |= details.isOpen();
                groups.add(details);
                shown.add(details);
            } else {
                shown.add(link(entry, ""));
            }
        }
        if (!open && !groups.isEmpty()) {
            groups.get(0).setOpen(true);
        }
        return shown;
    }

    private void add(Descriptor region, Div content, Menu entry) {
        if (!isUsable(region, entry)) {
            return;
        }
        if (entry instanceof Menu.Group group) {
            Span heading = new Span(group.title());
            heading.addClassName("zj-menu-heading");
            content.add(heading);
            group.entries().forEach(part -> add(region, content, part));
        } else {
            content.add(link(entry, "zj-menu-inner"));
        }
    }

    private Link link(Menu entry, String style) {
        String path = MenuEntries.path(entry);
        Link link = new Link(visit.to(path), entry.title()).test("menu-" + path);
        if (!style.isEmpty()) {
            link.style(style);
        }
        if (MenuEntries.isHere(visit, entry)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private boolean isUsable(Descriptor region, Menu entry) {
        if (entry instanceof Menu.Group group) {
            return group.entries().stream().anyMatch(part -> isUsable(region, part));
        }
        if (entry instanceof Menu.Matter matter) {
            return startable.contains(matter.procedure());
        }
        if (entry instanceof Menu.Review review) {
            return caller.kind() == Caller.Kind.OFFICE
                    && region.procedure(review.procedure())
                            .filter(this::mayReview)
                            .isPresent();
        }
        return !(entry instanceof Menu.Records records)
                || region.register(records.register())
                        .filter(register -> MenuEntries.mayOwn(caller, register))
                        .isPresent();
    }

    /** Where the data of a case decide which office takes a step, any office may be the one. */
    private boolean mayReview(Procedure procedure) {
        return procedure.chain().steps().flatMap(step -> step.actors().stream()).anyMatch(this::mayBe);
    }

    private boolean mayBe(Actor actor) {
        return !actor.isParty()
                && (Optional.ofNullable(actor.officeId()).orElse("").isBlank()
                        || caller.offices().contains(actor.officeId()));
    }
}
