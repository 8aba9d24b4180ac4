package org.zhijian.portal.administration;

import org.zhijian.core.administration.Administration.OfficeLine;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Table;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** 机构与人员: the offices of the region, and how many accounts each has. */
public final class OfficesPage extends AdministrationPage {
    public OfficesPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        Table table = new Table("机构", "级别", "在用账号", "").test("offices");
        for (OfficeLine office : platform().administration().offices(visit.caller(), visit.regionId())) {
            table.row(
                    office.name(),
                    office.level(),
                    office.members() == 0 ? "无" : office.members() + " 个",
                    new Link(visit.to("administration/accounts?office=" + office.id()), "查看账号")
                            .test("office-" + office.id()));
        }
        add(heading("机构与人员"), new Panel("", Sentence.hint("机构随业务模块设置；同一机构可以有多名人员，每人使用自己的账号。"), table));
    }
}
