package org.zhijian.rest.shape;

import java.time.Instant;
import org.zhijian.core.notices.Announcements.Published;

/** A published announcement. */
public record AnnouncementItem(
        String id,
        String jurisdiction,
        @Told("类别") String kind,
        String title,
        @Told("正文，段落以换行分隔") String body,
        Instant publishedAt) {

    public static AnnouncementItem of(Published published) {
        return new AnnouncementItem(
                published.id(),
                published.jurisdiction(),
                published.kind(),
                published.title(),
                published.body(),
                published.publishedAt());
    }
}
