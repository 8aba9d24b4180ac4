package org.zhijian.portal.page;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhijian.api.Menu;
import org.zhijian.api.chain.CaseState;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Sort;
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

/** What waits for me, what is under way, what is new; for an office what waits by matter, and which deadlines are near. */
public final class HomePage extends DeskPage {
    private static final int ROWS = 50;
    private static final int SHOWN = 10;
    private static final int NEWS = 5;
    private static final int NEAR_DAYS = 2;

    public HomePage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        Caller caller = visit.caller();
        add(heading("首页"));
        if (caller.kind() == Caller.Kind.OFFICE) {
            add(byMatter(visit, caller), deadlines(visit, caller), news(visit, caller));
            return;
        }
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

    /** How much waits of each matter; the numbers lead to it. */
    private Panel byMatter(Visit visit, Caller caller) {
        Map<String, Integer> waiting = platform().tasks().waiting(caller);
        Set<String> inMenu = visit.region().stream()
                .flatMap(region -> MenuEntries.of(region, Menu.Review.class))
                .map(Menu.Review::procedure)
                .collect(Collectors.toSet());
        List<ListItem> items = visit.region().map(region -> region.procedures()).orElse(List.of()).stream()
                .filter(procedure -> waiting.containsKey(procedure.id()) || inMenu.contains(procedure.id()))
                .map(procedure -> {
                    int count = waiting.getOrDefault(procedure.id(), 0);
                    Span words = new Span(count == 0 ? "没有待办" : count + " 件待办");
                    words.addClassName(count == 0 ? "zj-hint" : "zj-number");
                    Link link = new Link(visit.to("reviews/" + procedure.id()), procedure.title())
                            .test("waiting-" + procedure.id());
                    return new ListItem(link, words);
                })
                .toList();
        return panel("待办事项", "home-matters", items, "目前没有待办事项。新的事项到达后会显示在这里。");
    }

    /** What is late or has its last days, the most urgent first. */
    private Panel deadlines(Visit visit, Caller caller) {
        List<ListItem> items = platform()
                .tasks()
                .list(
                        caller,
                        new TaskQuery(visit.regionId(), "", TaskQuery.Box.WAITING, "", "", SHOWN)
                                .sorted(Sort.ascending(TaskQuery.By.DUE)))
                .items()
                .stream()
                .filter(task -> task.daysLeft() != null && task.daysLeft() <= NEAR_DAYS)
                .map(task -> item(visit, task))
                .toList();
        return panel("临近期限和逾期", "home-deadlines", items, "没有逾期或者两个工作日内到期的事项。");
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
