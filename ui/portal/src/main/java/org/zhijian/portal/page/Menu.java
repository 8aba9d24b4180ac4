package org.zhijian.portal.page;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhijian.api.Descriptor;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.register.Register;
import org.zhijian.core.access.Caller;
import org.zhijian.core.cases.TaskQuery.Box;
import org.zhijian.core.intake.ReceiptState;
import org.zhijian.core.notices.Messages;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** The menu of those who have signed in. */
final class Menu extends Nav {
    private final transient Platform platform;

    Menu(Platform platform) {
        this.platform = platform;
        addClassName("zj-menu");
        getElement().setAttribute("aria-label", "主菜单");
    }

    void show(Visit visit, Caller caller) {
        removeAll();
        boolean operates = caller.kind() == Caller.Kind.OPERATOR
                && visit.location().getPath().startsWith(visit.to("administration"))
                && platform.administration().administers(caller, visit.regionId());
        // The operator belongs to no region and has one page, which leads on by itself.
        boolean works = visit.isHome(caller) && caller.kind() != Caller.Kind.OPERATOR;
        setVisible(works || operates);
        if (operates) {
            administration(visit, caller);
        }
        if (!works) {
            return;
        }
        if (!caller.mustChangePassword()) {
            work(visit, caller);
        }
        item(visit, "account", "账号");
    }

    private void messages(Visit visit, Caller caller) {
        int unread = platform.messages().unread(caller);
        Link messages = item(visit, "messages", "消息");
        if (unread > 0) {
            String shown = unread < Messages.COUNTED ? Integer.toString(unread) : (Messages.COUNTED - 1) + "+";
            Span count = new Span(shown);
            count.addClassName("zj-count");
            count.setId("unread");
            count.getElement().setAttribute("aria-label", shown + " 条未读");
            messages.add(count);
        }
    }

    private void incoming(Visit visit, Caller caller) {
        if (visit.region().filter(region -> !region.intakes().isEmpty()).isEmpty()) {
            return;
        }
        Link incoming = item(visit, "incoming", "接收数据");
        long quarantined = platform.incoming().counts(caller, visit.regionId()).get(ReceiptState.QUARANTINED);
        if (quarantined > 0) {
            Span count = new Span(Long.toString(quarantined));
            count.addClassName("zj-count");
            count.setId("quarantined");
            count.getElement().setAttribute("aria-label", quarantined + " 条在隔离区");
            incoming.add(count);
        }
    }

    private void work(Visit visit, Caller caller) {
        boolean office = caller.kind() == Caller.Kind.OFFICE;
        item(visit, "home", "首页");
        if (!office
                || visit.region().filter(region -> officeStarts(region, caller)).isPresent()) {
            item(visit, "start", "我要办事");
        }
        if (!office) {
            item(visit, "cases", "我的事项");
        }
        if (caller.kind() == Caller.Kind.ORGANISATION) {
            item(visit, "organisation", "本单位");
            item(visit, "staff", "本单位人员");
        }
        inbox(visit, caller);
        if (office) {
            item(visit, "cases", "业务查询");
            item(visit, "delegations", "委托代办");
            item(visit, "calendar", "工作日历");
        }
        messages(visit, caller);
        if (platform.outgoing().maySee(caller)) {
            item(visit, "outbox", "发送记录");
        }
        if (platform.incoming().maySee(caller)) {
            incoming(visit, caller);
        }
        visit.region().ifPresent(region -> {
            new RegionMenu(visit, caller).components(region).forEach(this::add);
            registers(visit, caller, region);
        });
        if (platform.administration().administers(caller, visit.regionId())) {
            administration(visit, caller);
        }
    }

    private void administration(Visit visit, Caller caller) {
        Span heading = new Span("管理");
        heading.addClassName("zj-menu-heading");
        add(heading);
        item(visit, "administration/accounts", "账号管理").setId("menu-accounts");
        item(visit, "administration/offices", "机构与人员").setId("menu-offices");
        item(visit, "administration/import", "导入账号").setId("menu-import");
        item(visit, "administration/agencies", "接入单位").setId("menu-agencies");
        if (visit.region().filter(region -> !region.dictionaries().isEmpty()).isPresent()) {
            item(visit, "administration/dictionaries", "数据字典").setId("menu-dictionaries");
        }
        platform.registrations().of(caller, visit.regionId()).stream()
                .filter(registration -> !registration.isOpenToAnyone())
                .forEach(registration -> item(visit, "register/" + registration.id(), registration.title()));
    }

    /** The registers that stand nowhere in the region's own menu. */
    private void registers(Visit visit, Caller caller, Descriptor region) {
        Set<String> shown = MenuEntries.of(region, org.zhijian.api.Menu.Records.class)
                .map(org.zhijian.api.Menu.Records::register)
                .collect(Collectors.toSet());
        List<Register<?>> others = region.registers().stream()
                .filter(register -> !shown.contains(register.id()))
                .filter(register -> MenuEntries.mayOwn(caller, register))
                .filter(register -> region.dictionary(register.id()).isEmpty())
                .toList();
        if (!others.isEmpty()) {
            Span heading = new Span("台账");
            heading.addClassName("zj-menu-heading");
            add(heading);
            others.forEach(register -> item(visit, "registers/" + register.id(), register.title())
                    .setId("menu-register-" + register.id()));
        }
    }

    private void inbox(Visit visit, Caller caller) {
        int waiting = platform.tasks().counts(caller).getOrDefault(Box.WAITING, 0);
        Link inbox = item(visit, "inbox", "待办");
        if (waiting > 0) {
            Span count = new Span(Integer.toString(waiting));
            count.addClassName("zj-count");
            count.getElement().setAttribute("aria-label", waiting + " 件");
            inbox.add(count);
        }
    }

    private static boolean officeStarts(Descriptor region, Caller caller) {
        Collection<String> offices = caller.offices();
        return region.procedures().stream()
                .map(procedure -> procedure.startedBy())
                .anyMatch(starter ->
                        starter.kind() == Starter.Kind.OFFICE && !Collections.disjoint(starter.ids(), offices));
    }

    private Link item(Visit visit, String path, String title) {
        Link link = new Link(visit.to(path), "").test("menu-" + path);
        link.add(new Span(title));
        // A case that was opened from the inbox belongs to it.
        String here = visit.query("task").isBlank() ? visit.location().getPath() : visit.to("inbox");
        if (here.equals(visit.to(path)) || here.startsWith(visit.to(path) + "/")) {
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
        return link;
    }
}
