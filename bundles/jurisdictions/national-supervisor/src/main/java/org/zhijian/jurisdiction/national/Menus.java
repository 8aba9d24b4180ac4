package org.zhijian.jurisdiction.national;

import static org.zhijian.api.Menu.group;
import static org.zhijian.api.Menu.records;

import org.zhijian.api.Menu;

/** The menu in the words of the manual: 注册上报, 企业信息, 异常信息查询 for firms, the five matters for people, 审核 for offices. */
final class Menus {
    private Menus() {}

    static Menu[] all() {
        return new Menu[] {
            group(
                    "注册申请",
                    matter(BusinessType.INITIAL),
                    matter(BusinessType.RENEWAL),
                    matter(BusinessType.CHANGE),
                    matter(BusinessType.CANCELLATION),
                    matter(BusinessType.REPLACEMENT),
                    Menu.matter("强制注销异议", CancellationObjection.ID, "提出异议")),
            group(
                    "审核",
                    review(BusinessType.INITIAL),
                    review(BusinessType.RENEWAL),
                    review(BusinessType.CHANGE),
                    review(BusinessType.CANCELLATION),
                    review(BusinessType.REPLACEMENT),
                    Menu.review("强制注销", ForcedCancellation.ID),
                    Menu.review("企业重要信息", ImportantInformation.ID),
                    Menu.matter("企业密码重置", PasswordReset.ID, "重置密码")),
            group(
                    "注册上报",
                    records("上报台账", Report.REPORTS.id()),
                    records("已注册人员", Registration.REGISTRATIONS.id()).where("status", RegistrationStatus.VALID.name()),
                    records("注册记录", RegistrationEntry.ENTRIES.id()),
                    records("强制注销", ForcedCase.CASES.id()).starting(Menu.matter("强制注销", ForcedCancellation.ID, "申请"))),
            group(
                    "企业信息",
                    records("企业信息", Enterprise.ENTERPRISES.id())
                            .starting(
                                    Menu.matter("基本信息", BasicInformation.ID, "修改基本信息"),
                                    Menu.matter("重要信息", ImportantInformation.ID, "修改重要信息"))),
            group("异常信息查询", records("行政处罚", Penalty.PENALTIES.id()))
        };
    }

    private static Menu matter(BusinessType type) {
        return Menu.matter(type.title(), type.procedure(), "申请" + type.title());
    }

    private static Menu review(BusinessType type) {
        return Menu.review(type.title(), type.procedure());
    }
}
