package org.zhijian.jurisdiction.yunnan;

import org.zhijian.api.Titled;

/** Statuses of an engagement (岗位任职). */
enum EngagementStatus implements Titled {
    ON_POST("在岗"),
    OFF_POST("离岗"),
    /** Whoever was named is locked, and the position is still to be filled. */
    TO_REPLACE("待更换");

    private final String title;

    EngagementStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
