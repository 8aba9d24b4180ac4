package org.zhijian.portal.signin;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.Session;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visitor;

/** Login name and the code that is sent to its mobile number. */
final class CodeForm extends SignInForm {
    private final transient Platform platform;
    private final String portal;
    private final transient Consumer<Session> entered;
    private final TextField name = text("登录名", "loginName", "username");
    private final CaptchaField captcha;
    private final TextField code = text("动态密码", "smsCode", "one-time-code");
    private final Sentence sent = Sentence.hint("动态密码将发送到该登录名登记的手机号码");

    CodeForm(Platform platform, String portal, boolean captchaShown, Consumer<Session> entered) {
        this.platform = platform;
        this.portal = portal;
        this.entered = entered;
        captcha = new CaptchaField(platform);
        captcha.setVisible(captchaShown);
        code.setMaxLength(6);
        sent.setId("code-sent");
        ActButton send = new ActButton("获取动态密码", "send-code", once -> send());
        send.setWidthFull();
        ActButton enter = new ActButton("登录", "sign-in-button", once -> enter()).primary();
        enter.addClickShortcut(Key.ENTER).listenOn(code);
        enter.setWidthFull();
        add(name, captcha, send, sent, code, enter);
    }

    private void send() {
        if (name.getValue().isBlank()) {
            refuse("请填写登录名");
            return;
        }
        Boolean done = attempt(() -> {
            platform.signIn().sendCode(portal, name.getValue(), captcha.answer(), Visitor.address());
            return true;
        });
        if (done != null) {
            captcha.renew();
            sent.setText("如登录名无误，动态密码已发送，5 分钟内有效；60 秒后可重新获取");
            code.focus();
        }
    }

    private void enter() {
        if (name.getValue().isBlank() || code.getValue().isBlank()) {
            refuse("请填写登录名和动态密码");
            return;
        }
        Session session =
                attempt(() -> platform.signIn().byCode(portal, name.getValue(), code.getValue(), Visitor.address()));
        if (session != null) {
            entered.accept(session);
        }
    }

    @Override
    void refused(Refusal refusal) {
        super.refused(refusal);
        if (refusal.code().equals("CAPTCHA")) {
            captcha.renew();
            captcha.setVisible(true);
            captcha.field().focus();
        } else {
            code.clear();
            code.focus();
        }
    }
}
