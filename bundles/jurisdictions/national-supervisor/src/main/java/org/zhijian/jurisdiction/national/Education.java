package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 学历. */
enum Education implements Titled {
    COLLEGE("大专"),
    BACHELOR("本科"),
    MASTER("硕士"),
    DOCTOR("博士"),
    OTHER("其他");

    private final String title;

    Education(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
