package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 行政处罚种类. */
enum PenaltyKind implements Titled {
    WARNING("警告"),
    FINE("罚款"),
    SUSPENSION("暂停执业"),
    REVOCATION("吊销");

    private final String title;

    PenaltyKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
