package org.zhijian.jurisdiction.jiangsu;

import org.zhijian.api.Titled;

/** Where the paper of a certificate is. */
enum PrintStatus implements Titled {
    TO_PRINT("待打印"),
    MAILED("已寄发"),
    HANDED_OUT("已发放"),
    VOID("遗失作废"),
    TO_RECLAIM("待收回"),
    RECLAIMED("已收回");

    private final String title;

    PrintStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
