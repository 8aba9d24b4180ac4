package org.zhijian.jurisdiction.sample;

import org.zhijian.api.Titled;

/** What a stall sells. */
enum Category implements Titled {
    GOODS("百货"),
    FOOD("食品");

    private final String title;

    Category(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
