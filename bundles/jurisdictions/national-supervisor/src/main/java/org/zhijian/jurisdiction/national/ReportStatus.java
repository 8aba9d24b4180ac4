package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 上报状态: where a registration matter stands, in the words of the firms. */
enum ReportStatus implements Titled {
    AWAITING_REPORT("待上报"),
    RETURNED("企业退回"),
    REPORTED("已上报（待受理）"),
    SUPPLEMENT("补正"),
    UNDER_REVIEW("已受理（审核中）"),
    AWAITING_DECISION("待审批"),
    GRANTED("准予"),
    REFUSED("不予"),
    ANNOUNCED("已公告"),
    WITHDRAWN("已撤回");

    private final String title;

    ReportStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
