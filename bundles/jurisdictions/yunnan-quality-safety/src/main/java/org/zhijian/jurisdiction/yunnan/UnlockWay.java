package org.zhijian.jurisdiction.yunnan;

import org.zhijian.api.Titled;

/** How a lock came to be lifted. */
enum UnlockWay implements Titled {
    APPLICATION("解锁申请"),
    SUBSTITUTION("变更"),
    COMPLETION("竣工备案"),
    ROLLED_BACK("回退");

    private final String title;

    UnlockWay(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
