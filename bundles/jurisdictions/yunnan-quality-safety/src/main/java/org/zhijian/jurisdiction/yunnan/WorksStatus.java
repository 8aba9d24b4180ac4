package org.zhijian.jurisdiction.yunnan;

import org.zhijian.api.Titled;

/** Statuses of works (工程). */
enum WorksStatus implements Titled {
    SUPERVISED("在监"),
    SUSPENDED("停工"),
    TERMINATED("终止"),
    COMPLETED("已竣工备案");

    private final String title;

    WorksStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
