package org.zhijian.portal.page;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.zhijian.api.Descriptor;
import org.zhijian.api.OrganisationType;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.Step;
import org.zhijian.api.directory.Office;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.core.access.Refusal;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Table;
import org.zhijian.portal.form.SlotRules;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** The guide of a matter, drawn from its definition. */
public final class GuidePage extends RegionPage {
    public GuidePage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        Descriptor region = visit.region().orElseThrow();
        Procedure procedure = region.procedure(visit.parameter("procedure")).orElseThrow(Refusal::notFound);
        add(heading(procedure.title() + "办事指南"));
        add(new Panel("谁可以办理", new Paragraph(starters(region, procedure.startedBy()))));
        if (!procedure.guide().conditions().isEmpty()) {
            UnorderedList conditions = new UnorderedList();
            procedure.guide().conditions().forEach(condition -> conditions.add(new ListItem(condition)));
            add(new Panel("办理条件", conditions));
        }
        add(new Panel("所需材料", materials(procedure.slots())), new Panel("办理流程", steps(region, procedure)));
        if (!procedure.guide().appeal().isBlank()) {
            add(new Panel("不服决定的救济途径", new Paragraph(procedure.guide().appeal())));
        }
        add(new Link(visit.to("start"), "去办理").test("go-start").style("zj-button", "zj-primary"));
    }

    private static String starters(Descriptor region, Starter starter) {
        return switch (starter.kind()) {
            case ANYONE -> "任何单位";
            case PERSON -> "个人";
            case ORGANISATION ->
                region.organisationTypes().stream()
                        .filter(type -> starter.ids().contains(type.code()))
                        .map(OrganisationType::title)
                        .collect(Collectors.joining("、"));
            case OFFICE ->
                region.offices().stream()
                        .filter(office -> starter.ids().contains(office.id()))
                        .map(Office::name)
                        .collect(Collectors.joining("、"));
        };
    }

    private static Table materials(List<Slot> slots) {
        Table table = new Table("材料名称", "是否必须", "数量", "要求").test("guide-materials");
        slots.forEach(slot -> table.row(slot.title(), necessity(slot), SlotRules.count(slot), SlotRules.of(slot)));
        return table.orElse("无需材料");
    }

    private static String necessity(Slot slot) {
        if (slot.requirement() instanceof Condition.Always) {
            return "必须";
        }
        return slot.requirement() instanceof Condition.Never ? "可选" : "视填写内容而定";
    }

    private static OrderedList steps(Descriptor region, Procedure procedure) {
        OrderedList list = new OrderedList(new ListItem("申请人填写并提交"));
        list.setId("guide-steps");
        procedure.chain().steps().forEach(step -> list.add(new ListItem(step(region, step))));
        return list;
    }

    private static String step(Descriptor region, Step step) {
        String who = step.actors().stream()
                .map(actor -> name(region, actor))
                .distinct()
                .collect(Collectors.joining(step.mode() == Step.Mode.ALL_OF ? "和" : "或"));
        String days = step.workingDays() == 0 ? "" : "，" + step.workingDays() + " 个工作日内";
        String silence = step.acceptOnSilence() ? "，逾期未答复的视为受理" : "";
        return step.title() + "：" + who + days + silence;
    }

    private static String name(Descriptor region, Actor actor) {
        return region.offices().stream()
                .filter(office -> office.id().equals(actor.officeId()))
                .map(Office::name)
                .findFirst()
                .orElse(actor.label());
    }
}
