package org.zhijian.portal.page;

import org.zhijian.core.access.Caller;
import org.zhijian.portal.components.Descriptions;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** The own account: who one is, and a new password. */
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
        add(
                heading("账号"),
                new Panel(
                        "账号信息",
                        new Descriptions().item("账号", caller.loginName()).item("名称", caller.displayName())),
                new PasswordBox(platform().signIn(), caller.mustChangePassword(), () -> {}));
    }
}
