package org.zhijian.portal.signin;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.zhijian.core.identity.Session;
import org.zhijian.core.identity.UsbKeySignIn.Proof;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visitor;

/** A lock that is plugged into the computer, and the password. */
final class LockForm extends SignInForm {
    private final transient Platform platform;
    private final transient Consumer<Session> entered;
    private final TextField serial = text("加密锁序列号", "serial", "off");
    private final PasswordField password = password();

    LockForm(Platform platform, Consumer<Session> entered) {
        this.platform = platform;
        this.entered = entered;
        ActButton enter = new ActButton("登录", "sign-in-button", once -> ask()).primary();
        enter.addClickShortcut(Key.ENTER).listenOn(serial, password);
        enter.setWidthFull();
        add(Sentence.hint("请插入加密锁后登录；加密锁遗失请到窗口挂失"), serial, password, enter);
    }

    private void ask() {
        if (serial.getValue().isBlank() || password.getValue().isBlank()) {
            refuse("请填写加密锁序列号和密码");
            return;
        }
        String number = serial.getValue().strip();
        attempt(() -> {
            Locks.sign(this, platform, number, password.getValue(), this::answered, this::refuse);
            return number;
        });
    }

    private void answered(Proof proof) {
        Session session = attempt(() -> platform.usbKeySignIn().verify(proof, Visitor.address()));
        if (session == null) {
            password.clear();
        } else {
            entered.accept(session);
        }
    }
}
