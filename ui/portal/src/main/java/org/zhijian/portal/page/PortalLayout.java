package org.zhijian.portal.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import org.zhijian.core.access.Caller;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Visitor;

/** What stands around every page: the name of the system, who is signed in, the menu. It follows the coming and going of modules. */
public final class PortalLayout extends Div implements RouterLayout, AfterNavigationObserver {
    private String shown = "";
    private final transient Platform platform;
    private final Header header = new Header();
    private final Menu menu;
    private final Main content = new Main();
    private transient AutoCloseable subscription;
    private transient AutoCloseable messages = () -> {};
    private String reader = "";
    private transient Visit visit;

    public PortalLayout(Platform platform) {
        this.platform = platform;
        menu = new Menu(platform);
        addClassName("zj-layout");
        header.addClassName("zj-header");
        Div body = new Div(menu, content);
        body.addClassName("zj-body");
        add(header, body);
    }

    @Override
    public void showRouterLayoutContent(HasElement page) {
        content.removeAll();
        content.add((Component) page);
    }

    @Override
    public void removeRouterLayoutContent(HasElement page) {
        content.removeAll();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        visit = Visit.at(platform, event.getRouteParameters(), event.getLocation());
        show();
        beginAtTheTop(event.getLocation().getPath());
    }

    /** Whoever has scrolled down to an entry of the menu sees the head of the page that it leads to. */
    private void beginAtTheTop(String path) {
        if (!path.equals(shown)) {
            shown = path;
            UI.getCurrent().getPage().executeJs("window.scrollTo(0, 0)");
        }
    }

    private void show() {
        Caller caller = visit.caller();
        header.removeAll();
        if (platform.installation().demonstration()) {
            Paragraph line = new Paragraph("演示系统：其中的单位、人员和证书均为虚构，请勿填写真实信息");
            line.addClassName("zj-demonstration");
            line.setId("demonstration");
            header.add(line);
        }
        Div top = new Div(name());
        top.addClassName("zj-top");
        if (caller.isSignedIn()) {
            Span who = new Span(caller.displayName());
            who.setId("who");
            top.add(who, new ActButton("退出", "sign-out", once -> signOut()).quiet());
        }
        header.add(top);
        menu.show(visit, caller);
        follow(caller);
        visit.region().ifPresentOrElse(region -> accent(region.portal().accent()), () -> getUI().ifPresent(
                        ui -> ui.getElement().getStyle().remove("--zj-accent")));
    }

    private Link name() {
        String text = visit.regionId().isBlank() ? Texts.HOUSE : visit.systemName();
        return new Link(visit.regionId(), text).test("system-name").style("zj-name");
    }

    private void accent(String colour) {
        getUI().ifPresent(ui -> ui.getElement().getStyle().set("--zj-accent", colour));
    }

    /** The page is loaded anew, so that nothing of what was seen stays in it. */
    private void signOut() {
        Visitor.signOut(platform.signIn());
        UI.getCurrent().getPage().setLocation("/" + (visit.regionId().isBlank() ? "operator" : visit.regionId()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        Runnable changed = ui.accessLater(this::installationChanged, () -> {})::run;
        subscription = platform.installation().onChange(changed);
    }

    /** New messages for whoever is signed in are counted in the menu at once. */
    private void follow(Caller caller) {
        if (caller.accountId().equals(reader)) {
            return;
        }
        close(messages);
        reader = caller.accountId();
        UI ui = UI.getCurrent();
        messages = !caller.isSignedIn()
                ? () -> {}
                : platform.messages().onChange(caller, ui.accessLater(this::countAnew, () -> {})::run);
    }

    /** Shows the menu with its counts as they are now. */
    void countAnew() {
        if (visit != null) {
            menu.show(visit, visit.caller());
        }
    }

    private void installationChanged() {
        if (visit == null) {
            return;
        }
        visit = visit.again();
        show();
        content.getChildren()
                .filter(Live.class::isInstance)
                .map(Live.class::cast)
                .forEach(Live::installationChanged);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        close(messages);
        reader = "";
        close(subscription);
    }

    private static void close(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (Exception failed) {
            throw new IllegalStateException("the core did not end a subscription", failed);
        }
    }
}
