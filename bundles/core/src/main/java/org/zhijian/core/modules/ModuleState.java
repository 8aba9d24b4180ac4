package org.zhijian.core.modules;

import org.zhijian.api.Titled;

/** How far a module has come. The same words stand in REST, in the shell and on the operator's page. */
public enum ModuleState implements Titled {
    /** Its bundle is there and has not been started. */
    FOUND("已发现"),
    /** It cannot begin before something else is there. */
    WAITING("等待"),
    /** It has been checked and is not taken in. */
    REJECTED("未通过检查"),
    /** New cases start on it. */
    RUNNING("运行中"),
    /** Its code failed again and again, or did not come back: it is not called for now, what there is stays readable. */
    CUT_OFF("已隔离"),
    /** A newer version runs: it finishes the cases that were started under it, and then leaves by itself. */
    DRAINING("办结中"),
    /** It has been removed; its cases and records stay readable. */
    GONE("已移除，数据保留");

    private final String title;

    ModuleState(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
