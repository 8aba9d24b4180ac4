package org.zhijian.portal.signin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Base64;
import org.zhijian.core.identity.Captcha;
import org.zhijian.portal.visit.Platform;

/** A picture and what is read in it. A click draws another. */
public final class CaptchaField extends Div {
    private final transient Platform platform;
    private final TextField text = SignInForm.text("验证码", "captcha", "off");
    private final Image picture = new Image();
    private String id = "";

    public CaptchaField(Platform platform) {
        this.platform = platform;
        addClassName("zj-captcha");
        text.setMaxLength(8);
        if (platform.installation().demonstration()) {
            text.setHelperText("演示系统可不填");
        }
        picture.setId("captcha-picture");
        picture.setAlt("验证码图片，点击更换");
        picture.setTitle("看不清？点击更换");
        picture.addClickListener(event -> renew());
        add(text, picture);
        renew();
    }

    public void renew() {
        Captcha captcha = platform.signIn().captcha();
        id = captcha.id();
        picture.setSrc("data:image/png;base64," + Base64.getEncoder().encodeToString(captcha.png()));
        text.clear();
    }

    public TextField field() {
        return text;
    }

    public Captcha.Answer answer() {
        return new Captcha.Answer(id, text.getValue().strip());
    }
}
