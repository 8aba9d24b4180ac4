package org.zhijian.jurisdiction.jiangsu;

import org.zhijian.api.Titled;

/** Whether there is a credit file. */
enum CreditStatus implements Titled {
    PRESENT("有"),
    ABSENT("无");

    private final String title;

    CreditStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
