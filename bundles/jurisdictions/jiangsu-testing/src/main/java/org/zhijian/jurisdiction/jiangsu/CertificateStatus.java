package org.zhijian.jurisdiction.jiangsu;

import org.zhijian.api.Titled;

/** Statuses of a 岗位合格证书 (JS-R13). */
enum CertificateStatus implements Titled {
    NORMAL("正常"),
    /** The holder has come from elsewhere, and no file has been opened at the new organisation. */
    NO_CREDIT_FILE("无信用档案"),
    /** The holder has gone where the division is not held: the certificate has no employer. */
    DEPARTED("调离"),
    CANCELLED("注销");

    private final String title;

    CertificateStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
