package org.zhijian.portal.page;

import org.zhijian.core.notices.Announcements.Published;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.PagedGrid;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Way;

/** All announcements of a region, newest first. */
public final class AnnouncementsPage extends RegionPage {
    private static final int ROWS = 50;

    public AnnouncementsPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        PagedGrid<Published> grid = new PagedGrid<Published>("announcements", "暂无公告", cursor -> platform()
                        .announcements()
                        .list(visit.regionId(), cursor, ROWS))
                .narrow("发布日期", announcement -> Formats.day(announcement.publishedAt()))
                .narrow("类别", Published::kind)
                .link(
                        "标题",
                        announcement -> new Link(visit.to("announcements/" + announcement.id()), title(announcement)))
                .onOpen(announcement -> Way.to(visit.to("announcements/" + announcement.id())));
        grid.load();
        add(heading("公告"));
        if (platform().announcements().mayPublish(visit.caller(), visit.regionId())) {
            add(new ActButton("发布通知", "notice-new", once -> NoticeDialog.publishing(visit, published -> grid.load())
                            .open())
                    .primary());
        }
        add(new Panel("", grid));
    }

    private static String title(Published announcement) {
        return announcement.isWithdrawn() ? announcement.title() + "（已撤回）" : announcement.title();
    }
}
