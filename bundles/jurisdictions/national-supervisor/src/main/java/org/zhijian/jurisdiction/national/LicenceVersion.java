package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 正本 or 副本 of the licence that is uploaded and carried along. */
enum LicenceVersion implements Titled {
    ORIGINAL("正本"),
    DUPLICATE("副本");

    private final String title;

    LicenceVersion(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
