package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** Why a certificate is replaced. */
enum LossKind implements Titled {
    LOST("遗失"),
    DAMAGED("破损");

    private final String title;

    LossKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
