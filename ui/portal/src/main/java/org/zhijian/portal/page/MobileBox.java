package org.zhijian.portal.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import org.zhijian.api.signin.MobileChange;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.MobileChanges;
import org.zhijian.core.identity.MobileChanges.Standing;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visitor;

/** The own mobile number, and the two steps to another: first the old one is proved, then the new one. */
final class MobileBox extends Panel {
    private final transient Platform platform;
    private final Sentence problem = Sentence.problem("");

    MobileBox(Platform platform) {
        super("手机号码");
        this.platform = platform;
        addClassName("zj-narrow");
        setId("mobile-box");
        problem.setId("mobile-problem");
        begin();
    }

    private MobileChanges changes() {
        return platform.mobileChanges();
    }

    private void begin() {
        Standing standing = changes().standing(Visitor.caller(platform.signIn()));
        if (standing.mobile().isBlank()) {
            show(Sentence.hint("没有登记手机号码，请到窗口办理"));
            return;
        }
        Sentence present = Sentence.hint("当前手机号码 " + standing.mobile());
        present.setId("mobile-present");
        if (standing.pending().isPresent()) {
            show(present, Sentence.notice("已申请变更为 " + standing.pending().orElseThrow() + "，待审核；审核通过前仍使用原号码"));
        } else if (standing.mode() == MobileChange.NOT_OFFERED) {
            show(present, Sentence.hint("如需变更，请到窗口办理"));
        } else {
            show(present, new ActButton("变更手机号码", "mobile-change", once -> act(this::proveOld)));
        }
    }

    private void proveOld() {
        TextField code = field("原手机号码收到的验证码", "old-code");
        ActButton send = new ActButton(
                "获取验证码",
                "send-old-code",
                once -> act(() -> {
                    changes().sendOldCode(Visitor.caller(platform.signIn()));
                    Notices.done("验证码已发送到原手机号码");
                }));
        ActButton next = new ActButton(
                "下一步",
                "mobile-next",
                once -> act(() -> proveNew(changes().prove(Visitor.caller(platform.signIn()), code.getValue()))));
        show(Sentence.hint("第一步：验证原手机号码"), send, code, next.primary());
    }

    private void proveNew(String proof) {
        TextField mobile = field("新手机号码", "new-mobile");
        TextField code = field("新手机号码收到的验证码", "new-code");
        ActButton send = new ActButton(
                "获取验证码",
                "send-new-code",
                once -> act(() -> {
                    changes().sendNewCode(Visitor.caller(platform.signIn()), proof, mobile.getValue());
                    Notices.done("验证码已发送到新手机号码");
                }));
        ActButton submit = new ActButton(
                "提交",
                "mobile-submit",
                once -> act(() -> {
                    boolean effective = changes()
                            .change(Visitor.caller(platform.signIn()), proof, mobile.getValue(), code.getValue());
                    Notices.done(effective ? "手机号码已变更" : "已提交，待审核");
                    begin();
                }));
        show(Sentence.hint("第二步：验证新手机号码"), mobile, send, code, submit.primary());
    }

    private static TextField field(String label, String id) {
        TextField field = new TextField(label);
        field.setId(id);
        field.setWidthFull();
        field.getElement().setAttribute("autocomplete", "off");
        return field;
    }

    private void show(Component... content) {
        getChildren().skip(1).toList().forEach(this::remove);
        problem.setVisible(false);
        add(problem);
        add(content);
    }

    /** A refusal is shown in place, and what was filled in stays. */
    private void act(Runnable act) {
        try {
            problem.setVisible(false);
            act.run();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNAUTHENTICATED) {
                throw refusal;
            }
            problem.setText(refusal.getMessage());
            problem.setVisible(true);
        }
    }
}
