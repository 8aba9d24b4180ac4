package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** What a 变更注册 changes. */
enum ChangeKind implements Titled {
    EMPLOYER("执业单位"),
    PERSONAL("个人信息"),
    SPECIALTY("专业"),
    EMPLOYER_NAME("企业名称");

    private final String title;

    ChangeKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
