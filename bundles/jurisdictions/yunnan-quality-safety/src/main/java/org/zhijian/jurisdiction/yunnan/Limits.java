package org.zhijian.jurisdiction.yunnan;

import java.util.Collection;
import java.util.stream.Stream;

/** YN-R01 to R03: how many works a person may serve on, over the whole province. Pure functions of the engagements of one person. */
final class Limits {
    private Limits() {}

    /** YN-R01, R02. The contracts under which the person now serves in the post; what has been unlocked does not count. */
    static long count(Collection<Engagement> engagements, Post post) {
        return counted(engagements, post).map(Engagement::group).distinct().count();
    }

    /** YN-R01. True if the person has reached the limit of the post. */
    static boolean isReached(Collection<Engagement> engagements, Post post) {
        return post.isKey() && count(engagements, post) >= post.limit();
    }

    /**
     * YN-R03. True if the person may be admitted to works in this post: who is not locked, and who serves under the same contract already.
     *
     * @param locked true if the person has an open lock in the post
     * @param group {@link Engagement#group} of the engagement that would begin
     */
    static boolean admits(Collection<Engagement> engagements, Post post, boolean locked, String group) {
        boolean free = !locked && !isReached(engagements, post);
        return free
                || !post.isKey()
                || counted(engagements, post).map(Engagement::group).anyMatch(group::equals);
    }

    private static Stream<Engagement> counted(Collection<Engagement> engagements, Post post) {
        return engagements.stream()
                .filter(engagement -> engagement.isOnPost() && engagement.post() == post && !engagement.exempt());
    }
}
