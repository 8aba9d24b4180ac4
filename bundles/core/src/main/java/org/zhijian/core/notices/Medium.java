package org.zhijian.core.notices;

import org.zhijian.api.Titled;

/** The ways out of the system (NOT-01). */
public enum Medium implements Titled {
    SMS("短信"),
    AGENCY("对外推送");

    private final String title;

    Medium(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
