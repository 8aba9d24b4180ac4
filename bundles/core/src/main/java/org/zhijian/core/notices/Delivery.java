package org.zhijian.core.notices;

import org.zhijian.api.Titled;

/** How far a message has come (NOT-01). */
public enum Delivery implements Titled {
    /** Not tried yet. */
    NEW("待发送"),
    /** Taken by its receiver. */
    SENT("已发送"),
    /** Tried in vain, and will be tried again. */
    FAILED("待重发"),
    /** Given up, until somebody sends it again. */
    DEAD("发送失败");

    private final String title;

    Delivery(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /** True while the system still means to send it. */
    public boolean isPending() {
        return this == NEW || this == FAILED;
    }
}
