package org.zhijian.portal.page;

import org.zhijian.core.access.Refusal;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** 发送记录 of a region, for the offices that oversee it. */
public final class OutboxPage extends DeskPage {
    public OutboxPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        if (!platform().outgoing().maySee(visit.caller())) {
            throw Refusal.forbidden("您的账号不能查看发送记录");
        }
        add(heading("发送记录"), new Panel("", new OutboxTable(platform().outgoing(), visit::caller, visit.regionId())));
    }
}
