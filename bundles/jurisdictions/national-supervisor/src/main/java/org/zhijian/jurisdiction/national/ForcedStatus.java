package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 强制注销状态. */
enum ForcedStatus implements Titled {
    PENDING("待审核"),
    WITHDRAWN("已撤回"),
    ACCEPTED("已受理"),
    AWAITING_DECISION("审核中"),
    GRANTED("通过"),
    REFUSED("不通过");

    private final String title;

    ForcedStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
