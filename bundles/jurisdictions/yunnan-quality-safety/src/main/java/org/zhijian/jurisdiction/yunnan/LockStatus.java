package org.zhijian.jurisdiction.yunnan;

import org.zhijian.api.Titled;

/** Statuses of a lock (人员锁定). */
enum LockStatus implements Titled {
    LOCKED("锁定"),
    UNLOCKED("已解锁");

    private final String title;

    LockStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
