package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 注销注册的情形（建设部令147号）. */
enum CancellationReason implements Titled {
    UNEMPLOYED("聘用单位破产、被吊销营业执照或资质证书"),
    RELEASED("与聘用单位解除劳动关系"),
    EXPIRED("注册有效期满且未延续注册"),
    INCAPABLE("死亡或不具有完全民事行为能力"),
    OWN_WISH("本人申请注销"),
    OTHER("法律、法规规定的其他情形");

    private final String title;

    CancellationReason(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
