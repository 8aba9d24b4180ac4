package org.zhijian.jurisdiction.jiangsu;

import org.zhijian.api.Titled;

/** Why an organisation files its data. */
enum FilingMode implements Titled {
    NEW("新成立"),
    EXTENSION("增扩项"),
    UPDATE("信息修改");

    private final String title;

    FilingMode(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
