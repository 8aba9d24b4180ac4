package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.api.Menu.group;
import static org.zhijian.api.Menu.matter;
import static org.zhijian.api.Menu.records;
import static org.zhijian.api.Menu.review;

import org.zhijian.api.Menu;

/** The top menu of the manual (企业管理, 人员管理, 项目管理); each party sees of it what it may do. */
final class Menus {
    private Menus() {}

    static Menu[] all() {
        return new Menu[] {reviews(), projects(), people(), organisations()};
    }

    private static Menu reviews() {
        return group(
                "审核",
                review("人员解锁申请", UnlockApplication.ID),
                review("项目主要管理人员变更", Substitution.ID),
                review("工程信息变更", WorksChange.ID),
                review("参建单位变更", PartyChange.ID),
                review("竣工验收备案", CompletionFiling.ID));
    }

    private static Menu projects() {
        return group(
                "项目管理",
                group(
                        "在建",
                        records("工程报监", Works.WORKS.id()),
                        records("参建单位", WorksParty.PARTIES.id()),
                        matter("补录施工许可证", PermitEntry.ID, "补录"),
                        matter("变更工程信息", WorksChange.ID, "添加变更"),
                        matter("变更工程人员", PeopleChange.ID, "添加变更"),
                        matter("变更参建单位", PartyChange.ID, "添加变更")),
                group(
                        "验收管理",
                        matter("竣工验收备案", CompletionFiling.ID, "添加"),
                        records("备案台账", CompletionRecord.COMPLETIONS.id()),
                        records("施工许可证", Permit.PERMITS.id())));
    }

    private static Menu people() {
        return group(
                "人员管理",
                group(
                        "锁定/解锁",
                        matter("人员解锁申请", UnlockApplication.ID, "添加"),
                        matter("项目主要管理人员变更", Substitution.ID, "添加"),
                        records("人员锁定", PersonLock.LOCKS.id()),
                        records("解锁申请台账", UnlockRecord.UNLOCKS.id()),
                        records("人员变更台账", ChangeRecord.CHANGES.id())),
                group(
                        "任职与证书",
                        records("岗位任职", Engagement.ENGAGEMENTS.id()),
                        records("人员证书", Certificate.CERTIFICATES.id())));
    }

    private static Menu organisations() {
        return group("企业管理", group("基本信息", records("企业基本信息", OrganisationFile.FILES.id())));
    }
}
