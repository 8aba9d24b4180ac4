package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.SoftwareLock;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;
import org.zhijian.itests.server.Setup;

/** Every way to sign in, over REST and by hand, at the fictional region, which offers them all. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInTest {
    private static final String REGION = "sample";
    private static final String LOCK = "DEMO-LOCK-0001";
    private static final String MOBILE_S1 = "13900000081";
    private static final String MOBILE_S2 = "13900000082";
    private static final String MOBILE_S12 = "13900000084";
    private static final String ADMINISTRATION = "/api/v1/jurisdictions/sample/administration/accounts";
    private static final String MEANS = "/api/v1/jurisdictions/sample/sign-in-means";
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private Server server;
    private Browsers browsers;
    private Api bureau;

    @BeforeAll
    void start() throws IOException {
        Setup setup = Setup.demo(Database.DERBY);
        Path deploy = Files.createDirectories(setup.data().resolve("deploy"));
        Files.copy(Path.of(System.getProperty("zhijian.sample.jar")), deploy.resolve("sample.jar"));
        server = Server.start(setup);
        await("the fictional region")
                .atMost(Duration.ofSeconds(60))
                .until(() -> server.nobody().get("/api/v1/jurisdictions").text().contains("\"" + REGION + "\""));
        bureau = as(token(Map.of("loginName", "sa-bureau", "password", Api.PASSWORD)));
        if (Browsers.installed().isPresent()) {
            browsers = Browsers.open();
        }
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

    private Answer token(Map<String, String> command) {
        Map<String, String> whole = new HashMap<>(command);
        whole.putIfAbsent("portal", REGION);
        return server.nobody().post("/api/v1/auth/token", whole);
    }

    private Api as(Answer token) {
        return server.nobody()
                .with("Authorization", "Bearer " + token.ok().path("token").asText());
    }

    private static String whoIs(Api api) {
        return api.get("/api/v1/me").ok().path("loginName").asText();
    }

    /** The text of the latest message to a number after so many. */
    private String message(String mobile, int before) {
        await("a message to " + mobile)
                .atMost(Duration.ofSeconds(20))
                .until(() -> messages(mobile).size() > before);
        return messages(mobile).get(0).path("text").asText();
    }

    private List<JsonNode> messages(String mobile) {
        return server.nobody().get("/demo/sms?mobile=" + mobile).items();
    }

    private static String code(String message) {
        Matcher code = CODE.matcher(message);
        assertThat(code.find()).as(message).isTrue();
        return code.group();
    }

    private String accountId(String loginName) {
        return bureau.get(MEANS + "?q=" + loginName).items().stream()
                .filter(item -> item.path("loginName").asText().equals(loginName))
                .findFirst()
                .orElseThrow()
                .path("accountId")
                .asText();
    }

    private Screen screen() {
        assumeTrue(browsers != null, "Chromium is not installed");
        return browsers.screen(server.address(), REGION, 1024, 768);
    }

    // ---- over REST -------------------------------------------------------------------------------------------------

    @Test
    @Order(10)
    void a_captcha_that_is_answered_wrong_is_refused_before_the_password_is_looked_at() {
        JsonNode captcha = server.nobody().get("/api/v1/auth/captcha").ok();
        assertThat(captcha.path("image").asText()).startsWith("data:image/png;base64,");
        Answer answer = token(Map.of(
                "loginName",
                "s1",
                "password",
                Api.PASSWORD,
                "captchaId",
                captcha.path("captchaId").asText(),
                "captcha",
                "0000"));
        assertThat(answer.expect(422).code()).isEqualTo("CAPTCHA");
        assertThat(answer.json().path("detail").asText()).isEqualTo("验证码错误或已过期");
        assertThat(whoIs(as(token(Map.of("loginName", "s1", "password", Api.PASSWORD)))))
                .isEqualTo("s1");
    }

    @Test
    @Order(11)
    void what_a_region_does_not_offer_is_refused() {
        Map<String, String> elsewhere = Map.of("portal", Api.JURISDICTION, "loginName", "j1", "smsCode", "123456");
        assertThat(server.nobody()
                        .post("/api/v1/auth/qr", Map.of("portal", Api.JURISDICTION))
                        .expect(403)
                        .code())
                .isEqualTo("METHOD_NOT_OFFERED");
        assertThat(token(elsewhere).expect(403).code()).isEqualTo("METHOD_NOT_OFFERED");
        assertThat(server.nobody()
                        .post("/api/v1/auth/sms", Map.of("portal", Api.JURISDICTION, "loginName", "j1"))
                        .expect(403)
                        .code())
                .isEqualTo("METHOD_NOT_OFFERED");
    }

    @Test
    @Order(12)
    void a_dynamic_password_opens_a_session_once_and_names_stay_unknown() {
        int before = messages(MOBILE_S2).size();
        for (String name : List.of("s2", "nobody")) {
            server.nobody()
                    .post("/api/v1/auth/sms", Map.of("portal", REGION, "loginName", name))
                    .expect(202);
        }
        String code = code(message(MOBILE_S2, before));
        assertThat(whoIs(as(token(Map.of("loginName", "s2", "smsCode", code))))).isEqualTo("s2");
        token(Map.of("loginName", "s2", "smsCode", code)).expect(401);
        token(Map.of("loginName", "nobody", "smsCode", code)).expect(401);
    }

    @Test
    @Order(13)
    void a_scanned_code_opens_the_session_of_the_chosen_role_for_whoever_shows_it() {
        JsonNode qr = server.nobody()
                .post("/api/v1/auth/qr", Map.of("portal", REGION))
                .ok();
        String path = "/api/v1/auth/qr/" + qr.path("qrId").asText();
        Api phone = as(token(Map.of("loginName", "s11", "password", Api.PASSWORD)));
        server.nobody().post(path + "/scan").expect(401);
        List<JsonNode> roles =
                Answer.stream(phone.post(path + "/scan").ok().path("roles")).toList();
        assertThat(roles).extracting(role -> role.path("loginName").asText()).containsExactly("s1", "s11");
        phone.post(path + "/confirm", Map.of("accountId", accountId("s2"))).expect(403);
        phone.post(
                        path + "/confirm",
                        Map.of("accountId", roles.get(0).path("accountId").asText()))
                .ok();
        phone.post(
                        path + "/confirm",
                        Map.of("accountId", roles.get(0).path("accountId").asText()))
                .expect(409);

        assertThat(server.nobody().get(path).ok().path("ticket").isNull()).isTrue();
        Api shows = server.nobody().with("X-Qr-Secret", qr.path("secret").asText());
        String ticket = shows.get(path).ok().path("ticket").asText();
        Map<String, String> command = Map.of("qrId", qr.path("qrId").asText(), "ticket", ticket);
        assertThat(whoIs(as(token(command)))).isEqualTo("s1");
        token(command).expect(401);
    }

    @Test
    @Order(14)
    void a_lock_opens_a_session_until_it_is_reported_lost() {
        assertThat(whoIs(as(lock(Api.PASSWORD)))).isEqualTo("s1");
        assertThat(lock("Wrong-2026!").expect(401).code()).isEqualTo("BAD_CREDENTIALS");

        bureau.delete(MEANS + "/" + accountId("s1") + "/usb-key").expect(204);
        assertThat(lock(Api.PASSWORD).expect(401).code()).isEqualTo("USB_KEY_REFUSED");
        bureau.put(MEANS + "/" + accountId("s1") + "/usb-key", Map.of("serial", LOCK))
                .expect(204);
        assertThat(whoIs(as(lock(Api.PASSWORD)))).isEqualTo("s1");
    }

    private Answer lock(String password) {
        Map<String, String> proof = new HashMap<>(new SoftwareLock(LOCK).answer(server.nobody()));
        proof.put("password", password);
        return server.nobody().post("/api/v1/auth/usbkey/verify", proof);
    }

    @Test
    @Order(15)
    void a_mobile_number_changes_in_two_steps_when_the_office_has_agreed() {
        Api owner = as(token(Map.of("loginName", "s12", "password", Api.PASSWORD)));
        String fresh = "13900000094";
        int before = messages(MOBILE_S12).size();
        owner.post("/api/v1/me/mobile/old-code").expect(202);
        owner.post("/api/v1/me/mobile/proof", Map.of("code", "x")).expect(422);
        String proof = owner.post("/api/v1/me/mobile/proof", Map.of("code", code(message(MOBILE_S12, before))))
                .ok()
                .path("proof")
                .asText();
        assertThat(owner.post("/api/v1/me/mobile/new-code", Map.of("proof", proof, "mobile", MOBILE_S12))
                        .expect(422)
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo("新手机号码与原手机号码相同");
        owner.post("/api/v1/me/mobile/new-code", Map.of("proof", proof, "mobile", fresh))
                .expect(202);
        Answer changed = owner.post(
                "/api/v1/me/mobile", Map.of("proof", proof, "mobile", fresh, "code", code(message(fresh, 0))));
        assertThat(changed.ok().path("effective").asBoolean()).isFalse();
        assertThat(owner.post("/api/v1/me/mobile/old-code")
                        .expect(409)
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo("已有待审核的变更申请");

        String changes = "/api/v1/jurisdictions/sample/mobile-changes";
        owner.get(changes).expect(403);
        String id = bureau.get(changes).items().get(0).path("id").asText();
        bureau.once("agree")
                .post(changes + "/" + id + "/decision", Map.of("decision", "APPROVE"))
                .expect(204);
        assertThat(owner.get("/api/v1/me/mobile").ok().path("mobile").asText()).isEqualTo("139****0094");
    }

    // ---- by hand ---------------------------------------------------------------------------------------------------

    @Test
    @Order(20)
    void a_code_on_the_screen_is_scanned_and_a_role_confirmed_on_the_phone() {
        try (Screen desk = screen().open("");
                Screen phone = browsers.screen(server.address(), REGION, 400, 800)) {
            desk.press("sign-in-QR_CODE").seesAt("qr-state", "等待扫码").photograph("sign-in-qr-1024x768");
            String path = desk.attributeOf("qr-picture", "data-content").replaceFirst("^/" + REGION, "");

            phone.open(path)
                    .type("loginName", "s11")
                    .type("password", Api.PASSWORD)
                    .press("sign-in-button");
            phone.pick("roles", "示例甲商行").photograph("scan-400x800");
            desk.seesAt("qr-state", "已扫码");
            phone.press("confirm").seesAt("scan-result", "已确认");
            desk.seesAt("who", "示例甲商行");
        }
    }

    @Test
    @Order(21)
    void a_lock_is_asked_by_the_browser() {
        try (Screen desk = screen().open("")) {
            desk.press("sign-in-USB_KEY")
                    .type("serial", LOCK)
                    .type("password", Api.PASSWORD)
                    .photograph("sign-in-lock-1024x768")
                    .press("sign-in-button");
            desk.seesAt("who", "示例甲商行");
        }
    }

    @Test
    @Order(22)
    void a_password_that_was_reset_comes_by_sms_and_must_be_changed_first_of_all() {
        int before = messages(MOBILE_S2).size();
        bureau.post(ADMINISTRATION + "/" + accountId("s2") + "/password").ok();
        String password = message(MOBILE_S2, before).replaceAll(".*已重置为(\\w+)，.*", "$1");
        Api fresh = as(token(Map.of("loginName", "s2", "password", password)));
        assertThat(fresh.get("/api/v1/cases").expect(403).code()).isEqualTo("MUST_CHANGE_PASSWORD");

        try (Screen desk = screen().open("")) {
            desk.type("loginName", "s2").type("password", password).photograph("sign-in-password-1024x768");
            desk.press("sign-in-button").isAt("/account$").sees("必须先修改密码才能继续使用");
            desk.open("/home").isAt("/account$").photograph("forced-change-1024x768");
            desk.type("oldPassword", password)
                    .type("newPassword", "11111")
                    .type("newPasswordAgain", "11111")
                    .press("change-password")
                    .seesAt("error-summary", "密码长度应为8至20位");
            desk.type("newPassword", "Shili2026")
                    .type("newPasswordAgain", "Shili2026")
                    .press("change-password");
            desk.isAt("/home$");
        }
        assertThat(whoIs(as(token(Map.of("loginName", "s2", "password", "Shili2026")))))
                .isEqualTo("s2");
    }

    @Test
    @Order(23)
    void a_dynamic_password_lets_in_and_the_owner_and_the_office_change_the_number() {
        try (Screen desk = screen().open("")) {
            desk.press("sign-in-SMS").seesAt("code-sent", "登记的手机号码").type("loginName", "s1");
            int before = messages(MOBILE_S1).size();
            desk.press("send-code").seesAt("code-sent", "已发送");
            desk.type("smsCode", code(message(MOBILE_S1, before)))
                    .photograph("sign-in-sms-1024x768")
                    .press("sign-in-button");
            desk.seesAt("who", "示例甲商行").press("menu-account").press("mobile-change");

            int asked = messages(MOBILE_S1).size();
            desk.press("send-old-code").type("old-code", "000000").press("mobile-next");
            desk.seesAt("mobile-problem", "验证码错误或已过期");
            desk.type("old-code", code(message(MOBILE_S1, asked))).press("mobile-next");
            desk.type("new-mobile", "13900000091").press("send-new-code");
            desk.type("new-code", code(message("13900000091", 0)))
                    .photograph("mobile-change-1024x768")
                    .press("mobile-submit");
            desk.seesAt("mobile-box", "待审核");
        }
        try (Screen office = screen().signIn("sa-bureau")) {
            office.press("menu-accounts").seesAt("mobile-changes", "139****0091");
            office.photograph("accounts-1024x768").press("approve-s1");
            office.sees("已同意").hasNoVisible("mobile-changes");
            assertThat(office.fitsInWidth()).isTrue();
        }
    }

    /** AUTH-07: who knows the registration finds the login name, and who proves the registrant the whole number. */
    @Test
    void a_login_name_is_found_again() {
        try (Screen desk = screen().open("")) {
            desk.press("find-login-name").press("find-login-names").seesAt("problem", "请填写单位名称");
            desk.type("orgName", "示例乙小吃店").type("orgCode", "PDY00091-7").press("find-login-names");
            desk.seesAt("problem", "未找到注册信息");
            desk.type("orgName", "示例甲商行").press("find-login-names").seesAt("login-names", "s1");
            desk.seesAt("login-names", "139****00").photograph("login-names-1024x768");
            assertThat(desk.fitsInWidth()).isTrue();
            desk.type("registrantIdNo", "320199197905150817").press("find-login-names");
            desk.seesAt("login-names", "139000000");
        }
        Map<String, String> asked =
                Map.of("portal", "jiangsu-testing", "orgName", "南京示例检测中心有限公司", "orgCode", "PDY00011-6");
        server.nobody().post("/api/v1/auth/login-names", asked).expect(404);
    }
}
