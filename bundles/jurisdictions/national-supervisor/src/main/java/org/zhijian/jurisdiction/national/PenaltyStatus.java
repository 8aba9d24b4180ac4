package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 公示状态 of a penalty. */
enum PenaltyStatus implements Titled {
    PUBLIC("公示中"),
    OVER("已过期");

    private final String title;

    PenaltyStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
