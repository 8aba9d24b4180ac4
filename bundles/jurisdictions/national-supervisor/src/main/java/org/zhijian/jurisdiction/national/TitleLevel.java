package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 职称级别. */
enum TitleLevel implements Titled {
    MIDDLE("中级"),
    SENIOR("副高级"),
    PROFESSOR("正高级"),
    OTHER("其他");

    private final String title;

    TitleLevel(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
