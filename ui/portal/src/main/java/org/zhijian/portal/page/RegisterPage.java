package org.zhijian.portal.page;

import org.zhijian.api.register.Register;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** A register as the caller may see it. */
public final class RegisterPage extends DeskPage {
    public RegisterPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        String id = visit.parameter("register");
        Register<?> register = platform().registers().register(visit.regionId(), id);
        add(heading(register.title()), new Panel("", new RegisterTable(register.columns(), query -> platform()
                .registers()
                .search(visit.caller(), visit.regionId(), id, query))));
    }
}
