package org.zhijian.jurisdiction.jiangsu;

import org.zhijian.api.Titled;

/** 职称等级. */
enum TitleLevel implements Titled {
    JUNIOR("初级"),
    MIDDLE("中级"),
    SENIOR("副高级"),
    PROFESSOR("正高级");

    private final String title;

    TitleLevel(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
