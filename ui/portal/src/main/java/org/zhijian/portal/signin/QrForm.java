package org.zhijian.portal.signin;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.shared.Registration;
import java.net.URI;
import java.net.URL;
import java.util.function.Consumer;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.QrSignIn;
import org.zhijian.core.identity.QrSignIn.State;
import org.zhijian.core.identity.Session;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visitor;

/** A code to be scanned. The browser asks every two seconds how far it has come; the secret stays on the server's side of the session. */
final class QrForm extends SignInForm {
    private static final int POLL_MILLIS = 2_000;

    private final transient Platform platform;
    private final String portal;
    private final transient Consumer<Session> entered;
    private final Image picture = new Image();
    private final Sentence state = Sentence.hint("");
    private final ActButton again = new ActButton("刷新二维码", "qr-again", once -> start());
    private transient QrSignIn.Started code;
    private transient URI origin;
    private transient Registration polling;

    QrForm(Platform platform, String portal, Consumer<Session> entered) {
        this.platform = platform;
        this.portal = portal;
        this.entered = entered;
        picture.setId("qr-picture");
        picture.setAlt("登录二维码");
        picture.addClassName("zj-qr");
        state.setId("qr-state");
        again.setWidthFull();
        again.setVisible(false);
        add(picture, state, again, Sentence.hint("用已登录个人账号的手机扫描，选择以哪个账号登录并确认"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().fetchCurrentURL(this::shownAt);
    }

    /** The phone comes to the same address as this browser did, which only the browser knows where a proxy stands between. */
    private void shownAt(URL address) {
        origin = URI.create(address.getProtocol() + "://" + address.getAuthority());
        start();
    }

    private void start() {
        code = attempt(() -> platform.qrSignIn().start(portal));
        if (code == null) {
            return;
        }
        picture.setSrc(
                QrPicture.of(origin.resolve("/" + portal + "/scan/" + code.id()).toString()));
        picture.getElement().setAttribute("data-content", "/" + portal + "/scan/" + code.id());
        again.setVisible(false);
        state.setText(State.PENDING.title());
        poll();
    }

    private void poll() {
        stop();
        UI ui = UI.getCurrent();
        ui.setPollInterval(POLL_MILLIS);
        polling = ui.addPollListener(event -> look());
    }

    private void stop() {
        if (polling != null) {
            polling.remove();
            polling = null;
            getUI().ifPresent(ui -> ui.setPollInterval(-1));
        }
    }

    private void look() {
        QrSignIn.Progress progress = attempt(() -> platform.qrSignIn().progress(code.id(), code.secret()));
        if (progress == null) {
            return;
        }
        state.setText(progress.state().title());
        switch (progress.state()) {
            case CONFIRMED -> enter(progress.ticket());
            case CANCELLED, EXPIRED, USED -> end();
            default -> {
                // It goes on.
            }
        }
    }

    private void end() {
        stop();
        again.setVisible(true);
    }

    private void enter(String ticket) {
        stop();
        Session session = attempt(() -> platform.qrSignIn().redeem(code.id(), ticket, Visitor.address()));
        if (session != null) {
            entered.accept(session);
        }
    }

    @Override
    void refused(Refusal refusal) {
        super.refused(refusal);
        end();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (polling != null) {
            polling.remove();
            polling = null;
            event.getUI().setPollInterval(-1);
        }
    }
}
