package org.zhijian.portal.page;

import org.zhijian.core.access.Refusal;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** 接收数据 of a region, for the offices that oversee it. */
public final class IncomingPage extends DeskPage {
    public IncomingPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        if (!platform().incoming().maySee(visit.caller())) {
            throw Refusal.forbidden("您的账号不能查看接收数据");
        }
        IncomingTable table = new IncomingTable(platform().incoming(), visit::caller, visit.regionId());
        table.whenChanged(() -> MenuCounts.changed(this));
        add(heading("接收数据"), new Panel("", table));
    }
}
