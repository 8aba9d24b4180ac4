package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.national.ServicePlatform;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;
import org.zhijian.itests.server.Setup;

/** The national register by hand: a person's whole way from the application to the certificate, and a forced cancellation. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NationalBrowserTest extends Stage {
    private static final String REGION = "national-supervisor";

    private final ServicePlatform platform = new ServicePlatform();
    private String number;

    @Override
    Server serve() {
        Setup setup = Setup.demo(Database.DERBY);
        platform.announceTo(setup.data());
        Server started = Server.start(setup);
        platform.sendsBackTo(started.address() + "/" + REGION + "/service-platform");
        return started;
    }

    @AfterAll
    void stop() {
        platform.close();
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
    @Order(15)
    @DisplayName("NS-S1: a firm of the old system asks for what is known of it, shows its lock, and signs in")
    void a_firm_of_the_old_system_registers_with_its_lock() {
        String uscc = "91320599PDY000503N";
        Api agency = server.nobody().in(REGION).asAgency();
        agency.post(
                        "/api/v1/jurisdictions/" + REGION + "/intake/legacy-orgs",
                        Map.of(
                                "uscc", uscc,
                                "name", "苏州示例有锁监理有限公司",
                                "regionCode", "320500",
                                "address", "苏州市示例路8号",
                                "legalRepName", "示法人",
                                "lockSerial", "DEMO-LOCK-0002"))
                .expect(202);
        await("the firm is taken over").atMost(Duration.ofSeconds(20)).until(() -> !server.as(REGION, "ns-centre")
                .records("legacy-firms", "uscc=" + uscc)
                .isEmpty());
        try (Screen nobody = browsers.screen(server.address(), REGION, 1024, 768)) {
            nobody.open("/register/enterprise-registration")
                    .type("field-uscc", uscc)
                    .press("lookup")
                    .holds("field-orgName", "苏州示例有锁监理有限公司")
                    .holds("field-regionCode", "江苏省苏州市")
                    .type("field-contact", "示联系")
                    .type("field-contactMobile", "13900000069")
                    .pick("field-authMethod", "身份锁认证")
                    .pick("field-licenceVersion", "正本")
                    .type("lockSerial", "DEMO-LOCK-0002")
                    .upload("licence", "营业执照.jpg")
                    .type("password", Api.PASSWORD)
                    .type("passwordAgain", Api.PASSWORD)
                    .photograph("ns-registration-1024x768");
            assertThat(nobody.fitsInWidth()).isTrue();
            nobody.press("register").sees("已认证，请用统一社会信用代码和密码登录");
        }
        try (Screen firm = desk(uscc)) {
            firm.open("/registers/enterprises").sees("苏州示例有锁监理有限公司");
        }
    }

    @Test
    @Order(17)
    @DisplayName(
            "NS-I1: a person goes to 国家政务服务平台 and is at home here at once; an address that another browser brings back is not")
    void a_person_comes_from_the_service_platform() {
        platform.knows("open-1", "示政务", "320199198508010014", "13900000065");
        try (Screen person = browsers.screen(server.address(), REGION, 1024, 768)) {
            person.open("")
                    .press("sign-in-SERVICE_PLATFORM")
                    .sees("首次登录即开通账号")
                    .photograph("ns-service-platform-1024x768")
                    .press("go-service-platform")
                    .isAt("/home$")
                    .sees("示政务")
                    .photograph("ns-from-service-platform-1024x768");
        }
        try (Screen victim = browsers.screen(server.address(), REGION, 1024, 768)) {
            String state = server.nobody()
                    .post("/api/v1/auth/service-platform", Map.of("portal", REGION))
                    .ok()
                    .path("state")
                    .asText();
            victim.open("/service-platform?ticket=" + platform.ticket() + "&state=" + state)
                    .sees("登录凭据无效或已过期，请重新登录")
                    .press("back-to-sign-in")
                    .sees("政务服务平台");
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
            firm.isAt("/cases/[^/]+$").sees("操作成功").sees("待审核").photograph("ns-forced-1024x768");
        }
        try (Screen person = desk("p33")) {
            person.open("/registers/forced-cancellations").sees("江苏示例监理有限公司").photograph("ns-forced-person-1024x768");
        }
    }
}
