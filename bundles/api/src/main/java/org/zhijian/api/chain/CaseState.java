package org.zhijian.api.chain;

import org.zhijian.api.Titled;

/** State of a case. Closed, the same in every jurisdiction; a step gives its own label to the state in which it waits. */
public enum CaseState implements Titled {
    DRAFT("草稿"),
    PENDING("待审核"),
    ACCEPTED("已受理"),
    IN_REVIEW("审核中"),
    TO_MODIFY("待修改"),
    APPROVED("审核通过"),
    REJECTED("不通过"),
    WITHDRAWN("已撤回"),
    CLOSED("办结");

    private final String title;

    CaseState(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /** True while somebody may still act; APPROVED cases are open as long as clerical steps follow. */
    public boolean isOpen() {
        return this != REJECTED && this != WITHDRAWN && this != CLOSED;
    }

    /** True if the case has been submitted and has not ended: it counts as 正在办理. */
    public boolean isUnderWay() {
        return isOpen() && this != DRAFT;
    }
}
