package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 附件类型 of a 强制注销. */
enum ProofKind implements Titled {
    AGREEMENT("解除劳动合同（关系）协议书"),
    ARBITRATION("劳动人事争议仲裁裁决书"),
    JUDGMENT("司法判决书"),
    OTHER("其他");

    private final String title;

    ProofKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
