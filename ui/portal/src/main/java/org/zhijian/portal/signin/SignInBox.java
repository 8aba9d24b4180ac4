package org.zhijian.portal.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.zhijian.api.signin.SignInMethod;
import org.zhijian.api.signin.SignInPolicy;
import org.zhijian.core.access.Caller;
import org.zhijian.core.identity.Session;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.visit.Flash;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visitor;

/** The ways in that a region offers, one at a time, and what to do when a password is forgotten. */
public final class SignInBox extends Panel {
    private final transient Platform platform;
    private final String portal;
    private final transient SignInPolicy policy;
    private final transient Consumer<Caller> entered;
    private final Div place = new Div();

    /**
     * @param portal id of the region, blank for the operator's desk
     * @param entered hears who has signed in
     */
    public SignInBox(Platform platform, String portal, SignInPolicy policy, Consumer<Caller> entered) {
        super("登录");
        this.platform = platform;
        this.portal = portal;
        this.policy = policy;
        this.entered = entered;
        setId("sign-in");
        Flash.take().ifPresent(sentence -> add(Sentence.notice(sentence)));
        Set<SignInMethod> methods = EnumSet.copyOf(policy.offered());
        if (platform.platformSignIn().platformOf(portal).isEmpty()) {
            methods.remove(SignInMethod.SERVICE_PLATFORM);
        }
        if (methods.size() > 1) {
            add(tabs(methods));
        }
        add(place);
        place.add(form(policy.first()));
        if (!policy.forgotten().text().isBlank()) {
            add(forgotten(policy.forgotten().text()));
        }
        if (policy.forgotten().findsLoginName()) {
            add(new Div(new Link(portal + "/login-names", "找回登录名").test("find-login-name")));
        }
    }

    private Tabs tabs(Set<SignInMethod> methods) {
        Tabs tabs = new Tabs();
        tabs.setId("sign-in-methods");
        tabs.addClassName("zj-sign-in-tabs");
        tabs.addThemeVariants(TabsVariant.LUMO_SMALL, TabsVariant.LUMO_HIDE_SCROLL_BUTTONS);
        tabs.setWidthFull();
        Map<SignInMethod, Tab> shown = new EnumMap<>(SignInMethod.class);
        methods.forEach(method -> {
            Tab tab = new Tab(method.title());
            tab.setId("sign-in-" + method.name());
            shown.put(method, tab);
            tabs.add(tab);
        });
        tabs.setSelectedTab(shown.get(policy.first()));
        tabs.addSelectedChangeListener(event -> shown.forEach((method, tab) -> {
            if (tab == event.getSelectedTab()) {
                place.removeAll();
                place.add(form(method));
            }
        }));
        return tabs;
    }

    private Component form(SignInMethod method) {
        return switch (method) {
            case PASSWORD -> new PasswordForm(platform, portal, policy.captcha(), this::enter);
            case SMS -> new CodeForm(platform, portal, policy.captcha(), this::enter);
            case QR_CODE -> new QrForm(platform, portal, this::enter);
            case USB_KEY -> new LockForm(platform, this::enter);
            case SERVICE_PLATFORM -> new PlatformForm(platform, portal);
        };
    }

    private void enter(Session session) {
        entered.accept(Visitor.enter(platform.signIn(), session));
    }

    private static Button forgotten(String text) {
        Button link = new Button("忘记密码？", event -> {
            Dialog dialog = new Dialog(new Paragraph(text));
            dialog.setId("forgotten-dialog");
            dialog.setHeaderTitle("忘记密码");
            dialog.getFooter().add(new Button(Texts.CLOSE, closing -> dialog.close()));
            dialog.open();
        });
        link.setId("forgotten");
        link.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return link;
    }
}
