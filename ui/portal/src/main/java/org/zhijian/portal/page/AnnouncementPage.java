package org.zhijian.portal.page;

import com.vaadin.flow.component.html.Paragraph;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.notices.Announcements.Published;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** One announcement. */
public final class AnnouncementPage extends RegionPage {
    public AnnouncementPage(Platform platform) {
        super(platform);
    }

    @Override
    protected boolean needsModule() {
        return false;
    }

    @Override
    protected void show(Visit visit) {
        Published announcement = platform()
                .announcements()
                .find(visit.parameter("id"))
                .filter(found -> found.jurisdiction().equals(visit.regionId()))
                .orElseThrow(Refusal::notFound);
        Panel panel = new Panel("");
        panel.addClassName("zj-reading");
        if (announcement.isWithdrawn()) {
            panel.add(Sentence.notice("该公告已于 " + Formats.day(announcement.withdrawnAt()) + " 撤回"));
        }
        announcement.body().lines().filter(line -> !line.isBlank()).forEach(line -> panel.add(new Paragraph(line)));
        add(
                heading(announcement.title()),
                Sentence.hint((announcement.kind() + "　" + Formats.day(announcement.publishedAt()) + "　"
                                + announcement.publisher())
                        .strip()),
                panel.test("announcement"),
                new Link(visit.to("announcements"), "返回公告列表"));
        if (platform().announcements().mayWithdraw(visit.caller(), announcement.id())) {
            add(new ActButton("撤回公告", "withdraw", once -> NoticeDialog.withdrawing(visit, announcement.id(), this::open)
                            .open())
                    .danger());
        }
    }
}
