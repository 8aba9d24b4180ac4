package org.zhijian.jurisdiction.jiangsu;

import java.util.Arrays;
import org.zhijian.api.Titled;

/** 岗位 in a testing organisation. */
enum Post implements Titled {
    TESTER("检测员"),
    CHECKER("审核"),
    APPROVER("批准"),
    TECHNICAL_HEAD("技术负责人"),
    QUALITY_HEAD("质量负责人");

    private final String title;

    Post(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /** The title of a code, blank if there is none. */
    static String titleOf(String code) {
        return Arrays.stream(values())
                .filter(post -> post.name().equals(code))
                .map(Post::title)
                .findFirst()
                .orElse("");
    }

    /** The code with a title, blank if there is none. */
    static String codeOf(String title) {
        return Arrays.stream(values())
                .filter(post -> post.title.equals(title))
                .map(Post::name)
                .findFirst()
                .orElse("");
    }
}
