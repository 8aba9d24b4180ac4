package org.zhijian.jurisdiction.yunnan;

import org.zhijian.api.Titled;

/** Statuses of a party to works (参建单位). */
enum PartyStatus implements Titled {
    TAKING_PART("在建"),
    REPLACED("已更换");

    private final String title;

    PartyStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
