package org.zhijian.portal.page;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import org.zhijian.api.check.Regions;
import org.zhijian.api.directory.Organisation;
import org.zhijian.core.organisation.OwnOrganisation.View;
import org.zhijian.portal.components.Descriptions;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** 本单位: what is known of the own organisation, and by which matter it is changed. */
public final class OrganisationPage extends DeskPage {
    public OrganisationPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        View view = platform().organisation().view(visit.caller());
        Organisation own = view.organisation();
        add(heading("本单位"));
        add(new Panel(
                        "登记的信息",
                        new Descriptions()
                                .item("单位名称", own.name())
                                .item("统一社会信用代码", own.uscc())
                                .item("组织机构代码", own.orgCode())
                                .item("单位类型", String.join("、", view.types()))
                                .item("所在地区", Regions.fullName(own.regionCode()).orElse(""))
                                .item("法定代表人", own.legalRepresentative())
                                .item("联系人", own.contactName())
                                .item("联系人手机", own.contactMobile()))
                .test("organisation"));
        Panel change = new Panel("变更登记的信息");
        if (view.changedBy().isEmpty()) {
            change.add(Sentence.hint("登记的信息有变化的，请联系主管部门办理。单位名称与组织机构代码锁定，不能自行修改。"));
        } else {
            change.add(Sentence.hint("登记的信息有变化的，请办理下列事项："));
            UnorderedList list = new UnorderedList();
            list.addClassName("zj-plain");
            view.changedBy()
                    .forEach(matter ->
                            list.add(new ListItem(new Link(visit.to("guide/" + matter.procedure()), matter.title())
                                    .test("changed-by-" + matter.procedure()))));
            change.add(list);
        }
        add(change);
    }
}
