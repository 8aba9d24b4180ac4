package org.zhijian.core.intake;

import org.zhijian.api.Titled;

/** How far a message from outside has come. */
public enum ReceiptState implements Titled {
    /** Stored; not judged yet. */
    RECEIVED("待处理"),
    /** What it says has been done. */
    DONE("已处理"),
    /** A newer version of it was there before; it changed nothing. */
    STALE("版本过时"),
    /** It breaks a rule and waits for people. */
    QUARANTINED("已隔离"),
    /** People have decided that nothing follows from it. */
    DISCARDED("已作废");

    private final String title;

    ReceiptState(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
