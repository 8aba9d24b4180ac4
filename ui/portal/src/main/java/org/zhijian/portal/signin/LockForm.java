package org.zhijian.portal.signin;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhijian.core.identity.Session;
import org.zhijian.core.identity.UsbKeySignIn.Challenge;
import org.zhijian.core.identity.UsbKeySignIn.Proof;
import org.zhijian.core.identity.UsbKeySignIn.SoftwareLock;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visitor;

/**
 * A lock that is plugged into the computer, and the password. What speaks to the lock is the script of its maker, as {@code window.zhijianLock}
 * with a function {@code sign(serial, nonce)} that gives {@code {certificate, signature}}; in a demonstration a software lock stands in.
 */
final class LockForm extends SignInForm {
    /** Gives certificate and signature on two lines, as nothing in them breaks; nothing if there is no lock. */
    private static final String SIGN =
            """
            const lock = window.zhijianLock || (!$2 ? null : {sign: async (serial, nonce) => {
              const bytes = Uint8Array.from(atob($3), c => c.charCodeAt(0));
              const algorithm = {name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256'};
              const key = await crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);
              const signed = await crypto.subtle.sign(algorithm, key, new TextEncoder().encode(nonce));
              return {certificate: $2, signature: btoa(String.fromCharCode(...new Uint8Array(signed)))};
            }});
            if (!lock) return '';
            const answer = await lock.sign($0, $1);
            return answer.signature.replace(/\\s/g, '') + '\\n' + answer.certificate;
            """;

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
        Challenge challenge = attempt(() -> platform.usbKeySignIn().challenge(number));
        if (challenge == null) {
            return;
        }
        Optional<SoftwareLock> software = platform.usbKeySignIn().demonstrationLock(number);
        getElement()
                .executeJs(
                        SIGN,
                        number,
                        challenge.nonce(),
                        software.map(SoftwareLock::certificate).orElse(""),
                        software.map(SoftwareLock::privateKey).orElse(""))
                .then(String.class, answer -> answered(number, challenge, answer), fault -> refuse("加密锁没有应答，请重新插入后再试"));
    }

    private void answered(String number, Challenge challenge, String answer) {
        String[] parts = answer.split("\n", 2);
        if (parts.length < 2) {
            refuse("未检测到加密锁，请安装驱动并插入加密锁后再试");
            return;
        }
        Proof proof = new Proof(number, challenge.nonce(), parts[1], parts[0], password.getValue());
        Session session = attempt(() -> platform.usbKeySignIn().verify(proof, Visitor.address()));
        if (session == null) {
            password.clear();
        } else {
            entered.accept(session);
        }
    }
}
