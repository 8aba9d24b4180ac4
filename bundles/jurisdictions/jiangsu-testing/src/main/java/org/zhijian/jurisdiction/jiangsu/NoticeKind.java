package org.zhijian.jurisdiction.jiangsu;

import org.zhijian.api.Titled;

/** What an announcement is about. */
enum NoticeKind implements Titled {
    TRANSFER("变更"),
    REPLACEMENT("补证"),
    CANCELLATION("注销");

    private final String title;

    NoticeKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
