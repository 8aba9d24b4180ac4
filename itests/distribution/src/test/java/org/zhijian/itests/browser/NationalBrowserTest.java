package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/** The national register by hand: a person's whole way from the application to the certificate, and a forced cancellation. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NationalBrowserTest {
    private static final String REGION = "national-supervisor";

    private Server server;
    private Browsers browsers;
    private String number;

    @BeforeAll
    void start() {
        assumeTrue(Browsers.installed().isPresent(), "Chromium is not installed");
        server = Server.demo(Database.DERBY);
        browsers = Browsers.open();
    }

    @AfterAll
    void stop() {
        if (browsers != null) {
            browsers.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private Screen desk(String loginName) {
        return browsers.screen(server.address(), REGION, 1024, 768).signIn(loginName);
    }

    @Test
    @Order(10)
    @DisplayName("the front page says what the manual says, and whoever has forgotten the password reads one sentence")
    void the_front_page() {
        try (Screen nobody = browsers.screen(server.address(), REGION, 1024, 768)) {
            nobody.open("").sees("注册监理工程师管理系统").sees("010-68362887、68313292").photograph("ns-front-1024x768");
            assertThat(nobody.fitsInWidth()).isTrue();
            nobody.press("forgotten").sees("请联系省级注册主管部门重置密码！");
        }
    }

    @Test
    @Order(20)
    @DisplayName("NS-S2: a person applies; what is known is filled in")
    void a_person_applies() {
        try (Screen person = desk("p31")) {
            person.photograph("ns-person-home-1024x768");
            person.unfold("注册申请").press("menu-matters/initial-registration").press("start-initial-registration");
            person.choose("field-employerOrg", "江苏示例监理有限公司")
                    .chooseSeveral("field-specialties", "房屋建筑工程", "市政公用工程")
                    .type("field-examCertNo", "00012345")
                    .type("field-examIssuedOn", "2025-06-30")
                    .type("field-contractFrom", "2026-01-01")
                    .type("field-contractTo", "2029-12-31")
                    .tick("field-applicantCommitment")
                    .photograph("ns-initial-1024x768");
            assertThat(person.fitsInWidth()).isTrue();
            person.press("next")
                    .upload("photo", "照片.jpg")
                    .upload("idCard", "身份证.jpg")
                    .upload("examCertificate", "资格证书.jpg")
                    .upload("labourContract", "劳动合同.jpg")
                    .upload("titleCertificate", "职称证书.jpg")
                    .photograph("ns-initial-materials-1024x768")
                    .press("next")
                    .press("submit");
            person.isAt("/cases/[^/]+$").sees("待上报").photograph("ns-initial-case-1024x768");
            number = person.textOf("case-number").replaceAll(".*(NS-\\d{4}-\\d+).*", "$1");
        }
    }

    @Test
    @Order(30)
    @DisplayName("the firm reports, having ticked its commitment; a reason is typed or chosen where it does not")
    void the_firm_reports() {
        try (Screen firm = desk("n1")) {
            firm.photograph("ns-firm-home-1024x768");
            firm.openFromInbox(number).press("decision-APPROVE").sees("请先确认企业承诺条款");
            firm.press("decision-RETURN").sees("请输入或选择退回理由").photograph("ns-report-1024x768");
            firm.tick("field-enterpriseCommitment").press("decision-APPROVE").seesAt("count-DONE", "1");
            firm.unfold("注册上报").press("menu-registers/reports");
            firm.sees("已上报（待受理）").photograph("ns-reports-1024x768");
            assertThat(firm.fitsInWidth()).isTrue();
        }
    }

    @Test
    @Order(40)
    @DisplayName("the centre accepts and reviews, the ministry decides, announces and prints the certificate")
    void the_ministry_registers() {
        try (Screen centre = desk("ns-centre")) {
            centre.openFromInbox(number).photograph("ns-accept-1024x768").press("decision-ACCEPT");
            // The next item opens by itself: the review of the same case.
            centre.press("decision-APPROVE").seesAt("count-DONE", "2");
        }
        try (Screen ministry = desk("ns-mohurd")) {
            ministry.openFromInbox(number).press("decision-APPROVE");
            ministry.press("decision-CONFIRM").seesAt("count-DONE", "2");
            ministry.open("/registers/practice-certificates").openRecord("华国监");
            ministry.sees("打印证书").photograph("ns-certificate-1024x768");
        }
        try (Screen person = desk("p31")) {
            person.open("/registers/registrations").sees("有效").photograph("ns-person-registration-1024x768");
        }
        try (Screen nobody = browsers.screen(server.address(), REGION, 1440, 900)) {
            nobody.open("").sees("初始注册公告（华*监）").photograph("ns-front-1440x900");
        }
    }

    @Test
    @Order(50)
    @DisplayName("NS-R10: a firm applies to have a registration cancelled and takes it back")
    void a_firm_forces_out_and_takes_back() {
        try (Screen firm = desk("n1")) {
            firm.unfold("注册上报").press("menu-registers/forced-cancellations").press("start-forced-cancellation");
            firm.choose("field-registrationId", "魏国监")
                    .type("field-reason", "已解除劳动合同")
                    .pick("field-proofKind", "解除劳动合同（关系）协议书")
                    .press("next")
                    .upload("attachments", "协议书.jpg")
                    .press("next")
                    .press("submit");
            firm.isAt("/cases/[^/]+$").sees("待审核").photograph("ns-forced-1024x768");
        }
        try (Screen person = desk("p33")) {
            person.open("/registers/forced-cancellations").sees("江苏示例监理有限公司").photograph("ns-forced-person-1024x768");
        }
    }

    @Test
    @Order(60)
    @DisplayName("every page of the menus fits both screens")
    void every_page_fits() {
        try (Screen firm = desk("n1")) {
            for (String page : new String[] {
                "registers/reports",
                "registers/registrations?status=VALID",
                "registers/registration-entries",
                "registers/enterprises",
                "registers/penalties",
                "matters/basic-information",
                "matters/important-information",
                "account"
            }) {
                fits(firm, page, "firm");
            }
        }
        try (Screen province = desk("ns-prov-32")) {
            for (String page : new String[] {"inbox", "matters/password-reset", "registers/enterprises"}) {
                fits(province, page, "province");
            }
        }
        try (Screen centre = desk("ns-centre")) {
            for (String page :
                    new String[] {"home", "inbox", "reviews/initial-registration", "registers/registrations"}) {
                fits(centre, page, "centre");
            }
        }
    }

    private static void fits(Screen screen, String page, String who) {
        String name = "ns-" + who + "-" + page.replaceAll("[^a-z]", "-");
        for (int[] size : new int[][] {{1440, 900}, {1024, 768}}) {
            screen.resize(size[0], size[1]).open("/" + page).sees("账号");
            screen.photograph(name + "-" + size[0] + "x" + size[1]);
            assertThat(screen.fitsInWidth()).as(page + " at " + size[0]).isTrue();
        }
    }
}
