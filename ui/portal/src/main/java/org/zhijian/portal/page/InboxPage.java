package org.zhijian.portal.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zhijian.api.Menu;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Sort;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.cases.TaskQuery.Box;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.ExportLinks;
import org.zhijian.portal.components.Filters;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.PagedGrid;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.visit.Memory;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Way;

/** 待办: what waits, what goes on, what is done and what is late, by deadline; of all matters, or of the one in the address. */
public final class InboxPage extends DeskPage {
    private static final String MEMORY = "inbox";
    private static final int ROWS = 50;

    private record Filter(Box box, String procedure, String text) {
        static final Filter NONE = new Filter(Box.WAITING, "", "");
    }

    private transient Filter filter = Filter.NONE;

    public InboxPage(Platform platform) {
        super(platform);
    }

    @Override
    protected boolean needsModule() {
        return false;
    }

    @Override
    protected void show(Visit visit) {
        String only = visit.parameter("procedure");
        filter = only.isBlank()
                ? Memory.recall(MEMORY, Filter.class, () -> Filter.NONE)
                : new Filter(Box.WAITING, only, "");
        PagedGrid<TaskLine> grid = new PagedGrid<TaskLine>(
                        "tasks", "没有事项。新的事项到达后会显示在这里。", (sort, cursor) -> find(visit, sort, cursor))
                .link("申请编号", line -> new Link(path(visit, line), line.caseNumber()).test("task-" + line.caseNumber()))
                .sorted("NUMBER")
                .text("业务类型", TaskLine::procedureTitle)
                .sorted("PROCEDURE")
                .text("申请单位", TaskLine::applicant)
                .sorted("APPLICANT")
                .narrow("到达时间", line -> Formats.minute(line.since()))
                .sorted("SINCE")
                .text("当前环节", TaskLine::title)
                .cell("剩余工作日", line -> Chip.ofDaysLeft(line.daysLeft()))
                .sorted("DUE")
                .cell("状态", line -> Chip.of(line.stage()))
                .sorted("STATE")
                .onOpen(line -> Way.to(path(visit, line)));
        String title = MenuEntries.here(visit, Menu.Review.class)
                .map(Menu.Review::title)
                .orElse("待办");
        add(heading(title), new Panel("", tabs(visit, grid), filters(visit, grid), grid, exports(visit, grid)));
        grid.load();
    }

    private static String path(Visit visit, TaskLine line) {
        return visit.to("cases/" + line.caseId() + "?task=" + line.id());
    }

    private Page<TaskLine> find(Visit visit, Sort<String> sort, String cursor) {
        return platform().tasks().list(visit.caller(), query(visit, sort).page(cursor, ROWS));
    }

    private TaskQuery query(Visit visit, Sort<String> sort) {
        TaskQuery asked = new TaskQuery(visit.regionId(), filter.procedure(), filter.box(), filter.text(), "", ROWS);
        return sort.by().isBlank()
                ? asked
                : asked.sorted(new Sort<>(TaskQuery.By.valueOf(sort.by()), sort.descending()));
    }

    private ExportLinks exports(Visit visit, PagedGrid<TaskLine> grid) {
        return new ExportLinks(
                platform().signIn(),
                (caller, format) -> platform().exports().tasks(caller, query(visit, grid.sort()), format));
    }

    private Tabs tabs(Visit visit, PagedGrid<TaskLine> grid) {
        Map<Box, Integer> counts = platform().tasks().counts(visit.caller());
        Map<Box, Tab> tabs = new EnumMap<>(Box.class);
        Tabs bar = new Tabs();
        for (Box box : Box.values()) {
            Span count = new Span(Integer.toString(counts.getOrDefault(box, 0)));
            count.addClassName("zj-count");
            count.setId("count-" + box.name());
            count.setVisible(visit.parameter("procedure").isBlank());
            Tab tab = new Tab(new Span(title(box)), count);
            tab.setId("tab-" + box.name());
            tabs.put(box, tab);
            bar.add(tab);
        }
        bar.setSelectedTab(tabs.get(filter.box()));
        bar.addSelectedChangeListener(event -> {
            Box chosen = tabs.entrySet().stream()
                    .filter(entry -> entry.getValue() == event.getSelectedTab())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(Box.WAITING);
            apply(new Filter(chosen, filter.procedure(), filter.text()), grid);
        });
        return bar;
    }

    private static String title(Box box) {
        return switch (box) {
            case WAITING -> "待办";
            case UNDER_WAY -> "在办";
            case DONE -> "已办";
            case OVERDUE -> "逾期";
        };
    }

    private Div filters(Visit visit, PagedGrid<TaskLine> grid) {
        List<Option> procedures = visit.region().map(region -> region.procedures()).orElse(List.of()).stream()
                .map(procedure -> new Option(procedure.id(), procedure.title()))
                .toList();
        Select<Option> procedure = Filters.select("filter-procedure", "业务类型", procedures, filter.procedure());
        procedure.setVisible(visit.parameter("procedure").isBlank());
        TextField text = Filters.text("filter-text", "编号、单位、姓名或名称", filter.text());
        procedure.addValueChangeListener(
                event -> apply(new Filter(filter.box(), Filters.value(procedure), filter.text()), grid));
        text.addValueChangeListener(event -> apply(
                new Filter(filter.box(), filter.procedure(), text.getValue().strip()), grid));
        return Filters.row(procedure, text);
    }

    private void apply(Filter changed, PagedGrid<TaskLine> grid) {
        filter = changed;
        if (visit().parameter("procedure").isBlank()) {
            Memory.remember(MEMORY, changed);
        }
        grid.load();
    }
}
