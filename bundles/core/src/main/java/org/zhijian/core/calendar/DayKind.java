package org.zhijian.core.calendar;

import org.zhijian.api.Titled;

/** What a day is, if it is other than its weekday says. */
public enum DayKind implements Titled {
    HOLIDAY("放假"),
    WORKING("上班");

    private final String title;

    DayKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
