package org.zhijian.portal.page;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import org.zhijian.core.notices.Messages.Message;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Filters;
import org.zhijian.portal.components.PagedGrid;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Way;

/** 消息: what the system has told this desk, newest first. Opening a message marks it as read and leads to its case. */
public final class MessagesPage extends DeskPage {
    private static final int ROWS = 50;

    public MessagesPage(Platform platform) {
        super(platform);
    }

    @Override
    protected boolean needsModule() {
        return false;
    }

    @Override
    protected void show(Visit visit) {
        Checkbox unread = new Checkbox("只看未读");
        unread.setId("messages-unread");
        PagedGrid<Message> grid = new PagedGrid<Message>("messages", "没有消息。业务有新进展时会在这里通知您。", cursor -> platform()
                        .messages()
                        .list(visit.caller(), unread.getValue(), cursor, ROWS))
                .narrow("时间", message -> Formats.minute(message.at()))
                .cell("标题", MessagesPage::title)
                .text("内容", Message::body)
                .onOpen(message -> opened(visit, message));
        unread.addValueChangeListener(event -> grid.load());
        ActButton all = new ActButton("全部标为已读", "messages-read-all", once -> {
            platform().messages().readAll(visit.caller(), once);
            grid.load();
            MenuCounts.changed(this);
        });
        add(heading("消息"), new Panel("", Filters.row(unread, all), grid));
        grid.load();
    }

    private static Span title(Message message) {
        Span title = new Span(message.title());
        title.setClassName("zj-unread", !message.read());
        if (!message.read()) {
            title.getElement().setAttribute("aria-label", "未读：" + message.title());
        }
        return title;
    }

    private void opened(Visit visit, Message message) {
        platform().messages().read(visit.caller(), ActButton.press(), message.id());
        MenuCounts.changed(this);
        if (message.caseId().isBlank()) {
            open();
        } else {
            Way.to(visit.to("cases/" + message.caseId()));
        }
    }
}
