package org.zhijian.jurisdiction.jiangsu;

import org.zhijian.api.Titled;

/** Where an application for a transfer, a replacement or a cancellation stands. */
enum MatterStatus implements Titled {
    TO_RECEIVE("待接收"),
    AT_CITY("待市审核"),
    AT_PROVINCE("待省复核"),
    RETURNED("退回"),
    ANNOUNCED("已公告"),
    DONE("办结"),
    ENDED("已撤回");

    private final String title;

    MatterStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
