package org.zhijian.jurisdiction.jiangsu;

import org.zhijian.api.Titled;

/** An answer that must be given in words: an empty tick would be none. */
enum Answer implements Titled {
    YES("是"),
    NO("否");

    private final String title;

    Answer(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
