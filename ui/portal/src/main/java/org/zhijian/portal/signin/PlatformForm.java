package org.zhijian.portal.signin;

import com.vaadin.flow.component.UI;
import org.zhijian.core.identity.PlatformSignIn;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visitor;

/** Leads to a government service platform. The session remembers that it was this browser that went there. */
final class PlatformForm extends SignInForm {
    private final transient Platform platform;
    private final String portal;

    PlatformForm(Platform platform, String portal) {
        this.platform = platform;
        this.portal = portal;
        String title = platform.platformSignIn().platformOf(portal).orElse("");
        ActButton go = new ActButton("前往" + title + "登录", "go-service-platform", once -> go());
        go.setWidthFull();
        add(Sentence.hint("个人用" + title + "的实名账号登录，无需另行注册；首次登录即开通账号"), go.primary());
    }

    private void go() {
        PlatformSignIn.Started started = attempt(() -> platform.platformSignIn().start(portal));
        if (started != null) {
            Visitor.setOut(started.state());
            UI.getCurrent().getPage().setLocation(started.address());
        }
    }
}
