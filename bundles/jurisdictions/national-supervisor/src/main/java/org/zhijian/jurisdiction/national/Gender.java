package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 性别. */
enum Gender implements Titled {
    MALE("男"),
    FEMALE("女");

    private final String title;

    Gender(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
