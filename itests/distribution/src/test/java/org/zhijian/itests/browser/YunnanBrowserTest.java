package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhijian.itests.national.Application;
import org.zhijian.itests.yunnan.Province;

/** Yunnan by hand: the way in with its pages of help, and an unlocking from the record of the lock to the body's consent. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class YunnanBrowserTest extends Stage {
    private static final String REGION = "yunnan-quality-safety";

    private Screen screen(int width, int height) {
        return browsers.screen(server.address(), REGION, width, height);
    }

    /** Firms scan; where everybody knows the password, a demonstration lets them in by it too. */
    private Screen desk(String loginName) {
        return screen(1024, 768).open("").press("sign-in-PASSWORD").enter(loginName);
    }

    @Test
    @Order(1)
    void newcomers_find_registration_and_support() {
        for (int width : new int[] {1024, 1440}) {
            try (Screen nobody = screen(width, width == 1024 ? 768 : 900)) {
                nobody.open("").sees("云南省建筑市场监管与诚信一体化平台（质量安全管理系统）").sees("注册指引").photograph("yunnan-front-" + width);
                assertThat(nobody.fitsInWidth()).isTrue();
                nobody.press("help-support")
                        .sees("641805811")
                        .sees("0871-65631360、65212258")
                        .photograph("yunnan-support-" + width);
                assertThat(nobody.fitsInWidth()).isTrue();
                nobody.open("/help/registration").sees("等待用户中心审核").photograph("yunnan-guide-" + width);
                nobody.open("/register/account-registration")
                        .sees("管理员身份证号")
                        .photograph("yunnan-registration-" + width);
                assertThat(nobody.fitsInWidth()).isTrue();
            }
        }
    }

    @Test
    @Order(2)
    void each_party_has_its_own_menu() {
        try (Screen developer = desk("y1")) {
            developer
                    .unfold("项目管理")
                    .press("menu-registers/works")
                    .sees("玉溪示例安置房工程")
                    .photograph("yunnan-developer");
            developer.sees("补录施工许可证").hasNo("menu-matters/personnel-unlock");
            assertThat(developer.fitsInWidth()).isTrue();
        }
    }

    @Test
    @Order(3)
    void a_lock_is_lifted_from_its_record() {
        String number;
        try (Screen contractor = desk("y3")) {
            contractor
                    .unfold("人员管理")
                    .press("menu-registers/person-locks")
                    .openRecord("尹滇经")
                    .press("act-unlock");
            contractor
                    .holds("field-worksName", "玉溪示例安置房工程")
                    .choose("field-reasonKind", "合同解除")
                    .type("field-reason", "合同已经解除")
                    .photograph("yunnan-unlock-form")
                    .press("next")
                    .upload("application", "申请表.jpg")
                    .press("next")
                    .press("submit");
            contractor.isAt("/cases/[^/]+$").sees("待审核");
            number = contractor.textOf("case-number");
            contractor
                    .unfold("人员管理")
                    .press("menu-matters/personnel-unlock")
                    .sees("序号")
                    .sees("上报时间")
                    .sees("查看")
                    .photograph("yunnan-unlock-list");
            assertThat(contractor.fitsInWidth()).isTrue();
        }
        try (Screen body = desk("yn-body-530400").openFromInbox(number)) {
            body.photograph("yunnan-review").press("decision-APPROVE").seesAt("count-DONE", "1");
        }
        try (Screen contractor = desk("y3")) {
            contractor.unfold("人员管理").press("menu-registers/person-locks").sees("已解锁");
        }
    }

    @Test
    @Order(4)
    void an_engineer_who_is_cancelled_nationally_leaves_a_form_that_stands_open() {
        new Province(server)
                .accepted(Province.works(
                        "T-001",
                        "5301022607010101-HZ-701",
                        "5301022607010101-HJ-701",
                        Province.p21(),
                        Province.p23(),
                        Province.person("项目总监", "曹滇员", "530199199306070266", Province.Y4)));
        Application cancellation = Application.draft(
                        server,
                        "p26",
                        "cancellation-registration",
                        Map.of("reason", "OWN_WISH", "applicantCommitment", true),
                        "applicationForm")
                .submit()
                .reportedBy("y4")
                .decided(Application.CENTRE, "ACCEPT")
                .decided(Application.CENTRE, "APPROVE");
        try (Screen supervisor = desk("y4")) {
            supervisor
                    .press("menu-start")
                    .press("start-personnel-substitution")
                    .pick("field-changeKind", "项目总监")
                    .offers("field-afterPersonId", "滇监", "孔滇监")
                    .photograph("yunnan-picker");

            cancellation.decided(Application.MINISTRY, "APPROVE");

            supervisor
                    .offers("field-afterPersonId", "张", "张滇监")
                    .offers("field-afterPersonId", "滇监", "张滇监")
                    .doesNotOffer("孔滇监")
                    .photograph("yunnan-picker-after");
        }
    }
}
