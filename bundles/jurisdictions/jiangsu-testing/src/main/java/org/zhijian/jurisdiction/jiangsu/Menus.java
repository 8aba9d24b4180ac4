package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.Menu.group;
import static org.zhijian.api.Menu.matter;
import static org.zhijian.api.Menu.records;
import static org.zhijian.api.Menu.review;

import org.zhijian.api.Menu;

/** The menu in the words of the manual: doubled by division for the organisations, 审核 for the reviewers. */
final class Menus {
    private Menus() {}

    static Menu[] all() {
        return new Menu[] {
            reviews(), division("工程质量检测诚信管理", Division.MATERIAL), division("地基基础检测诚信管理", Division.FOUNDATION)
        };
    }

    private static Menu division(String title, Division division) {
        String code = division.name();
        return group(
                title,
                group(
                        "诚信变更管理",
                        matter("人员变更调离", PersonnelTransfer.ID, "添加变更").with("entryDivision", code),
                        matter("人员上岗证补办", CertificateReplacement.ID, "添加补办"),
                        matter("人员注销", CertificateCancellation.ID, "添加注销").with("entryDivision", code)),
                group(
                        "人员诚信管理",
                        records("基本信息", StaffMember.STAFF.id())
                                .where("division", code)
                                .starting(matter("人员备案", StaffFiling.ID, "添加人员").with("division", code)),
                        records("岗位合格证书", Certificate.CERTIFICATES.id()).where("division", code)),
                group(
                        "机构诚信管理",
                        records("基本信息", TestingOrganisation.ORGANISATIONS.id())
                                .where("divisions", code)
                                .starting(matter("机构信息备案", OrganisationFiling.ID, "上报机构信息")),
                        records("检测能力", Capability.CAPABILITIES.id())
                                .where("division", code)
                                .starting(matter("检测能力增项", CapabilityAddition.ID, "添加检测能力"))));
    }

    private static Menu reviews() {
        return group(
                "审核",
                review("人员变更审批", PersonnelTransfer.ID),
                review("人员补证审批", CertificateReplacement.ID),
                review("人员注销审核", CertificateCancellation.ID),
                review("检测能力删除审批", CapabilityRemoval.ID),
                review("检测能力增项备查", CapabilityAddition.ID),
                review("人员备案", StaffFiling.ID),
                review("机构备案", OrganisationFiling.ID));
    }
}
