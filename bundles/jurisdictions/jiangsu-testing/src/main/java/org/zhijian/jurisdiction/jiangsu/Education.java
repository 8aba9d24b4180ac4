package org.zhijian.jurisdiction.jiangsu;

import java.util.Arrays;
import java.util.Optional;
import org.zhijian.api.Titled;

/** 学历. */
enum Education implements Titled {
    SECONDARY("中专（高中）"),
    COLLEGE("大专"),
    BACHELOR("本科"),
    MASTER("硕士"),
    DOCTOR("博士");

    private final String title;

    Education(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    static Optional<Education> of(String code) {
        return Arrays.stream(values())
                .filter(education -> education.name().equals(code))
                .findFirst();
    }
}
