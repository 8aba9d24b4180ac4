package org.zhijian.portal.page;

import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhijian.api.Menu;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Form;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.CaseLine;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.core.catalogue.Catalogue.Offer;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.Findings;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.PagedGrid;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Way;

/**
 * The caller's own cases of one matter, with the state of each, and the button that starts another. Where the matter says what its lists tell, the
 * rows are counted; elsewhere the number tells one from the other.
 */
public final class MatterPage extends DeskPage {
    private static final int ROWS = 50;

    public MatterPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        String id = visit.parameter("procedure");
        Offer offer = platform().catalogue().offers(visit.caller()).stream()
                .filter(candidate -> candidate.procedure().id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Procedure procedure = offer.procedure();
        Menu.Matter entry = MenuEntries.here(visit, Menu.Matter.class)
                .orElseGet(() -> Menu.matter(procedure.title(), procedure.id(), "办理"));
        PagedGrid<CaseLine> grid =
                new PagedGrid<CaseLine>("cases", "还没有申请。按“" + entry.start() + "”开始。", cursor -> platform()
                        .cases()
                        .list(visit.caller(), new CaseQuery(visit.regionId(), procedure.id(), "", "", cursor, ROWS)));
        boolean told = !procedure.listed().isEmpty();
        if (told) {
            grid.numbered();
        } else {
            grid.link("申请编号", line -> CaseLinks.link(visit, line));
        }
        procedure.listed().stream()
                .flatMap(listed -> procedure.form().field(listed).stream())
                .forEach(field -> grid.text(field.label(), line -> told(line, field.id())));
        grid.text("申请单位", CaseLine::applicant)
                .narrow(procedure.words().submit() + "时间", line -> Formats.minute(line.submittedAt()));
        if (!told) {
            grid.text("当前环节", CaseLine::step);
        }
        grid.cell("状态", line -> Chip.of(line.stage())).onOpen(line -> Way.to(CaseLinks.path(visit, line)));
        if (told) {
            grid.link("操作", line -> CaseLinks.act(visit, line));
        }
        add(
                heading(entry.title() + labels(procedure.form(), entry.preset())),
                new Panel("", start(visit, entry, offer), new Findings(offer.obstacles())),
                new Panel("", grid));
        grid.load();
    }

    private static String told(CaseLine line, String field) {
        return line.told().stream()
                .filter(told -> told.field().equals(field))
                .map(CaseLine.Told::text)
                .findFirst()
                .orElse("");
    }

    private static Div start(Visit visit, Menu.Matter entry, Offer offer) {
        ActButton button = new ActButton(
                        entry.start(),
                        "start-" + entry.procedure(),
                        once -> Starts.start(visit, entry.procedure(), entry.preset(), once))
                .primary();
        button.setEnabled(offer.obstacles().stream().noneMatch(Finding::isError));
        Div row = new Div(button, new Link(visit.to("guide/" + entry.procedure()), "办事指南"));
        row.addClassName("zj-buttons");
        return row;
    }

    /** What is filled in at the start, in words, such as （建材）. */
    private static String labels(Form form, Map<String, String> preset) {
        return preset.entrySet().stream()
                .map(value -> form.field(value.getKey())
                        .map(Field::type)
                        .flatMap(type -> label(type, value.getValue()))
                        .orElse(value.getValue()))
                .map(label -> "（" + label + "）")
                .collect(Collectors.joining());
    }

    private static Optional<String> label(FieldType type, String value) {
        return type instanceof FieldType.Choice choice
                ? choice.options().stream()
                        .filter(option -> option.value().equals(value))
                        .map(option -> option.label())
                        .findFirst()
                : Optional.empty();
    }
}
