package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 注册状态. */
enum RegistrationStatus implements Titled {
    VALID("有效"),
    EXPIRED("已失效"),
    CANCELLED("已注销"),
    REVOKED("已吊销");

    private final String title;

    RegistrationStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
