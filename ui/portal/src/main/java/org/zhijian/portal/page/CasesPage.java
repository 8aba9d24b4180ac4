package org.zhijian.portal.page;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.form.Option;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Sort;
import org.zhijian.core.cases.CaseLine;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.ExportLinks;
import org.zhijian.portal.components.Filters;
import org.zhijian.portal.components.PagedGrid;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.visit.Memory;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Way;

/** 我的事项, or for an office all that it may see: cases by state, matter and words. */
public final class CasesPage extends DeskPage {
    private static final String MEMORY = "cases";
    private static final int ROWS = 50;

    private record Filter(String state, String procedure, String text, LocalDate from, LocalDate to) {
        static final Filter NONE = new Filter("", "", "", null, null);
    }

    private transient Filter filter = Filter.NONE;

    public CasesPage(Platform platform) {
        super(platform);
    }

    @Override
    protected boolean needsModule() {
        return false;
    }

    @Override
    protected void show(Visit visit) {
        filter = Memory.recall(MEMORY, Filter.class, () -> Filter.NONE);
        boolean office = visit.caller().kind() == Caller.Kind.OFFICE;
        PagedGrid<CaseLine> grid = new PagedGrid<CaseLine>(
                        "cases", "没有符合条件的事项。可在“我要办事”中发起申请。", (sort, cursor) -> find(visit, sort, cursor))
                .link("申请编号", line -> CaseLinks.link(visit, line))
                .sorted("NUMBER")
                .text("业务类型", CaseLine::procedureTitle)
                .sorted("PROCEDURE")
                .text("申请单位", CaseLine::applicant)
                .sorted("APPLICANT")
                .narrow("提交时间", line -> Formats.minute(line.submittedAt()))
                .sorted("SUBMITTED")
                .text("当前环节", CaseLine::step)
                .cell("状态", line -> Chip.of(line.stage()))
                .sorted("STATE")
                .onOpen(line -> Way.to(CaseLinks.path(visit, line)));
        add(heading(office ? "业务查询" : "我的事项"), new Panel("", filters(visit, grid), grid, exports(visit, grid)));
        grid.load();
    }

    private Page<CaseLine> find(Visit visit, Sort<String> sort, String cursor) {
        return platform().cases().list(visit.caller(), query(visit, sort).page(cursor, ROWS));
    }

    private CaseQuery query(Visit visit, Sort<String> sort) {
        CaseQuery asked = new CaseQuery(visit.regionId(), filter.procedure(), filter.state(), filter.text(), "", ROWS)
                .submitted(Optional.ofNullable(filter.from()), Optional.ofNullable(filter.to()));
        return sort.by().isBlank()
                ? asked
                : asked.sorted(new Sort<>(CaseQuery.By.valueOf(sort.by()), sort.descending()));
    }

    private ExportLinks exports(Visit visit, PagedGrid<CaseLine> grid) {
        return new ExportLinks(
                platform().signIn(),
                (caller, format) -> platform().exports().cases(caller, query(visit, grid.sort()), format));
    }

    private Div filters(Visit visit, PagedGrid<CaseLine> grid) {
        List<Option> states = Arrays.stream(CaseState.values())
                .map(state -> new Option(state.name(), state.title()))
                .toList();
        List<Option> procedures = visit.region().map(region -> region.procedures()).orElse(List.of()).stream()
                .map(CasesPage::option)
                .toList();
        Select<Option> state = Filters.select("filter-state", "状态", states, filter.state());
        Select<Option> procedure = Filters.select("filter-procedure", "业务类型", procedures, filter.procedure());
        TextField text = Filters.text("filter-text", "编号、单位、姓名", filter.text());
        text.setValueChangeMode(ValueChangeMode.LAZY);
        DatePicker from = Filters.day("filter-from", "提交日期起", filter.from());
        DatePicker to = Filters.day("filter-to", "提交日期止", filter.to());
        Runnable apply = () -> {
            filter = new Filter(
                    Filters.value(state),
                    Filters.value(procedure),
                    text.getValue().strip(),
                    from.getValue(),
                    to.getValue());
            Memory.remember(MEMORY, filter);
            grid.load();
        };
        state.addValueChangeListener(event -> apply.run());
        procedure.addValueChangeListener(event -> apply.run());
        text.addValueChangeListener(event -> apply.run());
        from.addValueChangeListener(event -> apply.run());
        to.addValueChangeListener(event -> apply.run());
        return Filters.row(text, state, procedure, from, to);
    }

    private static Option option(Procedure procedure) {
        return new Option(procedure.id(), procedure.title());
    }
}
