package org.zhijian.itests.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.zhijian.itests.http.Api.encode;
import static org.zhijian.itests.national.Application.CENTRE;
import static org.zhijian.itests.national.Application.JURISDICTION;
import static org.zhijian.itests.national.Application.MINISTRY;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.http.SoftwareLock;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;
import org.zhijian.itests.server.Setup;

/** The scenarios of the national register on one server, on 2026-12-02. The cast goes on from test to test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class NationalContract {
    private static final String TODAY = "2026-12-02";
    private static final String REGISTRATIONS = "/api/v1/jurisdictions/" + JURISDICTION + "/registrations";
    private static final String NO_WITHDRAWAL = "已上报，进入受理审核阶段，不能撤销";
    private static final String PASSWORD = "Zhijian2026";
    private static final String N1 = "江苏示例监理有限公司";

    private final Database database;
    private final ServicePlatform platform = new ServicePlatform();
    private Server server;

    NationalContract(Database database) {
        this.database = database;
    }

    @BeforeAll
    void start() {
        Setup setup = Setup.demo(database).withDemo(TODAY);
        platform.announceTo(setup.data());
        server = Server.start(setup);
    }

    @AfterAll
    void stop() {
        platform.close();
        if (server != null) {
            server.close();
        }
    }

    private Api as(String login) {
        return Application.as(server, login);
    }

    private static void refused(Answer answer, String text) {
        answer.expect(422);
        assertThat(answer.messages()).anyMatch(message -> message.contains(text));
    }

    private static Map<String, Object> firm(String name, String uscc) {
        Map<String, Object> form = new HashMap<>();
        form.put("orgName", name);
        form.put("uscc", uscc);
        form.put("regionCode", "320500");
        form.put("address", "苏州市示例路1号");
        form.put("legalRepName", "示法人");
        form.put("contact", "示联系");
        form.put("contactMobile", "13900000069");
        form.put("licenceVersion", "ORIGINAL");
        return form;
    }

    private Answer register(Map<String, Object> form, Map<String, Scan> files) {
        Map<String, Object> command =
                Map.of("registration", "enterprise-registration", "form", form, "password", PASSWORD);
        return server.nobody().upload(REGISTRATIONS + "/with-attachments", "registration", command, files);
    }

    @Test
    @Order(10)
    @DisplayName(
            "NS-S1: a firm with a qualification shows its proof, is authenticated by its province, and then signs in")
    void a_new_firm_is_authenticated_by_its_province() {
        String uscc = "91320599PDY0003782";
        Map<String, Object> form = firm("苏州示例新监理有限公司", uscc);
        form.put("qualificationKinds", List.of("SUPERVISION_A"));
        Map<String, Scan> licence = Map.of("licence", Scan.named("营业执照.jpg"));
        refused(register(form, licence), "已选择企业资质，请上传企业资质证明");

        Map<String, Scan> all = Map.of("licence", Scan.named("营业执照.jpg"), "qualificationProof", Scan.named("资质证书.jpg"));
        JsonNode receipt = register(form, all).expect(201).json();
        assertThat(receipt.path("stateLabel").asText()).isEqualTo("待认证");
        assertThat(server.nobody().token(JURISDICTION, uscc, PASSWORD).status()).isEqualTo(401);
        assertThat(as("ns-prov-11").inbox()).isEmpty();

        Api province = as("ns-prov-32");
        String task = province.get("/api/v1/tasks?procedure=enterprise-registration")
                .items()
                .get(0)
                .path("id")
                .asText();
        refused(
                province.decide(task, "APPROVE", "", Map.of("documentsSeen", true, "carriedVersion", "DUPLICATE")),
                "携带版本需与上传的一致");
        province.decide(task, "APPROVE", "", Map.of("documentsSeen", true, "carriedVersion", "ORIGINAL"))
                .ok();

        Api firm = server.nobody().in(JURISDICTION).signIn(JURISDICTION, uscc.toLowerCase(), PASSWORD);
        assertThat(firm.records("enterprises", ""))
                .extracting(row -> row.path("status").asText())
                .containsExactly("AUTHENTICATED");
        refused(register(form, all), "该企业已注册");
        refused(register(firm("苏州示例另一监理有限公司", "91320599PDY0003783"), licence), "统一社会信用代码");
    }

    @Test
    @Order(12)
    @DisplayName(
            "NS-S1, NS-R03, NS-I5: a firm of the old system is authenticated at once by its lock or its password, and others are not")
    void a_firm_of_the_old_system_is_authenticated_at_once() {
        handOver("91320599PDY000503N", "苏州示例有锁监理有限公司", "lockSerial", "DEMO-LOCK-0002");
        handOver(
                "91320599PDY000511H",
                "苏州示例有密监理有限公司",
                "passwordHash",
                "$pbkdf2-sha256$i=10000$emhpamlhbi1vbGQtc2FsdA$juwotezgKuPKKGTH1ALwWGbK1YPJSZhKjHnmKQTAQ+s");
        assertThat(as("n1").records("legacy-firms", "")).isEmpty();
        assertThat(as("ns-prov-32").records("legacy-firms", "").toString())
                .contains("苏州示例有锁监理有限公司")
                .doesNotContain("pbkdf2", "DEMO-LOCK");
        Api nobody = server.nobody();
        JsonNode known = nobody.post(
                        REGISTRATIONS + "/enterprise-registration/lookup",
                        Map.of("form", Map.of("orgName", "苏州示例有锁监理有限公司")))
                .ok()
                .path("form");
        assertThat(known.path("uscc").asText()).isEqualTo("91320599PDY000503N");
        assertThat(known.toString()).doesNotContain("DEMO-LOCK", "lockSerial", "contactMobile");
        assertThat(nobody.post(
                                REGISTRATIONS + "/enterprise-registration/lookup",
                                Map.of("form", Map.of("orgName", "无此企业")))
                        .ok()
                        .path("form"))
                .isEmpty();

        Map<String, String> ofAnother = new SoftwareLock("DEMO-LOCK-0001").answer(nobody);
        JsonNode failed = register("苏州示例某监理有限公司", "91320599PDY00052X9", "USB_KEY", Map.of("lock", ofAnother));
        assertThat(failed.path("stateLabel").asText()).isEqualTo("待认证");
        assertThat(failed.path("message").asText()).isEqualTo("认证失败，请按照企业工商注册所在地省级注册主管部门的要求进行认证");
        giveBack("苏州示例某监理有限公司");

        JsonNode locked = register(
                "苏州示例有锁监理有限公司",
                "91320599PDY000503N",
                "USB_KEY",
                Map.of("lock", new SoftwareLock("DEMO-LOCK-0002").answer(nobody)));
        assertThat(locked.path("stateLabel").asText()).isEqualTo("已认证");
        assertThat(locked.path("message").asText()).isEqualTo("已认证，请用统一社会信用代码和密码登录");
        assertThat(nobody.in(JURISDICTION)
                        .signIn(JURISDICTION, "91320599PDY000503N", PASSWORD)
                        .records("enterprises", ""))
                .extracting(row -> row.path("status").asText())
                .containsExactly("AUTHENTICATED");

        JsonNode wrong = register("苏州示例有密监理有限公司", "91320599PDY000511H", "PASSWORD", Map.of("password", "Old-2021!"));
        assertThat(wrong.path("message").asText()).startsWith("认证失败");
        assertThat(nobody.token(JURISDICTION, "91320599PDY000511H", PASSWORD).status())
                .isEqualTo(401);
        giveBack("苏州示例有密监理有限公司");
        JsonNode right = register("苏州示例有密监理有限公司", "91320599PDY000511H", "PASSWORD", Map.of("password", "Old-2020!"));
        assertThat(right.path("stateLabel").asText()).isEqualTo("已认证");
        nobody.in(JURISDICTION).signIn(JURISDICTION, "91320599PDY000511H", PASSWORD);
    }

    /** The old system hands a firm over, with one of its secrets. */
    private void handOver(String uscc, String name, String secret, String value) {
        Map<String, Object> firm =
                Map.of("uscc", uscc, "name", name, "regionCode", "320500", "legalRepName", "示法人", secret, value);
        Api agency = server.nobody().in(JURISDICTION).asAgency();
        String receipt = agency.post("/api/v1/jurisdictions/" + JURISDICTION + "/intake/legacy-orgs", firm)
                .expect(202)
                .json()
                .path("receiptId")
                .asText();
        await("the firm is taken over").atMost(Duration.ofSeconds(20)).until(() -> agency.get(
                        "/api/v1/receipts/" + receipt)
                .ok()
                .path("state")
                .asText()
                .equals("DONE"));
    }

    private JsonNode register(String name, String uscc, String method, Map<String, ?> evidence) {
        Map<String, Object> form = firm(name, uscc);
        form.put("authMethod", method);
        Map<String, Object> command = Map.of(
                "registration", "enterprise-registration", "form", form, "password", PASSWORD, "evidence", evidence);
        return server.nobody()
                .upload(
                        REGISTRATIONS + "/with-attachments",
                        "registration",
                        command,
                        Map.of("licence", Scan.named("营业执照.jpg")))
                .expect(201)
                .json();
    }

    /** The province does not authenticate a firm, which may then register anew. */
    private void giveBack(String name) {
        Api province = as("ns-prov-32");
        String task = province.get("/api/v1/tasks?procedure=enterprise-registration").items().stream()
                .filter(line -> line.path("applicant").asText().equals(name)
                        || line.toString().contains(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        province.decide(task, "REJECT", "请重新认证", Map.of()).ok();
    }

    @Test
    @Order(15)
    @DisplayName(
            "NS-P07, NS-R12: whoever has forgotten the password reads whom to ask, and the province sends a fresh one")
    void a_province_resets_the_password_of_a_firm() {
        Application reset = Application.draft(
                server,
                "ns-prov-32",
                "password-reset",
                Map.of("orgId", as("ns-prov-32").option("password-reset", "orgId", "苏州示例监理有限公司"), "reason", "企业申请"));
        reset.submit();
        assertThat(server.nobody().token(JURISDICTION, "n3", Api.PASSWORD).status())
                .as("the old password")
                .isEqualTo(401);
        Matcher sent = await("the message with the password")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> Pattern.compile("密码已重置为([A-Za-z0-9]+)")
                                .matcher(server.nobody()
                                        .get("/demo/sms?mobile=13900000063")
                                        .text()),
                        Matcher::find);
        Api n3 = server.nobody().in(JURISDICTION).signIn(JURISDICTION, "n3", sent.group(1));
        assertThat(n3.get("/api/v1/cases").expect(403).code()).isEqualTo("MUST_CHANGE_PASSWORD");
        assertThat(as("ns-prov-32")
                        .get("/api/v1/jurisdictions/" + JURISDICTION + "/procedures/password-reset/options/orgId?q="
                                + encode("北京示例"))
                        .items())
                .isEmpty();
    }

    @Test
    @Order(17)
    @DisplayName(
            "NS-I1: a person gets an account of their own once the centre has looked at the identity card, and applies")
    void a_person_registers() {
        Map<String, Object> form =
                Map.of("name", "示新监", "idNo", "32019919850701999X", "mobile", "13900000068", "loginName", "shixinjian");
        Map<String, Object> command = Map.of("registration", "person-registration", "form", form, "password", PASSWORD);
        Map<String, Scan> card = Map.of("idCard", Scan.named("身份证.jpg"));
        server.nobody()
                .upload(REGISTRATIONS + "/with-attachments", "registration", command, card)
                .expect(201);
        assertThat(server.nobody().token(JURISDICTION, "shixinjian", PASSWORD).status())
                .isEqualTo(401);
        Api centre = as(CENTRE);
        String task = centre.get("/api/v1/tasks?procedure=person-registration")
                .items()
                .get(0)
                .path("id")
                .asText();
        centre.decide(task, "APPROVE", "", Map.of()).ok();

        Api person = server.nobody().in(JURISDICTION).signIn(JURISDICTION, "shixinjian", PASSWORD);
        JsonNode draft =
                person.start("initial-registration", Map.of()).expect(201).json();
        assertThat(draft.path("form").path("name").asText()).isEqualTo("示新监");
        refused(server.nobody().upload(REGISTRATIONS + "/with-attachments", "registration", command, card), "该人员已注册用户");
    }

    private Answer comeFromThePlatform(String state, String ticket) {
        return server.nobody().post("/api/v1/auth/token", Map.of("state", state, "ticket", ticket));
    }

    private String setOutToThePlatform() {
        JsonNode started = server.nobody()
                .post("/api/v1/auth/service-platform", Map.of("portal", JURISDICTION))
                .ok();
        String state = started.path("state").asText();
        assertThat(started.path("address").asText()).endsWith("/login?state=" + state);
        return state;
    }

    @Test
    @Order(18)
    @DisplayName(
            "NS-I1: whoever comes from 国家政务服务平台 has an account at once and applies; a ticket is good once, a state too")
    void a_person_comes_from_the_service_platform() {
        platform.knows("open-1", "示政务", "320199198508010014", "13900000065");
        String state = setOutToThePlatform();
        String ticket = platform.ticket();
        JsonNode token = comeFromThePlatform(state, ticket).ok();
        assertThat(token.path("mustChangePassword").asBoolean()).isFalse();
        assertThat(comeFromThePlatform(state, platform.ticket()).expect(401).code())
                .isEqualTo("BAD_TICKET");
        assertThat(comeFromThePlatform(setOutToThePlatform(), ticket)
                        .expect(401)
                        .code())
                .isEqualTo("BAD_TICKET");

        Api person =
                server.nobody().in(JURISDICTION).bearing(token.path("token").asText());
        JsonNode draft =
                person.start("initial-registration", Map.of()).expect(201).json();
        assertThat(draft.path("form").path("name").asText()).isEqualTo("示政务");
        assertThat(draft.path("form").path("idNo").asText()).isEqualTo("320199198508010014");
        person.delete("/api/v1/cases/" + draft.path("id").asText()).expect(204);

        String again = comeFromThePlatform(setOutToThePlatform(), platform.ticket())
                .ok()
                .path("token")
                .asText();
        assertThat(server.nobody()
                        .in(JURISDICTION)
                        .bearing(again)
                        .get("/api/v1/me")
                        .ok())
                .isEqualTo(person.get("/api/v1/me").ok());
    }

    @Test
    @Order(19)
    @DisplayName("NS-I1: whoever has an account of their own finds it; another's document opens nothing")
    void a_person_with_an_account_comes_from_the_service_platform() {
        platform.knows("open-2", "示新监", "32019919850701999X", "13900000068");
        JsonNode me = server.nobody()
                .in(JURISDICTION)
                .bearing(comeFromThePlatform(setOutToThePlatform(), platform.ticket())
                        .ok()
                        .path("token")
                        .asText())
                .get("/api/v1/me")
                .ok();
        assertThat(me.path("loginName").asText()).isEqualTo("shixinjian");

        platform.knows("open-3", "示他人", "32019919850701999X", "13900000067");
        assertThat(comeFromThePlatform(setOutToThePlatform(), platform.ticket())
                        .expect(409)
                        .code())
                .isEqualTo("IDENTITY_MISMATCH");
    }

    @Test
    @Order(20)
    @DisplayName(
            "NS-S2: a first registration from the person to the announcement, and nobody withdraws it once it is reported")
    void a_person_is_registered() {
        Application third = Application.initial(server, "p31", N1, List.of("HOUSING", "MUNICIPAL", "ROAD"));
        refused(third.applicant().submit(third.caseId()), "注册专业不能超过2个");
        third.applicant().delete("/api/v1/cases/" + third.caseId()).expect(204);

        Application application = Application.initial(server, "p31", N1, List.of("HOUSING", "MUNICIPAL"));
        assertThat(application.view().path("form").path("name").asText())
                .as("what is known is filled in")
                .isEqualTo("华国监");
        application.submit();
        assertThat(application.stateTitle()).isEqualTo("待上报");
        as("n2").get("/api/v1/cases/" + application.caseId()).expect(404);
        refused(application.decide("n1", "APPROVE", "", Map.of()), "请先确认企业承诺条款");
        refused(application.decide("n1", "RETURN", "", Map.of()), "请输入或选择退回理由");

        application.reportedBy("n1");
        assertThat(application.stateTitle()).isEqualTo("已上报（待受理）");
        for (String party : List.of("n1", "p31")) {
            Answer answer = as(party).withdraw(application.caseId()).expect(409);
            assertThat(answer.messages()).contains(NO_WITHDRAWAL);
        }
        as("n2").withdraw(application.caseId()).expect(404);

        application.grantedAndAnnounced();
        assertThat(application.stateTitle()).isEqualTo("已公告");
        List<JsonNode> known = as("n1").records("registrations", "status=VALID&person=" + encode("华国监"));
        assertThat(known).hasSize(1);
        JsonNode registration = known.get(0);
        assertThat(registration.path("validFrom").asText()).isEqualTo(TODAY);
        assertThat(registration.path("validTo").asText()).isEqualTo("2029-12-01");
        String certNo = registration.path("certNo").asText();
        assertThat(server.nobody().in(JURISDICTION).publicRecords("practice-certificates", "certNo=" + certNo))
                .extracting(row -> row.path("status").asText())
                .containsExactly("VALID");
        assertThat(as("n1").records("registration-entries", "caseNumber=" + application.number()))
                .hasSize(1);
        JsonNode newest = server.nobody().in(JURISDICTION).announcements().get(0);
        assertThat(newest.path("title").asText()).isEqualTo("初始注册公告（华*监）");
        assertThat(newest.path("body").asText()).contains(certNo).doesNotContain("华国监");
        as(MINISTRY)
                .get("/api/v1/jurisdictions/" + JURISDICTION + "/registers/practice-certificates/" + certNo + "/print")
                .expect(200);

        refused(as("p32").start("initial-registration", Map.of()), "该人员已注册，请申请变更注册");
    }

    @Test
    @Order(30)
    @DisplayName(
            "NS-R04, NS-R11: a firm gives an application back with its reason, and finds it by state, kind, specialty and day")
    void a_firm_searches_what_it_has_reported() {
        Application renewal = Application.draft(
                server,
                "p34",
                "renewal-registration",
                Map.of(
                        "continuingEducationHours",
                        96,
                        "contractFrom",
                        "2026-01-01",
                        "contractTo",
                        "2030-01-01",
                        "applicantCommitment",
                        true),
                "labourContract",
                "continuingEducation");
        assertThat(renewal.view().path("form").path("registrationNo").asText()).isEqualTo("11900034");
        renewal.submit();
        renewal.decide("n2", "RETURN", "材料不清晰", Map.of()).ok();
        assertThat(renewal.stateTitle()).isEqualTo("退回");
        assertThat(as("n2").records("reports", "status=RETURNED&type=RENEWAL&specialties=MUNICIPAL&appliedOn=" + TODAY))
                .hasSize(1);
        for (String days : List.of("2026-12-01..2026-12-02", "2026-12-02..", "..2026-12-31")) {
            assertThat(as("n2").records("reports", "appliedOn=" + days))
                    .as(days)
                    .hasSize(1);
        }
        assertThat(as("n2").records("reports", "appliedOn=2026-12-03..")).isEmpty();
        assertThat(as("n2").records("reports", "specialties=ROAD")).isEmpty();
        assertThat(as("n1").records("reports", "type=RENEWAL")).isEmpty();

        renewal.submit().reportedBy("n2");
        renewal.decided(CENTRE, "ACCEPT");
        Api centre = as(CENTRE);
        assertThat(centre.get("/api/v1/tasks/" + centre.taskOf(renewal.caseId()))
                        .ok()
                        .path("findings")
                        .findValuesAsText("message"))
                .as("applied for with less than thirty days left")
                .contains("逾期申请：应在注册有效期满30日前提出");
        renewal.decided(CENTRE, "APPROVE").decided(MINISTRY, "APPROVE").decided(MINISTRY, "CONFIRM");
        assertThat(as("n2").records("registrations", "person=" + encode("陶国监"))
                        .get(0)
                        .path("validTo")
                        .asText())
                .isEqualTo("2029-12-31");
    }

    @Test
    @Order(32)
    @DisplayName("NS-R07: the centre adds a specialty, and from then on people are registered for it and found by it")
    void the_centre_edits_the_specialties() {
        Map<String, Object> form =
                Map.of("changeKind", "SPECIALTY", "newSpecialties", List.of("CIVIL"), "applicantCommitment", true);
        refused(as("p31").start("change-registration", form), "变更后的专业类别不在可选范围内");
        String dictionaries = "/api/v1/jurisdictions/" + JURISDICTION + "/administration/dictionaries/specialties/";
        as("n1").put(dictionaries + "CIVIL", Map.of("label", "土木建筑工程")).expect(403);
        as(CENTRE)
                .put(dictionaries + "CIVIL", Map.of("label", "土木建筑工程", "position", 150))
                .ok();

        Application.draft(server, "p31", "change-registration", form)
                .submit()
                .reportedBy("n1")
                .grantedAndAnnounced();

        List<JsonNode> found = as("n1").records("registrations", "status=VALID&specialties=" + encode("土木建筑工程"));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("specialties").get(0).asText()).isEqualTo("CIVIL");
        assertThat(found.get(0).toString()).contains("土木建筑工程");
    }

    @Test
    @Order(40)
    @DisplayName("a change of employer is reported by the new firm; the old one sees the person no more")
    void a_person_changes_to_another_firm() {
        Api person = as("p32");
        Map<String, Object> form = new HashMap<>();
        form.put("changeKind", "EMPLOYER");
        form.put("newEmployer", person.option("change-registration", "newEmployer", "北京示例项目管理有限公司"));
        form.put("contractFrom", "2026-12-01");
        form.put("contractTo", "2029-12-01");
        form.put("applicantCommitment", true);
        Application change =
                Application.draft(server, "p32", "change-registration", form, "labourContract", "releaseProof");
        change.submit();
        as("n1").get("/api/v1/cases/" + change.caseId()).expect(404);
        change.reportedBy("n2").grantedAndAnnounced();

        assertThat(as("n1").records("registrations", "person=" + encode("金国监"))).isEmpty();
        assertThat(as("n2").records("registrations", "person=" + encode("金国监"))
                        .get(0)
                        .path("validTo")
                        .asText())
                .isEqualTo("2027-05-01");
    }

    @Test
    @Order(50)
    @DisplayName(
            "NS-R10: a forced cancellation is withdrawn until it is accepted, the person objects, the ministry decides")
    void a_firm_has_a_registration_cancelled() {
        Application first = forcedCancellation();
        assertThat(first.stateTitle()).isEqualTo("待审核");
        assertThat(first.applicant()
                        .withdraw(first.caseId())
                        .ok()
                        .path("stateTitle")
                        .asText())
                .isEqualTo("已撤回");
        first.applicant().withdraw(first.caseId()).expect(409);

        Application forced = forcedCancellation();
        Application twice = Application.draft(server, "n1", "forced-cancellation", forcedForm(), "attachments");
        refused(twice.applicant().submit(twice.caseId()), "该人员已有待审核的强制注销申请");
        assertThat(server.nobody().get("/demo/sms?mobile=13900000033").text()).contains("32900033");
        Application.draft(
                        server,
                        "p33",
                        "cancellation-objection",
                        Map.of("forcedCase", forced.number(), "objection", "劳动合同仍然有效"))
                .submit();
        forced.decided(CENTRE, "ACCEPT");
        assertThat(forced.applicant().withdraw(forced.caseId()).expect(409).messages())
                .contains("部级已受理，无法撤回");
        Api centre = as(CENTRE);
        assertThat(centre.get("/api/v1/tasks/" + centre.taskOf(forced.caseId()))
                        .ok()
                        .path("findings")
                        .findValuesAsText("message"))
                .anyMatch(message -> message.contains("劳动合同仍然有效"));
        forced.decided(CENTRE, "APPROVE").decided(MINISTRY, "APPROVE");

        assertThat(forced.stateTitle()).isEqualTo("通过");
        assertThat(as("p33").records("registrations", "").get(0).path("status").asText())
                .isEqualTo("CANCELLED");
        assertThat(as("n1").records("registrations", "status=VALID&person=" + encode("魏国监")))
                .isEmpty();
    }

    private Map<String, Object> forcedForm() {
        return Map.of("registrationId", "32900033", "reason", "已解除劳动合同，本人不办理注销", "proofKind", "AGREEMENT");
    }

    private Application forcedCancellation() {
        return Application.draft(server, "n1", "forced-cancellation", forcedForm(), "attachments")
                .submit();
    }

    @Test
    @Order(60)
    @DisplayName(
            "NS-S5: basic data are so at once, important ones wait for the province with the licence, one at a time")
    void a_firm_changes_what_is_known_of_it() {
        Application basic = Application.draft(
                server, "n1", "basic-information", Map.of("address", "新示例路9号", "phone", "025-00000009"));
        basic.submit();
        assertThat(basic.stateTitle()).isEqualTo("已生效");
        assertThat(as("n1").records("enterprises", "").get(0).path("address").asText())
                .isEqualTo("新示例路9号");

        Map<String, Object> renamed = Map.of("orgName", "江苏示例监理集团有限公司", "changeReason", "企业更名");
        Application important = Application.draft(server, "n1", "important-information", renamed);
        refused(important.applicant().submit(important.caseId()), "营业执照");
        important.attach("licence").submit();
        assertThat(important.stateTitle()).isEqualTo("待审核");
        refused(as("n1").start("important-information", renamed), "已有待审核的企业重要信息修改申请");
        important.decided("ns-prov-32", "APPROVE");
        assertThat(as("n1").get("/api/v1/me").ok().toString()).contains("江苏示例监理集团有限公司");
        assertThat(as("n1").records("registration-entries", "person=" + encode("华国监")))
                .anyMatch(entry -> entry.path("what").asText().contains("企业名称变更"));
    }

    private String pushed(Map<String, ?> penalty) {
        return server.nobody()
                .asAgency()
                .post("/api/v1/jurisdictions/" + JURISDICTION + "/intake/penalties", penalty)
                .expect(202)
                .json()
                .path("receiptId")
                .asText();
    }

    private void becomes(String receipt, String state) {
        Api agency = server.nobody().asAgency();
        await("the receipt " + receipt).atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        agency.get("/api/v1/receipts/" + receipt)
                                .ok()
                                .path("state")
                                .asText())
                .isEqualTo(state));
    }

    private static Map<String, Object> penalty(String documentNo, String idNo, String kind) {
        Map<String, Object> penalty = new HashMap<>();
        penalty.put("documentNo", documentNo);
        penalty.put("authority", "示例省住房和城乡建设厅");
        penalty.put("idNo", idNo);
        penalty.put("orgUscc", "91110199PDY000327K");
        penalty.put("kind", kind);
        penalty.put("content", "未按规定履行监理职责");
        penalty.put("decidedOn", "2026-10-10");
        return penalty;
    }

    @Test
    @Order(70)
    @DisplayName(
            "NS-S5: a penalty that is pushed twice is one row, which its firm finds by name and by days, and no other firm")
    void a_penalty_is_pushed_by_another_authority() {
        Map<String, Object> penalty = penalty("示罚字〔2026〕1号", "110199198107040395", "WARNING");
        String receipt = pushed(penalty);
        becomes(receipt, "DONE");
        assertThat(pushed(penalty)).isEqualTo(receipt);
        Map<String, Object> other = new HashMap<>(penalty);
        other.put("content", "另一内容");
        server.nobody()
                .asAgency()
                .post("/api/v1/jurisdictions/" + JURISDICTION + "/intake/penalties", other)
                .expect(409);

        String october = "decidedOn=2026-10-01..2026-10-31";
        assertThat(as("n2").records("penalties", october + "&person=" + encode("陶国监")))
                .extracting(row -> row.path("documentNo").asText())
                .containsExactly("示罚字〔2026〕1号");
        assertThat(as("n2").records("penalties", "decidedOn=2026-11-01..")).isEmpty();
        as("n2").get("/api/v1/jurisdictions/" + JURISDICTION + "/registers/penalties?decidedOn=2026-11-01..2026-10-01")
                .expect(400);
        assertThat(as("n1").records("penalties", october)).isEmpty();
        assertThat(as("p34").records("penalties", "")).hasSize(1);

        becomes(pushed(penalty("示罚字〔2026〕2号", "320199198507019973", "WARNING")), "QUARANTINED");
    }

    @Test
    @Order(80)
    @DisplayName("NS-P08: a revocation ends the registration and voids the certificate")
    void a_revocation_ends_a_registration() {
        becomes(pushed(penalty("示罚字〔2026〕3号", "110199198107040395", "REVOCATION")), "DONE");

        assertThat(as("p34").records("registrations", "").get(0).path("status").asText())
                .isEqualTo("REVOKED");
        assertThat(server.nobody().in(JURISDICTION).publicRecords("practice-certificates", "registrationNo=11900034"))
                .extracting(row -> row.path("status").asText())
                .containsExactly("VOID");
        JsonNode told = server.nobody()
                .asAgency()
                .in(JURISDICTION)
                .records("registrations", "person=110199198107040395")
                .get(0);
        assertThat(told.path("status").asText()).as("NS-I4, for agencies").isEqualTo("REVOKED");
    }
}
