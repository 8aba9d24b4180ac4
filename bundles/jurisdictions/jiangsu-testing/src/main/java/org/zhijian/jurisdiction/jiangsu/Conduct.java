package org.zhijian.jurisdiction.jiangsu;

import java.util.Arrays;
import java.util.Optional;
import org.zhijian.api.Titled;

/** What a credit file records. */
enum Conduct implements Titled {
    GOOD("良好行为"),
    BAD("不良行为");

    private final String title;

    Conduct(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    static Optional<Conduct> of(String code) {
        return Arrays.stream(values())
                .filter(conduct -> conduct.name().equals(code))
                .findFirst();
    }
}
