package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.api.Portal.Page.page;
import static org.zhijian.api.Portal.Section.section;
import static org.zhijian.api.Portal.Section.steps;

import org.zhijian.api.Portal;
import org.zhijian.api.Portal.Contact;
import org.zhijian.api.Portal.Subsystem;
import org.zhijian.api.signin.Forgotten;
import org.zhijian.api.signin.MobileChange;
import org.zhijian.api.signin.SignInMethod;
import org.zhijian.api.signin.SignInPolicy;

/** How people find their way in: registration, the scanned code, whom to ask (用户操作手册 第一章, 第三章). */
final class FrontDoor {
    private FrontDoor() {}

    static Portal portal() {
        return Portal.named("云南省建筑市场监管与诚信一体化平台（质量安全管理系统）")
                .accent("#9a3412")
                .welcome("单位用户用云南建管小程序扫码登录，审核人员用账号密码登录。")
                .contacts(
                        new Contact("系统", "0871-65631360、65212258"),
                        new Contact("注考中心", "0871-68503755"),
                        new Contact("人员类", "0871-68503755、64320981"),
                        new Contact("监管处", "0871-64322249"))
                .signIn(SignInPolicy.PASSWORDS
                        .parties(SignInMethod.QR_CODE)
                        .people(SignInMethod.SMS)
                        .forgotten(Forgotten.says("单位用户请重新扫码登录；审核人员请联系工程质量安全监管处重置密码"))
                        .mobileChange(MobileChange.NOT_OFFERED))
                .pages(registration(), signIn(), support())
                .systems(new Subsystem("质量安全", "工程报监、关键岗位人员锁定与变更、竣工验收备案"));
    }

    private static Portal.Page registration() {
        return page(
                "registration",
                "注册指引",
                steps(
                        "单位账号",
                        "进入平台首页，点击“还没有账号？注册”。",
                        "选择账号类型：建设单位、施工单位、监理单位、勘察单位、设计单位或者检测机构。",
                        "填写单位信息和管理员信息，上传营业执照扫描件，提交。",
                        "等待用户中心审核，审核通过后完成注册；凭办件编号可以查看审核结果。",
                        "管理员用云南建管小程序扫码登录。"),
                section("个人账号", "个人用户在云南建管小程序完成实名认证后即可使用，不需要在此注册。"),
                section("一人多个角色", "同一人担任多家单位管理员的，扫码后在小程序中选择本次登录的角色；更换角色须重新扫码。"));
    }

    private static Portal.Page signIn() {
        return page(
                "sign-in",
                "扫码登录指引",
                steps(
                        "登录",
                        "在平台首页选择“扫码”。",
                        "打开云南建管小程序，用管理员本人的手机号码登录后扫描二维码。二维码120秒内有效，过期请刷新。",
                        "在小程序中选择角色账号并确认；待审核的角色不能选择。",
                        "在平台的系统页选择“质量安全”。",
                        "在左侧菜单中选择企业管理、人员管理或者项目管理。"),
                section("审核人员", "主管部门、监督机构的审核人员选择“账号密码”登录。"));
    }

    private static Portal.Page support() {
        return page(
                "support",
                "技术支持",
                section("QQ群", "641805811", "768158740", "674588137"),
                section(
                        "咨询电话",
                        "系统：0871-65631360、65212258",
                        "注考中心：0871-68503755",
                        "人员类：0871-68503755、64320981",
                        "监管处：0871-64322249"));
    }
}
