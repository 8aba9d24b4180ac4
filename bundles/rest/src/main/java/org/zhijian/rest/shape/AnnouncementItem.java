package org.zhijian.rest.shape;

import java.time.Instant;
import org.zhijian.core.notices.Announcements.Category;
import org.zhijian.core.notices.Announcements.Published;

/** A published announcement. */
public record AnnouncementItem(
        String id,
        String jurisdiction,
        @Told("RESULT 结果公告，NOTICE 通知") Category category,
        @Told("类别") String kind,
        String title,
        @Told("正文，段落以换行分隔；撤回后为空") String body,
        @Maybe @Told("发布机构") String publisher,
        Instant publishedAt,
        @Told("发布或撤回的时间") Instant changedAt,
        @Maybe @Told("撤回的时间；未撤回时为 null") Instant withdrawnAt) {

    public static AnnouncementItem of(Published published) {
        return new AnnouncementItem(
                published.id(),
                published.jurisdiction(),
                published.category(),
                published.kind(),
                published.title(),
                published.body(),
                published.publisher().isBlank() ? null : published.publisher(),
                published.publishedAt(),
                published.changedAt(),
                published.withdrawnAt());
    }
}
