package org.zhijian.portal.page;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhijian.api.Menu;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Sort;
import org.zhijian.core.cases.CoReview;
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

    private record Filter(
            Box box, String procedure, String state, Optional<LocalDate> from, Optional<LocalDate> to, String text) {
        static final Filter NONE = new Filter(Box.WAITING, "", "", Optional.empty(), Optional.empty(), "");

        static Filter of(String procedure) {
            return new Filter(Box.WAITING, procedure, "", Optional.empty(), Optional.empty(), "");
        }

        Filter in(Box other) {
            return new Filter(other, procedure, state, from, to, text);
        }
    }

    private final Map<Box, Span> counts = new EnumMap<>(Box.class);
    private transient Filter filter = Filter.NONE;
    private transient PagedGrid<TaskLine> grid;
    private transient String shownTo = "";

    public InboxPage(Platform platform) {
        super(platform);
    }

    @Override
    protected boolean needsModule() {
        return false;
    }

    /** True if the page is of all matters, and not of the one in its address. */
    private boolean isWhole() {
        return visit().parameter("procedure").isBlank();
    }

    @Override
    protected void show(Visit visit) {
        String only = visit.parameter("procedure");
        filter = only.isBlank() ? Memory.recall(MEMORY, Filter.class, () -> Filter.NONE) : Filter.of(only);
        shownTo = visit.caller().accountId();
        grid = new PagedGrid<TaskLine>("tasks", "没有事项。新的事项到达后会显示在这里。", (sort, cursor) -> find(visit, sort, cursor))
                .link("申请编号", line -> new Link(path(visit, line), line.caseNumber()).test("task-" + line.caseNumber()))
                .sorted("NUMBER")
                .text("业务类型", TaskLine::procedureTitle)
                .sorted("PROCEDURE")
                .text("申请单位/申请人", TaskLine::applicant)
                .sorted("APPLICANT")
                .narrow("提交时间", line -> Formats.minute(line.submittedAt()))
                .cell("当前环节", InboxPage::step)
                .cell("剩余工作日", line -> Chip.ofDaysLeft(line.daysLeft()))
                .sorted("DUE")
                .cell("状态", line -> Chip.of(line.stage()))
                .sorted("STATE")
                .onOpen(line -> Way.to(path(visit, line)));
        String title = MenuEntries.here(visit, Menu.Review.class)
                .map(Menu.Review::title)
                .orElse("待办");
        add(heading(title));
        awaited(visit);
        add(new Panel("", tabs(visit), filters(visit), grid, exports(visit)));
        grid.load();
        grid.takesKeys();
    }

    @Override
    protected boolean refreshed() {
        Caller caller = visit().caller();
        if (grid == null || !isWhole() || !caller.accountId().equals(shownTo)) {
            return false;
        }
        count(caller);
        grid.load();
        return true;
    }

    private static String path(Visit visit, TaskLine line) {
        return visit.to("cases/" + line.caseId() + "?task=" + line.id());
    }

    /** The step, with who has it in hand or decided it. */
    private static Div step(TaskLine line) {
        Div cell = new Div(new Span(line.title()));
        TaskLine.Handling handling = line.handling();
        String who = handling.mine()
                ? "已签收"
                : !handling.actingFor().isBlank()
                        ? "代" + handling.actingFor() + "办理"
                        : handling.decidedAt() != null && handling.decision().isBlank()
                                ? "已由" + handling.decidedBy() + "办结"
                                : handling.decision();
        if (!who.isBlank()) {
            Span note = new Span(who);
            note.addClassName("zj-hint");
            cell.add(note);
        }
        cell.addClassName("zj-step-cell");
        return cell;
    }

    private Page<TaskLine> find(Visit visit, Sort<String> sort, String cursor) {
        return platform().tasks().list(visit.caller(), query(visit, sort).page(cursor, ROWS));
    }

    private TaskQuery query(Visit visit, Sort<String> sort) {
        TaskQuery asked = new TaskQuery(
                visit.regionId(),
                filter.procedure(),
                filter.box(),
                filter.text(),
                "",
                ROWS,
                Arrays.stream(CaseState.values())
                        .filter(state -> state.name().equals(filter.state()))
                        .findFirst(),
                filter.from(),
                filter.to());
        return sort.by().isBlank()
                ? asked
                : asked.sorted(new Sort<>(TaskQuery.By.valueOf(sort.by()), sort.descending()));
    }

    private ExportLinks exports(Visit visit) {
        return new ExportLinks(
                platform().signIn(),
                (caller, format) -> platform().exports().tasks(caller, query(visit, grid.sort()), format));
    }

    /** Opinions that colleagues have asked for stand above, for they are few and somebody waits. */
    private void awaited(Visit visit) {
        if (visit.caller().kind() != Caller.Kind.OFFICE || !isWhole()) {
            return;
        }
        List<CoReview> awaited = platform().coReviews().awaited(visit.caller());
        if (awaited.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("zj-plain");
        for (CoReview review : awaited) {
            Link link = new Link(
                            visit.to("cases/" + review.caseId()), review.caseNumber() + " " + review.procedureTitle())
                    .test("awaited-" + review.caseNumber());
            Span asked = new Span(review.askedBy() + " " + Formats.day(review.askedAt()) + "　" + review.question());
            asked.addClassName("zj-hint");
            list.add(new ListItem(link, asked));
        }
        add(new Panel("征求我的意见", list).test("awaited"));
    }

    private Tabs tabs(Visit visit) {
        Map<Box, Tab> tabs = new EnumMap<>(Box.class);
        Tabs bar = new Tabs();
        counts.clear();
        for (Box box : Box.values()) {
            Span count = new Span();
            count.addClassName("zj-count");
            count.setId("count-" + box.name());
            count.setVisible(isWhole());
            counts.put(box, count);
            Tab tab = new Tab(new Span(title(box)), count);
            tab.setId("tab-" + box.name());
            tabs.put(box, tab);
            bar.add(tab);
        }
        count(visit.caller());
        bar.setSelectedTab(tabs.get(filter.box()));
        bar.addSelectedChangeListener(event -> {
            Box chosen = tabs.entrySet().stream()
                    .filter(entry -> entry.getValue() == event.getSelectedTab())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(Box.WAITING);
            apply(filter.in(chosen));
        });
        return bar;
    }

    private void count(Caller caller) {
        platform().tasks().counts(caller).forEach((box, count) -> counts.get(box)
                .setText(Integer.toString(count)));
    }

    private static String title(Box box) {
        return switch (box) {
            case WAITING -> "待办";
            case UNDER_WAY -> "在办";
            case DONE -> "已办";
            case OVERDUE -> "逾期";
        };
    }

    private Div filters(Visit visit) {
        List<Option> procedures = visit.region().map(region -> region.procedures()).orElse(List.of()).stream()
                .map(procedure -> new Option(procedure.id(), procedure.title()))
                .toList();
        List<Option> states = Arrays.stream(CaseState.values())
                .filter(state -> state != CaseState.DRAFT)
                .map(state -> new Option(state.name(), state.title()))
                .toList();
        Select<Option> procedure = Filters.select("filter-procedure", "业务类型", procedures, filter.procedure());
        procedure.setVisible(isWhole());
        Select<Option> state = Filters.select("filter-state", "状态", states, filter.state());
        DatePicker from = Filters.day("filter-from", "提交时间自", filter.from().orElse(null));
        DatePicker to = Filters.day("filter-to", "提交时间至", filter.to().orElse(null));
        TextField text = Filters.text("filter-text", "编号、单位、姓名", filter.text());
        Runnable changed = () -> apply(new Filter(
                filter.box(),
                isWhole() ? Filters.value(procedure) : filter.procedure(),
                Filters.value(state),
                Optional.ofNullable(from.getValue()),
                Optional.ofNullable(to.getValue()),
                text.getValue().strip()));
        procedure.addValueChangeListener(event -> changed.run());
        state.addValueChangeListener(event -> changed.run());
        from.addValueChangeListener(event -> changed.run());
        to.addValueChangeListener(event -> changed.run());
        text.addValueChangeListener(event -> changed.run());
        return Filters.row(procedure, state, from, to, text);
    }

    private void apply(Filter changed) {
        filter = changed;
        if (isWhole()) {
            Memory.remember(MEMORY, changed);
        }
        grid.load();
    }
}
