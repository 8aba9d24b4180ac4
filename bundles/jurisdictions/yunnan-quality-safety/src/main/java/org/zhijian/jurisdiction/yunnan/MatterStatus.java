package org.zhijian.jurisdiction.yunnan;

import org.zhijian.api.Titled;

/** How far an application has come, as its register says it. */
enum MatterStatus implements Titled {
    PENDING("待审核"),
    RETURNED("退回"),
    CLOSED("办结"),
    WITHDRAWN("已撤回");

    private final String title;

    MatterStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
