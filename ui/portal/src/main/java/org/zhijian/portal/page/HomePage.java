package org.zhijian.portal.page;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.zhijian.api.chain.CaseState;
import org.zhijian.core.access.Caller;
import org.zhijian.core.cases.CaseLine;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Way;

/** The first page after signing in: what waits for me, what is under way, what is new. */
public final class HomePage extends DeskPage {
    private static final int ROWS = 50;
    private static final int SHOWN = 10;
    private static final int NEWS = 5;

    public HomePage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        Caller caller = visit.caller();
        if (caller.kind() == Caller.Kind.OFFICE) {
            Way.to(visit.to("inbox"));
            return;
        }
        add(heading("首页"));
        add(waiting(visit, caller), underWay(visit, caller), news(visit, caller));
    }

    private Panel waiting(Visit visit, Caller caller) {
        List<ListItem> items = new ArrayList<>();
        platform()
                .tasks()
                .list(caller, new TaskQuery(visit.regionId(), "", TaskQuery.Box.WAITING, "", "", ROWS))
                .items()
                .forEach(task -> items.add(item(visit, task)));
        cases(visit, caller, CaseState.TO_MODIFY).forEach(line -> items.add(item(visit, line, "待您修改")));
        cases(visit, caller, CaseState.DRAFT).forEach(line -> items.add(item(visit, line, "未提交的草稿")));
        return panel("等待您处理", "home-waiting", items, "目前没有等待您处理的事项。可在“我要办事”中发起申请。");
    }

    private Panel underWay(Visit visit, Caller caller) {
        List<ListItem> items = Stream.of(CaseState.PENDING, CaseState.ACCEPTED, CaseState.IN_REVIEW, CaseState.APPROVED)
                .flatMap(state -> cases(visit, caller, state).stream())
                .sorted(Comparator.comparing(CaseLine::changedAt).reversed())
                .limit(SHOWN)
                .map(line -> item(visit, line, line.step() + "，自 " + Formats.day(line.changedAt()) + " 起"))
                .toList();
        return panel("正在办理", "home-under-way", items, "目前没有正在办理的事项。");
    }

    private Panel news(Visit visit, Caller caller) {
        List<ListItem> items = new ArrayList<>();
        Stream.of(CaseState.CLOSED, CaseState.REJECTED)
                .flatMap(state -> cases(visit, caller, state).stream())
                .sorted(Comparator.comparing(CaseLine::changedAt).reversed())
                .limit(NEWS)
                .forEach(line -> items.add(item(visit, line, Formats.day(line.changedAt()))));
        platform()
                .announcements()
                .list(visit.regionId(), "", NEWS)
                .items()
                .forEach(announcement -> items.add(FrontPage.line(visit, announcement)));
        return panel("最新消息", "home-news", items, "暂无新消息。");
    }

    private List<CaseLine> cases(Visit visit, Caller caller, CaseState state) {
        return platform()
                .cases()
                .list(caller, new CaseQuery(visit.regionId(), "", state.name(), "", "", ROWS))
                .items();
    }

    private static ListItem item(Visit visit, TaskLine task) {
        return new ListItem(
                new Link(visit.to("cases/" + task.caseId() + "?task=" + task.id()), task.caseNumber())
                        .test("task-" + task.caseNumber()),
                new Span(task.procedureTitle()),
                new Span("待您" + task.title()),
                Chip.ofDaysLeft(task.daysLeft()));
    }

    private static ListItem item(Visit visit, CaseLine line, String note) {
        Span words = new Span(note);
        words.addClassName("zj-hint");
        return new ListItem(CaseLinks.link(visit, line), new Span(line.procedureTitle()), Chip.of(line.stage()), words);
    }

    private static Panel panel(String heading, String id, List<ListItem> items, String nothing) {
        Panel panel = new Panel(heading).test(id);
        if (items.isEmpty()) {
            panel.add(Sentence.empty(nothing));
            return panel;
        }
        UnorderedList list = new UnorderedList(items.toArray(ListItem[]::new));
        list.addClassName("zj-plain");
        panel.add(list);
        return panel;
    }
}
