package org.zhijian.jurisdiction.jiangsu;

import org.zhijian.api.Titled;

/** Statuses of a testing organisation. */
enum OrganisationStatus implements Titled {
    AWAITING_FILING("待备案"),
    REGISTERED("在册"),
    EXPIRED("资质过期"),
    CANCELLED("注销");

    private final String title;

    OrganisationStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
