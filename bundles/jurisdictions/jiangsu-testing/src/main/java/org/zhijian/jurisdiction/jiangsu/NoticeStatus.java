package org.zhijian.jurisdiction.jiangsu;

import org.zhijian.api.Titled;

/** Whether an announcement stands. */
enum NoticeStatus implements Titled {
    PUBLISHED("已发布"),
    WITHDRAWN("已撤回");

    private final String title;

    NoticeStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
