package org.zhijian.api.notice;

import org.zhijian.api.Titled;

/** What happens to a case that somebody is told of (NOT-02). */
public enum Occasion implements Titled {
    SUBMITTED("已提交"),
    RETURNED("已退回"),
    /** A step was passed, and another one follows. */
    ADVANCED("环节通过"),
    /** The chain came to its end. */
    CLOSED("办结"),
    REJECTED("不通过"),
    WITHDRAWN("已撤回"),
    /** A step's deadline is near. */
    DEADLINE_NEAR("即将到期");

    private final String title;

    Occasion(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
