package org.zhijian.jurisdiction.jiangsu;

import org.zhijian.api.Titled;

/** Statuses of a member of staff. */
enum StaffStatus implements Titled {
    ON_FILE("在册"),
    TRANSFERRED("已调出"),
    WITHOUT_POST("无岗位");

    private final String title;

    StaffStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
