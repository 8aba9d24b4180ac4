package org.zhijian.portal.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.administration.Administration;
import org.zhijian.core.administration.Administration.AccountLine;
import org.zhijian.core.administration.Administration.Issued;
import org.zhijian.core.administration.Administration.Status;
import org.zhijian.core.identity.SignInMeans;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Descriptions;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.registering.Secret;
import org.zhijian.portal.visit.Visit;

/** One account, and what may be done to it. Whoever closes it sees the list anew. */
final class AccountDialog extends Dialog {
    private final transient Visit visit;
    private final transient List<Option> offices;
    private final Div content = new Div();
    private final Div acts = new Div();
    private transient AccountLine line;

    AccountDialog(Visit visit, AccountLine line, List<Option> offices, Runnable closed) {
        this.visit = visit;
        this.line = line;
        this.offices = offices;
        setId("account");
        setWidth("min(92vw, 680px)");
        acts.addClassName("zj-buttons");
        add(content, acts);
        Button close = new Button(Texts.CLOSE, event -> close());
        close.setId("account-close");
        getFooter().add(close);
        addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                closed.run();
            }
        });
        show();
    }

    private Administration administration() {
        return visit.platform().administration();
    }

    private void show() {
        setHeaderTitle(line.loginName());
        content.removeAll();
        content.add(new Descriptions()
                .item("名称", line.name())
                .item("种类", AccountsPage.kind(line))
                .item("单位类型", line.organisationType())
                .item("所属机构", String.join("、", line.offices()))
                .item("手机号码", line.mobile())
                .item("加密锁", line.usbKey())
                .item("状态", AccountsPage.chip(line))
                .item("开通时间", Formats.minute(line.createdAt())));
        acts.removeAll();
        if (line.status() == Status.DISABLED) {
            acts.add(act("启用", "enable", "账号已启用", once -> administration()
                    .enable(caller(), once, visit.regionId(), line.id())));
        } else {
            acts.add(
                    new ActButton("重置密码", "reset-password", this::reset).primary(),
                    act("停用", "disable", "账号已停用", once -> administration()
                                    .disable(caller(), once, visit.regionId(), line.id(), ""))
                            .danger());
        }
        if (line.kind() != Caller.Kind.OPERATOR) {
            acts.add(means());
        }
        if (line.status() == Status.LOCKED) {
            acts.add(act("解除锁定", "unlock", "登录锁定已解除", once -> administration()
                    .unlock(caller(), once, visit.regionId(), line.id())));
        }
        if (line.kind() == Caller.Kind.OFFICE) {
            content.add(assignment());
        }
    }

    /** The number and the lock that it signs in with. */
    private Component[] means() {
        SignInMeans means = visit.platform().signInMeans();
        Runnable changed = () -> {
            line = administration().account(caller(), visit.regionId(), line.id());
            show();
        };
        Button mobile = new Button("变更号码…", event -> new AskDialog("窗口变更 " + line.loginName() + " 的手机号码", changed)
                .field("window-mobile", "新手机号码")
                .field("window-proof", "所出示的变更证明")
                .open((once, values) ->
                        means.changeMobile(caller(), once, visit.regionId(), line.id(), values.get(0), values.get(1))));
        mobile.setId("change-mobile");
        Button lock = line.usbKey().isBlank()
                ? new Button("绑定锁…", event -> new AskDialog("为 " + line.loginName() + " 绑定加密锁", changed)
                        .field("lock-serial", "加密锁序列号")
                        .open((once, values) ->
                                means.bindUsbKey(caller(), once, visit.regionId(), line.id(), values.get(0))))
                : new Button("挂失锁…", event -> new AskDialog("挂失并解除 " + line.loginName() + " 的加密锁", changed)
                        .open((once, values) -> means.unbindUsbKey(caller(), once, visit.regionId(), line.id())));
        lock.setId("change-lock");
        return new Component[] {mobile, lock};
    }

    private Caller caller() {
        return visit.caller();
    }

    /** An act that answers with the account as it is then. */
    private interface Act {
        AccountLine on(Once once);
    }

    private ActButton act(String title, String id, String done, Act act) {
        return new ActButton(
                title,
                id,
                once -> attempt(() -> {
                    line = act.on(once);
                    Notices.done(done);
                    show();
                    return true;
                }));
    }

    private void reset(Once once) {
        attempt(() -> {
            Issued issued = administration().resetPassword(caller(), once, visit.regionId(), line.id());
            line = issued.account();
            show();
            content.add(
                    new Descriptions().item("新的初始密码", Secret.of(issued.initialPassword())),
                    Sentence.hint("仅显示这一次，请立即告知使用人；下次登录须修改密码，原有的登录已失效。"));
            return true;
        });
    }

    private Div assignment() {
        CheckboxGroup<Option> group = new CheckboxGroup<>("", offices);
        group.setItemLabelGenerator(Option::label);
        group.setId("account-offices");
        group.setValue(offices.stream()
                .filter(office -> line.officeIds().contains(office.value()))
                .collect(Collectors.toSet()));
        ActButton save = act("保存所属机构", "assign", "所属机构已调整", once -> administration()
                .assign(caller(), once, visit.regionId(), line.id(), chosen(group.getValue())));
        return new Div(new H3("所属机构"), group, save);
    }

    static Set<String> chosen(Set<Option> options) {
        return options.stream().map(Option::value).collect(Collectors.toSet());
    }

    /** Shows why something was refused, and leaves everything as it is. */
    private static void attempt(Supplier<Boolean> work) {
        try {
            work.get();
        } catch (Refusal refusal) {
            Notices.problem(refusal.getMessage());
        }
    }
}
