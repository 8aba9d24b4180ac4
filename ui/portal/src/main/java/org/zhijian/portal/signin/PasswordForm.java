package org.zhijian.portal.signin;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.Session;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visitor;

/** Account, password, captcha. Where none is usual, it appears when the core asks for it. */
final class PasswordForm extends SignInForm {
    private final transient Platform platform;
    private final String portal;
    private final transient Consumer<Session> entered;
    private final TextField name = text("账号", "loginName", "username");
    private final PasswordField password = password();
    private final CaptchaField captcha;

    PasswordForm(Platform platform, String portal, boolean captchaShown, Consumer<Session> entered) {
        this.platform = platform;
        this.portal = portal;
        this.entered = entered;
        captcha = new CaptchaField(platform);
        captcha.setVisible(captchaShown);
        ActButton enter = new ActButton("登录", "sign-in-button", once -> enter()).primary();
        enter.addClickShortcut(Key.ENTER).listenOn(name, password, captcha.field());
        enter.setWidthFull();
        add(name, password, captcha, enter);
    }

    private void enter() {
        if (name.getValue().isBlank() || password.getValue().isBlank()) {
            refuse("请填写账号和密码");
            return;
        }
        Session session = attempt(() -> platform.signIn()
                .byPassword(portal, name.getValue(), password.getValue(), captcha.answer(), Visitor.address()));
        if (session != null) {
            entered.accept(session);
        }
    }

    @Override
    void refused(Refusal refusal) {
        super.refused(refusal);
        captcha.renew();
        if (refusal.code().equals("CAPTCHA")) {
            captcha.setVisible(true);
            captcha.field().focus();
        } else {
            password.clear();
            password.focus();
        }
    }
}
