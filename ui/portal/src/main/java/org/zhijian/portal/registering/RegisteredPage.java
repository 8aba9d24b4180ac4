package org.zhijian.portal.registering;

import org.zhijian.portal.page.RegionPage;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** What has become of a registration, for whoever has its address. */
public final class RegisteredPage extends RegionPage {
    public RegisteredPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        add(
                heading("注册进度查询"),
                ReceiptBox.later(
                        visit, platform().registrations().status(visit.regionId(), visit.parameter("receipt"))));
    }
}
