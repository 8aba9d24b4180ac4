package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 注册执业证书状态. */
enum CertificateStatus implements Titled {
    VALID("有效"),
    VOID("作废");

    private final String title;

    CertificateStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
