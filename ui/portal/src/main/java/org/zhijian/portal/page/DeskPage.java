package org.zhijian.portal.page;

import com.vaadin.flow.router.BeforeEnterEvent;
import org.zhijian.core.access.Caller;
import org.zhijian.portal.visit.Flash;
import org.zhijian.portal.visit.Memory;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** A page for those who have signed in at its region. Others are led to the front page, and back here once they have. */
public abstract class DeskPage extends RegionPage {
    private static final String WANTED = "wanted";

    protected DeskPage(Platform platform) {
        super(platform);
    }

    @Override
    protected boolean admit(Visit next, BeforeEnterEvent event) {
        Caller caller = next.caller();
        if (!next.isHome(caller)) {
            if (!caller.isSignedIn()) {
                Memory.remember(WANTED, next.location().getPathWithQueryParameters());
                Flash.sayIfSilent("请登录后继续");
            } else {
                Flash.say("您登录的账号不属于本系统，请使用本系统的账号登录");
            }
            event.forwardTo(next.regionId());
            return false;
        }
        if (caller.mustChangePassword() && !(this instanceof AccountPage)) {
            event.forwardTo(next.to("account"));
            return false;
        }
        return true;
    }

    /** Where somebody wanted to go before signing in, if it was in this region; else the choice of systems or the desk. */
    static String afterSignIn(Visit visit, Caller caller) {
        String wanted = Memory.recall(WANTED, String.class, () -> "");
        Memory.remember(WANTED, "");
        if (wanted.startsWith(visit.regionId() + "/")) {
            return wanted;
        }
        if (caller.kind() == Caller.Kind.OFFICE) {
            return visit.to("inbox");
        }
        boolean chooses = visit.region()
                .filter(region -> !region.portal().systems().isEmpty())
                .isPresent();
        return visit.to(chooses ? "systems" : "home");
    }
}
