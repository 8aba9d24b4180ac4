package org.zhijian.jurisdiction.yunnan;

import java.util.Optional;
import java.util.stream.Stream;
import org.zhijian.api.Titled;
import org.zhijian.api.form.Option;

/**
 * 岗位 on works. Of the three key ones a person holds so many at most in the whole province (YN-R01); the others are noted and not counted.
 */
enum Post implements Titled {
    PROJECT_MANAGER("项目经理", 1, PartyRole.CONTRACTOR, "该项目经理已有项目管理工作，请重新选择"),
    SAFETY_OFFICER("安全员", 1, PartyRole.CONTRACTOR, "该安全员已有项目管理工作，请重新选择"),
    CHIEF_SUPERVISOR("项目总监", 3, PartyRole.SUPERVISOR, "该项目总监已有 3 个及以上项目请重新选择"),
    TECHNICAL_LEAD("技术负责人"),
    QUALITY_OFFICER("质量员"),
    SUPERVISING_ENGINEER("专业监理工程师"),
    SITE_REPRESENTATIVE("建设单位项目负责人"),
    OTHER("其他人员");

    private final String title;
    private final int limit;
    private final PartyRole side;
    private final String busy;

    Post(String title) {
        this(title, 0, null, "");
    }

    Post(String title, int limit, PartyRole side, String busy) {
        this.title = title;
        this.limit = limit;
        this.side = side;
        this.busy = busy;
    }

    @Override
    public String title() {
        return title;
    }

    /** 三类人员: those whose number is limited. */
    boolean isKey() {
        return limit > 0;
    }

    /** How many a person may hold, counted by {@link Engagement#group}. */
    int limit() {
        return limit;
    }

    /** Whose people hold it; of key posts only. */
    PartyRole side() {
        return side;
    }

    /** The seed's words for somebody who holds as many as he may. */
    String busy() {
        return busy;
    }

    static Stream<Post> key() {
        return Stream.of(values()).filter(Post::isKey);
    }

    static java.util.List<Option> keyOptions() {
        return options(true);
    }

    static java.util.List<Option> otherOptions() {
        return options(false);
    }

    private static java.util.List<Option> options(boolean key) {
        return Stream.of(values())
                .filter(post -> post.isKey() == key)
                .map(post -> new Option(post.name(), post.title))
                .toList();
    }

    /** The post with this code or title. */
    static Optional<Post> of(String text) {
        return Words.find(Post.class, text);
    }
}
