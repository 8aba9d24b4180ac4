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
    private Server server;

    NationalContract(Database database) {
        this.database = database;
    }

    @BeforeAll
    void start() {
        server = Server.start(Setup.demo(database).withDemo(TODAY));
    }

    @AfterAll
    void stop() {
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
