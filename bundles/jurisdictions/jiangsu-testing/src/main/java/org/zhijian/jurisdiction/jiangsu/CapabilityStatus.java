package org.zhijian.jurisdiction.jiangsu;

import org.zhijian.api.Titled;

/** Statuses of a 检测能力. */
enum CapabilityStatus implements Titled {
    VALID("有效"),
    TO_BE_REMOVED("待删除"),
    REMOVED("已删除");

    private final String title;

    CapabilityStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
