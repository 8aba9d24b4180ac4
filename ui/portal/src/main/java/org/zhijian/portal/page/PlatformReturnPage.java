package org.zhijian.portal.page;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.Session;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Visitor;

/** Where somebody arrives who comes back from a government service platform. It leads on at once, or says why it does not. */
public final class PlatformReturnPage extends RegionPage {
    private transient String problem = "";

    public PlatformReturnPage(Platform platform) {
        super(platform);
    }

    @Override
    protected boolean admit(Visit next, BeforeEnterEvent event) {
        try {
            Location onwards = new Location(
                    DeskPage.afterSignIn(next, Visitor.enter(platform().signIn(), redeem(next))));
            // With its own parameters alone: ticket and state must not go on standing in the address.
            event.forwardTo(onwards.getPath(), onwards.getQueryParameters());
            return false;
        } catch (Refusal refusal) {
            problem = refusal.getMessage();
            return true;
        }
    }

    private Session redeem(Visit visit) {
        String state = visit.query("state");
        if (!Visitor.cameBack(state)) {
            throw new Refusal(Refusal.Kind.UNAUTHENTICATED, "BAD_TICKET", "登录凭据无效或已过期，请重新登录");
        }
        return platform().platformSignIn().redeem(state, visit.query("ticket"), Visitor.address());
    }

    @Override
    protected void show(Visit visit) {
        Panel panel = new Panel("");
        panel.addClassName("zj-narrow");
        Sentence said = Sentence.notice(problem);
        said.setId("platform-problem");
        panel.add(said, new Link(visit.regionId(), "返回登录").test("back-to-sign-in"));
        add(heading("登录"), panel);
    }
}
