package org.zhijian.portal.page;

import org.zhijian.core.access.Caller;
import org.zhijian.portal.components.Descriptions;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Way;

/** The own account: who one is, a new password, another mobile number. */
public final class AccountPage extends DeskPage {
    public AccountPage(Platform platform) {
        super(platform);
    }

    @Override
    protected boolean needsModule() {
        return false;
    }

    @Override
    protected void show(Visit visit) {
        Caller caller = visit.caller();
        boolean forced = caller.mustChangePassword();
        add(
                heading("账号"),
                new Panel(
                        "账号信息",
                        new Descriptions().item("账号", caller.loginName()).item("名称", caller.displayName())),
                new PasswordBox(platform().signIn(), forced, () -> changed(visit, forced)));
        if (!forced) {
            add(new MobileBox(platform()));
        }
    }

    /** Whoever had to change the password goes on to where they wanted to go. */
    private static void changed(Visit visit, boolean forced) {
        if (forced) {
            Way.to(afterSignIn(visit, visit.caller()));
        }
    }
}
