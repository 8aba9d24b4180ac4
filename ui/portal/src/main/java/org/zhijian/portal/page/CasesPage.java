package org.zhijian.portal.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.List;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.form.Option;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Caller;
import org.zhijian.core.cases.CaseLine;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.Chip;
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

    private record Filter(String state, String procedure, String text) {
        static final Filter NONE = new Filter("", "", "");
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
                        "cases", "没有符合条件的事项。可在“我要办事”中发起申请。", cursor -> find(visit, cursor))
                .link("申请编号", line -> CaseLinks.link(visit, line))
                .text("业务类型", CaseLine::procedureTitle)
                .text("申请单位", CaseLine::applicant)
                .narrow("提交时间", line -> Formats.minute(line.submittedAt()))
                .text("当前环节", CaseLine::step)
                .cell("状态", line -> Chip.of(line.stage()))
                .onOpen(line -> Way.to(CaseLinks.path(visit, line)));
        add(heading(office ? "业务查询" : "我的事项"), new Panel("", filters(visit, grid), grid));
        grid.load();
    }

    private org.zhijian.core.access.Page<CaseLine> find(Visit visit, String cursor) {
        return platform()
                .cases()
                .list(
                        visit.caller(),
                        new CaseQuery(
                                visit.regionId(), filter.procedure(), filter.state(), filter.text(), cursor, ROWS));
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
        TextField text = Filters.text("filter-text", "编号、申请单位或当事人", filter.text());
        text.setValueChangeMode(ValueChangeMode.LAZY);
        Runnable apply = () -> {
            filter = new Filter(
                    Filters.value(state),
                    Filters.value(procedure),
                    text.getValue().strip());
            Memory.remember(MEMORY, filter);
            grid.load();
        };
        state.addValueChangeListener(event -> apply.run());
        procedure.addValueChangeListener(event -> apply.run());
        text.addValueChangeListener(event -> apply.run());
        return Filters.row(state, procedure, text);
    }

    private static Option option(Procedure procedure) {
        return new Option(procedure.id(), procedure.title());
    }
}
