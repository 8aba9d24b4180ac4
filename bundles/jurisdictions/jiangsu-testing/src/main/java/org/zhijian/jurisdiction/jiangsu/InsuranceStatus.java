package org.zhijian.jurisdiction.jiangsu;

import org.zhijian.api.Titled;

/** What the social-insurance office says. */
enum InsuranceStatus implements Titled {
    UNVERIFIED("未核验"),
    INSURED("已参保"),
    NOT_INSURED("未参保");

    private final String title;

    InsuranceStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
