package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 认证状态 of an employing firm. */
enum EnterpriseStatus implements Titled {
    PENDING("待认证"),
    RETURNED("退回"),
    AUTHENTICATED("已认证"),
    DISABLED("停用");

    private final String title;

    EnterpriseStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
