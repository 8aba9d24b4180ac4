package org.zhijian.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Folders;
import org.zhijian.itests.server.Server;

/** How organisations come to their accounts: at once, after a review, by an office, and from a register that was kept before. */
@Tag("derby")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationTest {
    private static final String SAMPLE = "/api/v1/jurisdictions/sample";
    private static final String JIANGSU = "/api/v1/jurisdictions/jiangsu-testing";
    private static final String CHOSEN = "Market2026";

    private Server server;
    private Api bureau;
    private Api province;

    @BeforeAll
    void start() throws IOException {
        server = Server.demo(Database.DERBY);
        Path jar = Folders.root().resolve("bundles/jurisdictions/sample/target/zhijian-sample-1.0.0.jar");
        Files.copy(
                jar,
                Files.createDirectories(server.setup().data().resolve("deploy")).resolve("sample.jar"));
        await("the sample region")
                .atMost(Duration.ofSeconds(60))
                .until(() -> server.nobody().get(SAMPLE + "/registrations").status() == 200);
        bureau = server.nobody().signIn("sample", "sa-bureau", Api.PASSWORD);
        province = server.as("js-prov");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static Map<String, Object> form(String name, String orgCode, String login) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("orgName", name);
        form.put("orgCode", orgCode);
        form.put("legalRepName", "示主");
        form.put("contactName", "示主");
        form.put("contactMobile", "13900000085");
        form.put("loginName", login);
        return form;
    }

    private static Map<String, Object> command(String registration, Map<String, Object> form) {
        return Map.of("registration", registration, "form", form, "password", CHOSEN);
    }

    private static Map<String, Object> trader(String name, String orgCode, String login) {
        Map<String, Object> form = form(name, orgCode, login);
        form.put("declaration", true);
        return command("trader-registration", form);
    }

    @Test
    void a_trader_registers_and_signs_in_at_once_and_only_once() {
        Map<String, Object> command = trader("示例丙商行", "PDY00095-X", "bing");
        Api nobody = server.nobody().once("register-bing");

        JsonNode receipt =
                nobody.post(SAMPLE + "/registrations", command).expect(201).json();
        assertThat(receipt.path("logins").path(0).path("loginName").asText()).isEqualTo("bing");
        assertThat(nobody.post(SAMPLE + "/registrations", command).expect(201).json())
                .isEqualTo(receipt);
        Api bing = server.nobody().signIn("sample", "bing", CHOSEN);
        assertThat(bing.get("/api/v1/cases").items()).hasSize(1);

        assertThat(server.nobody()
                        .post(SAMPLE + "/registrations", trader("示例丙商行", "PDY00095-X", "bing2"))
                        .expect(422)
                        .messages())
                .contains("该经营户已注册");
        assertThat(server.nobody()
                        .post(SAMPLE + "/registrations", trader("示例丁商行", "PDY00095-X", "ding"))
                        .expect(422)
                        .messages())
                .contains("组织机构代码PDY00095-X已与单位名称“示例丙商行”锁定");
        assertThat(server.nobody()
                        .post(SAMPLE + "/registrations", trader("示例丁商行", "PDY00095-1", "BING"))
                        .expect(422)
                        .messages())
                .contains("组织机构代码格式不正确");
    }

    @Test
    void a_market_waits_for_the_bureau_and_hears_why_it_was_refused() {
        Map<String, Object> command = command("market-registration", form("示例集贸市场", "PDY00096-8", "market"));
        assertThat(server.nobody()
                        .post(SAMPLE + "/registrations", command)
                        .expect(422)
                        .messages())
                .anyMatch(message -> message.contains("营业执照扫描件"));

        String first = apply(command).path("id").asText();
        assertThat(server.nobody().token("sample", "market", CHOSEN).status()).isEqualTo(401);
        decide("REJECT", "营业执照不清晰");
        JsonNode refused =
                server.nobody().get(SAMPLE + "/registrations/" + first).ok();
        assertThat(refused.path("stateLabel").asText()).isEqualTo("不通过");
        assertThat(refused.path("message").asText()).isEqualTo("营业执照不清晰");

        apply(command);
        decide("APPROVE", "");
        server.nobody().signIn("sample", "market", CHOSEN);
    }

    private JsonNode apply(Map<String, Object> command) {
        return server.nobody()
                .upload(
                        SAMPLE + "/registrations/with-attachments",
                        "registration",
                        command,
                        Map.of("licence", Scan.named("营业执照.jpg")))
                .expect(201)
                .json();
    }

    private void decide(String decision, String opinion) {
        String task = bureau.get("/api/v1/tasks?procedure=market-registration")
                .items()
                .get(0)
                .path("id")
                .asText();
        bureau.post("/api/v1/tasks/" + task + "/decision", Map.of("decision", decision, "opinion", opinion))
                .expect(200);
    }

    @Test
    void the_province_opens_an_account_that_changes_its_password_first() {
        Map<String, Object> form = form("扬州示例新检测有限公司", "PDY00097-6", "yz-new");
        form.keySet().remove("legalRepName");
        form.put("cityCode", "3210");
        Map<String, Object> command = Map.of("registration", "organisation-account", "form", form);

        server.nobody().post(JIANGSU + "/registrations", command).expect(401);
        server.as("js-city-3210").post(JIANGSU + "/registrations", command).expect(403);
        JsonNode receipt =
                province.post(JIANGSU + "/registrations", command).expect(201).json();
        String password = receipt.path("logins").path(0).path("initialPassword").asText();

        Api fresh = server.nobody().signIn("jiangsu-testing", "yz-new", password);
        assertThat(fresh.get("/api/v1/cases").expect(403).code()).isEqualTo("MUST_CHANGE_PASSWORD");
        fresh.post("/api/v1/me/password", Map.of("oldPassword", password, "newPassword", CHOSEN))
                .expect(204);
        Api changed = server.nobody().signIn("jiangsu-testing", "yz-new", CHOSEN);
        changed.get("/api/v1/cases").expect(200);

        String id = account("yz-new");
        String reset = province.post(JIANGSU + "/administration/accounts/" + id + "/password")
                .ok()
                .path("initialPassword")
                .asText();
        changed.get("/api/v1/cases").expect(401);
        assertThat(server.nobody()
                        .token("jiangsu-testing", "yz-new", reset)
                        .ok()
                        .path("mustChangePassword")
                        .asBoolean())
                .isTrue();
    }

    private String account(String login) {
        return province.get(JIANGSU + "/administration/accounts?q=" + login)
                .items()
                .get(0)
                .path("id")
                .asText();
    }

    @Test
    void an_inherited_register_is_taken_over_and_its_bad_rows_are_told() {
        String csv = "机构名称,组织机构代码,所在省辖市,联系人手机,登录名\r\n"
                + "泰州示例检测有限公司,PDY00098-4,泰州市,13900000086,tz-old\r\n"
                + "宿迁示例检测有限公司,PDY00099-2,海门市,13900000087,sq-old\r\n";
        Scan file = new Scan("accounts.csv", "text/csv", csv.getBytes(Charset.forName("GB18030")));
        String imports = JIANGSU + "/administration/imports";

        server.as("j1").upload(imports, "organisation-account", file).expect(403);
        JsonNode report = province.upload(imports, "organisation-account", file).ok();
        assertThat(report.path("created").asInt()).isEqualTo(1);
        assertThat(report.path("refused").path(0).path("row").asInt()).isEqualTo(3);
        assertThat(report.path("refused").path(0).path("column").asText()).isEqualTo("所在省辖市");
        assertThat(province.upload(imports, "organisation-account", file)
                        .ok()
                        .path("known")
                        .asInt())
                .isEqualTo(1);
        assertThat(account("tz-old")).isNotBlank();
    }

    @Test
    void members_are_administered_and_other_regions_are_not_known() {
        JsonNode opened = province.post(
                        JIANGSU + "/administration/accounts",
                        Map.of("loginName", "js-nj-wang", "name", "王审", "offices", List.of("js-city-3201")))
                .expect(201)
                .json();
        String id = opened.path("account").path("id").asText();
        String password = opened.path("initialPassword").asText();
        String account = JIANGSU + "/administration/accounts/" + id;

        province.post(account + "/disable", Map.of("reason", "调离")).expect(200);
        assertThat(server.nobody()
                        .token("jiangsu-testing", "js-nj-wang", password)
                        .expect(403)
                        .messages())
                .contains("账号已停用");
        province.post(account + "/enable").expect(200);
        server.nobody().signIn("jiangsu-testing", "js-nj-wang", password);

        bureau.get(JIANGSU + "/administration/accounts").expect(404);
        bureau.post(SAMPLE + "/administration/accounts/" + id + "/password").expect(404);
        server.as("js-city-3201").get(JIANGSU + "/administration/accounts").expect(403);
        Answer own = province.post(JIANGSU + "/administration/accounts/" + account("js-prov") + "/password");
        assertThat(own.expect(409).code()).isEqualTo("OWN_ACCOUNT");
    }
}
