package org.zhijian.portal.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import org.zhijian.api.signin.SignInPolicy;
import org.zhijian.core.access.Caller;
import org.zhijian.core.modules.Installation.Check;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Tone;
import org.zhijian.portal.signin.SignInBox;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visitor;

/** The operator's desk: which modules run, why others do not, and how the system is. */
public final class OperatorPage extends Div implements BeforeEnterObserver, HasDynamicTitle, Live {
    private static final int ALARMS = 20;

    private final transient Platform platform;
    private ModulesPanel modules;

    public OperatorPage(Platform platform) {
        this.platform = platform;
        addClassName("zj-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    @Override
    public void installationChanged() {
        if (modules == null) {
            show();
        } else {
            modules.show();
        }
    }

    private void show() {
        removeAll();
        modules = null;
        add(new H1("运行管理"));
        Caller caller = Visitor.caller(platform.signIn());
        if (caller.kind() != Caller.Kind.OPERATOR) {
            SignInBox box =
                    new SignInBox(platform, "", SignInPolicy.PASSWORDS.withoutCaptcha(), entered -> UI.getCurrent()
                            .getPage()
                            .reload());
            box.addClassName("zj-narrow");
            if (caller.isSignedIn()) {
                box.addComponentAsFirst(Sentence.notice("您登录的账号不是运行管理员"));
            }
            add(box);
            return;
        }
        if (caller.mustChangePassword()) {
            add(new PasswordBox(platform.signIn(), true, this::show));
            return;
        }
        modules = new ModulesPanel(platform);
        add(
                health(),
                alarms(caller),
                modules,
                outbox(),
                incoming(),
                new AgenciesPanel(platform.agencies(), () -> Visitor.caller(platform.signIn())),
                new AuditPanel(platform.audit(), () -> Visitor.caller(platform.signIn())),
                new PasswordBox(platform.signIn(), false, () -> {}));
    }

    private Panel health() {
        UnorderedList list = new UnorderedList();
        list.addClassName("zj-plain");
        platform.installation().readiness().forEach(check -> list.add(item(check)));
        return new Panel("运行状况", list).test("health");
    }

    /** What the operator has been told and has not put away. */
    private Panel alarms(Caller caller) {
        UnorderedList list = new UnorderedList();
        list.addClassName("zj-plain");
        platform.messages().list(caller, true, "", ALARMS).items().forEach(message -> {
            ActButton read = new ActButton("已处理", "alarm-" + message.id(), once -> {
                platform.messages().read(Visitor.caller(platform.signIn()), once, message.id());
                show();
            });
            list.add(new ListItem(
                    new Chip("告警", Tone.RED),
                    new Span(message.title()),
                    Sentence.hint(Formats.minute(message.at()) + "　" + message.body()),
                    read.quiet()));
        });
        Panel panel = new Panel("告警", list).test("alarms");
        panel.setVisible(list.getChildren().findAny().isPresent());
        return panel;
    }

    private Panel outbox() {
        return new Panel("发送记录", new OutboxTable(platform.outgoing(), () -> Visitor.caller(platform.signIn()), ""))
                .test("operator-outbox");
    }

    private Panel incoming() {
        return new Panel("接收数据", new IncomingTable(platform.incoming(), () -> Visitor.caller(platform.signIn()), ""))
                .test("operator-incoming");
    }

    private static ListItem item(Check check) {
        ListItem item = new ListItem(
                new Chip(check.up() ? "正常" : "异常", check.up() ? Tone.GREEN : Tone.RED),
                new Span(check.title()),
                Sentence.hint(check.detail()));
        item.getElement().setAttribute("data-test", "check-" + check.name());
        return item;
    }

    @Override
    public String getPageTitle() {
        return "运行管理";
    }
}
