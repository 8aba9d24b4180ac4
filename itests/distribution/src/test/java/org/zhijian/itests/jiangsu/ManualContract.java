package org.zhijian.itests.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;
import static org.zhijian.itests.http.Api.encode;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** The manual from beginning to end on one server: three scenarios, and then the rules that they leave untouched. The cast goes on from test to test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ManualContract {
    private static final String PROVINCE = Transfer.PROVINCE;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REGISTERS = "/api/v1/jurisdictions/jiangsu-testing/registers/";
    private static final String HAN = "韩示双";
    private static final String ZHU = "朱例双";
    private static final String J2_CODE = "91320299PDY000124M";
    private static final String J5_CODE = "91320499PDY000159J";
    private static final String J6_CODE = "91320199PDY000167X";

    private final Database database;
    private final OtherAgencies agencies = new OtherAgencies();
    private Server server;

    ManualContract(Database database) {
        this.database = database;
    }

    @BeforeAll
    void start() {
        Setup setup = Setup.demo(database);
        agencies.announceTo(setup.data());
        server = Server.start(setup);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        agencies.close();
    }

    private static void refused(Answer answer, String text) {
        answer.expect(422);
        assertThat(answer.messages()).anyMatch(message -> message.contains(text));
    }

    private List<JsonNode> printJobs(String number) {
        return server.as(PROVINCE).records("print-jobs", "caseNumber=" + number);
    }

    private Map<String, String> certificates(String person) {
        return Certificates.of(server, person);
    }

    private static String at(String status, Member member) {
        return status + "@" + member.title();
    }

    @Test
    @Order(10)
    @DisplayName("JS-S1: both certificates of a dual holder move by one application, started from the 地基 menu")
    void both_certificates_move_by_one_application() {
        Transfer transfer = Transfer.submitted(server, Member.J1, HAN, Member.J3, "FOUNDATION");
        Transfer second = Transfer.draft(server, Member.J1, HAN, Member.J3, "MATERIAL");
        refused(second.applicant().submit(second.caseId()), "该人员已在办理变更，无需重复申报");

        transfer.receive();
        for (String city : List.of("js-city-3201", "js-city-3205")) {
            assertThat(server.as(city).inbox())
                    .anyMatch(task -> task.path("caseId").asText().equals(transfer.caseId()));
        }
        Api city = server.as("js-city-3205");
        String task = city.taskOf(transfer.caseId());
        await("the answer of the social-insurance office").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        city.get("/api/v1/tasks/" + task).ok().path("findings").findValuesAsText("message"))
                .contains("社保核验：2026-11已参保"));
        transfer.citiesAgree().provinceAgrees();

        assertThat(certificates(HAN))
                .containsOnly(entry("MATERIAL", at("无信用档案", Member.J3)), entry("FOUNDATION", at("无信用档案", Member.J3)));
        assertThat(server.nobody().announcements().get(0).path("title").asText())
                .isEqualTo("人员变更公告（韩*双）");
        for (String division : List.of("MATERIAL", "FOUNDATION")) {
            assertThat(server.as("j3").records("certificates", "division=" + division + "&person=" + encode(HAN)))
                    .as("JS-R02: in the list of %s", division)
                    .hasSize(1);
        }
        assertThat(printJobs(transfer.number())).hasSize(2);

        transfer.printAndMail().handOut();
        assertThat(transfer.stateTitle()).isEqualTo("已发放（办结）");
        assertThat(printJobs(transfer.number()))
                .allMatch(job -> job.path("status").asText().equals("HANDED_OUT"));
    }

    @Test
    @Order(20)
    @DisplayName("JS-S2: what the new organisation does not hold is 调离, and its last organisation claims it later")
    void what_stays_behind_is_claimed_later() {
        Transfer.submitted(server, Member.J3, HAN, Member.J1, "MATERIAL").approved();
        assertThat(certificates(HAN)).containsEntry("FOUNDATION", at("无信用档案", Member.J1));

        Transfer away = Transfer.submitted(server, Member.J1, HAN, Member.J2, "MATERIAL")
                .approved();
        assertThat(certificates(HAN))
                .containsOnly(entry("MATERIAL", at("无信用档案", Member.J2)), entry("FOUNDATION", "调离"));
        assertThat(printJobs(away.number())).hasSize(1);

        Filings.staff(server, Member.J2, HAN, "320199198601010318", "MATERIAL")
                .submit()
                .decided(PROVINCE, "APPROVE", "", Map.of());
        assertThat(certificates(HAN)).containsEntry("MATERIAL", at("正常", Member.J2));

        Transfer.submitted(server, Member.J1, HAN, Member.J4, "FOUNDATION").approved();
        assertThat(certificates(HAN))
                .containsOnly(entry("MATERIAL", at("正常", Member.J2)), entry("FOUNDATION", at("无信用档案", Member.J4)));
    }

    @Test
    @Order(30)
    @DisplayName(
            "JS-S5, JS-R08, JS-R10: a new organisation sends its fax, files its people, and then itself with five copies")
    void a_new_organisation_goes_on_file() {
        refused(
                Filings.organisation(server, Member.J5, J5_CODE, "NEW", List.of("MATERIAL"), 1)
                        .trySubmit(),
                "请先将资质正本和副本传真至省质监总站");
        Filings.fax(server, Member.J5, List.of("MATERIAL"));
        Matter filing = Filings.organisation(server, Member.J5, J5_CODE, "NEW", List.of("MATERIAL"), 5);
        refused(filing.trySubmit(), "请先上报检测人员");

        Filings.staff(server, Member.J5, "尤示新", "320499199005050752", "MATERIAL")
                .submit()
                .decided(PROVINCE, "APPROVE", "", Map.of());
        refused(
                server.as("j5").attach(filing.caseId(), "qualificationCopy", Scan.named("副本6.jpg")),
                "资质副本附件最多上传5个，如果附件过多，请把几个资质副本扫描在一附件里");
        oneOfFiveCopiesIsReplaced(filing);
        filing.submit().decided(PROVINCE, "APPROVE", "", Map.of());

        assertThat(filing.stateTitle()).isEqualTo("已备案");
        assertThat(server.as("j5").records("testing-organisations", ""))
                .singleElement()
                .satisfies(own -> assertThat(own.path("status").asText()).isEqualTo("REGISTERED"));
    }

    private void oneOfFiveCopiesIsReplaced(Matter filing) {
        int copy = Answer.stream(filing.view().path("attachments"))
                .filter(file -> file.path("slot").asText().equals("qualificationCopy"))
                .mapToInt(file -> file.path("n").asInt())
                .findFirst()
                .orElseThrow();
        server.as("j5")
                .delete("/api/v1/cases/" + filing.caseId() + "/attachments/" + copy)
                .expect(204);
        filing.attach("qualificationCopy", "副本合订.pdf");
    }

    @Test
    @Order(31)
    @DisplayName("JS-S5, JS-R09: a capability is added directly, and enlarged by deletion, approval and a new entry")
    void a_capability_is_enlarged() {
        Filings.capability(server, Member.J5, "钢筋", "力学性能").submit();
        Filings.capability(server, Member.J5, "水泥", "强度").submit();
        refused(Filings.capability(server, Member.J5, "钢筋", "力学性能、弯曲性能").trySubmit(), "请将原有的提交“删除”");
        String steel = capability("钢筋");
        assertThat(server.as("j5").acts("capabilities", steel))
                .as("no edit in place")
                .containsExactly("remove");

        Matter removal = removal(steel);
        assertThat(statusOf(steel)).isEqualTo("TO_BE_REMOVED");
        Matter enlarged = Filings.capability(server, Member.J5, "钢筋", "力学性能、弯曲性能");
        refused(enlarged.trySubmit(), "原检测能力删除审核中");
        assertThat(server.as("j5").acts("capabilities", steel)).isEmpty();

        removal.decided(PROVINCE, "APPROVE", "", Map.of());
        assertThat(statusOf(steel)).isEqualTo("REMOVED");
        enlarged.submit();
        assertThat(server.as("j5").records("capabilities", "item=" + encode("钢筋") + "&status=VALID"))
                .hasSize(1);

        String cement = capability("水泥");
        removal(cement).decided(PROVINCE, "REJECT", "资质证书仍载有该项目", Map.of());
        assertThat(statusOf(cement)).as("a deletion sent back").isEqualTo("VALID");
        assertThat(server.nobody().publicRecords("capabilities", "organisation=" + encode(Member.J5.title())))
                .isNotEmpty();
    }

    private String capability(String item) {
        return server.as("j5")
                .records("capabilities", "item=" + encode(item))
                .get(0)
                .path("capabilityNo")
                .asText();
    }

    private String statusOf(String capability) {
        return server.as("j5")
                .get("/api/v1/jurisdictions/jiangsu-testing/registers/capabilities/" + capability)
                .ok()
                .path("status")
                .asText();
    }

    private Matter removal(String capability) {
        return Matter.of(server, "j5", server.as("j5").startFrom("capabilities", capability, "remove"))
                .fill(Map.of("capability", capability, "reason", "扩项"))
                .submit();
    }

    @Test
    @Order(40)
    @DisplayName("JS-R03: a division that the receiver gains before the provincial approval counts")
    void a_gained_division_counts() {
        Transfer transfer = Transfer.submitted(server, Member.J3, ZHU, Member.J2, "MATERIAL")
                .receive()
                .citiesAgree();
        Filings.requalify(server, Member.J2, J2_CODE, List.of("MATERIAL", "FOUNDATION"));

        transfer.provinceAgrees();

        assertThat(certificates(ZHU))
                .containsOnly(entry("MATERIAL", at("无信用档案", Member.J2)), entry("FOUNDATION", at("无信用档案", Member.J2)));
    }

    @Test
    @Order(41)
    @DisplayName("JS-R03: a division that the receiver loses makes the certificate 调离, and the reviewer is warned")
    void a_lost_division_is_warned_of() {
        Transfer transfer = Transfer.submitted(server, Member.J2, ZHU, Member.J6, "MATERIAL")
                .receive()
                .citiesAgree();
        Filings.requalify(server, Member.J6, J6_CODE, List.of("FOUNDATION"));

        Api province = server.as(PROVINCE);
        JsonNode task = province.get("/api/v1/tasks/" + province.taskOf(transfer.caseId()))
                .ok();
        assertThat(task.path("findings").findValuesAsText("message")).contains("调入单位无建材资质，建材岗位合格证书JC-M-0013将转为调离");
        transfer.provinceAgrees();
        assertThat(certificates(ZHU))
                .containsOnly(entry("MATERIAL", "调离"), entry("FOUNDATION", at("无信用档案", Member.J6)));
    }

    @Test
    @Order(42)
    @DisplayName("JS-R03, JS-R04: a receiver struck off leaves a return; when one city returns, both decide again")
    void a_receiver_struck_off_leaves_a_return() {
        Transfer transfer = Transfer.submitted(server, Member.J1, "邹样基", Member.J6, "FOUNDATION")
                .receive()
                .citiesAgree();
        strikeOff(Member.J6);
        refused(transfer.decide(PROVINCE, "APPROVE", "同意", Map.of()), "调入机构未在册，不能办理调入");
        transfer.decide(PROVINCE, "RETURN", "调入机构已注销，请另行申报", Map.of()).ok();
        assertThat(transfer.stateTitle()).isEqualTo("退回（调出方）");

        Api j1 = transfer.applicant();
        Map<String, Object> elsewhere = Transfer.form(j1, "邹样基", Member.J3, "FOUNDATION");
        j1.put("/api/v1/cases/" + transfer.caseId() + "/form", Map.of("form", elsewhere))
                .ok();
        Transfer again = transfer.towards(Member.J3);
        j1.submit(again.caseId()).ok();
        again.receive().cityAgrees(Member.J1);
        again.decide(Member.J3.city(), "RETURN", "劳动合同第2页不清晰", Map.of()).ok();
        assertThat(again.view().path("state").asText()).isEqualTo("TO_MODIFY");
        assertThat(inTheRegister(again)).isEqualTo("退回");
        j1.submit(again.caseId()).ok();
        assertThat(inTheRegister(again))
                .as("who has received is not asked again")
                .isEqualTo("待市审核");
        again.citiesAgree();
        again.decide(PROVINCE, "RETURN", "请核对离职日期", Map.of()).ok();
        again.applicant().withdraw(again.caseId()).ok();
        assertThat(again.view().path("state").asText()).isEqualTo("WITHDRAWN");

        Transfer.submitted(server, Member.J1, "邹样基", Member.J3, "FOUNDATION").approved();
        assertThat(certificates("邹样基")).containsOnly(entry("FOUNDATION", at("无信用档案", Member.J3)));
    }

    /** Where the register of applications has it. */
    private String inTheRegister(Transfer transfer) {
        return server.as(PROVINCE).records("certificate-matters", "").stream()
                .filter(matter -> matter.path("caseNumber").asText().equals(transfer.number()))
                .map(matter -> matter.path("labels").path("status").asText())
                .findFirst()
                .orElseThrow();
    }

    private void strikeOff(Member member) {
        Api province = server.as(PROVINCE);
        String key = province.records("testing-organisations", "organisation=" + encode(member.title()))
                .get(0)
                .path("orgCode")
                .asText();
        assertThat(server.as(member.login()).acts("testing-organisations", key)).containsExactly("update", "extend");
        Matter closing = Matter.of(server, PROVINCE, province.startFrom("testing-organisations", key, "close"));
        Map<String, Object> form = new HashMap<>();
        form.put("orgId", closing.view().path("form").path("orgId").asText());
        form.put("becomes", "CANCELLED");
        form.put("reason", "资质已注销");
        closing.fill(form).submit().decided(PROVINCE, "CONFIRM", "", Map.of());
    }

    @Test
    @Order(43)
    @DisplayName("JS-R01: certificates whose organisation is gone are claimed by the province")
    void the_province_claims_what_is_left() {
        Api province = server.as(PROVINCE);
        Map<String, Object> form = new HashMap<>();
        form.put("personId", province.option("certificate-claim", "personId", ZHU));
        form.put("receivingOrgId", province.option("certificate-claim", "receivingOrgId", Member.J3.title()));
        form.put("remark", "原机构已注销");
        server.as("j3").start("certificate-claim", form).expect(403);
        Matter claim = Matter.draft(server, PROVINCE, "certificate-claim", form).submit();

        Api receiver = server.as("j3");
        String task = receiver.taskOf(claim.caseId());
        Scan.pages(2)
                .forEach(page -> receiver.attachToTask(task, "contract", page).expect(201));
        receiver.attachToTask(task, "insurance", Scan.named("清单.jpg")).expect(201);
        receiver.attachToTask(task, "certificateScan", Scan.named("证书.jpg")).expect(201);
        claim.decided("j3", "APPROVE", "", Transfer.receivingForm())
                .decided("js-city-3205", "APPROVE", "齐全", Map.of("originalsSeen", true, "sealsSeen", true))
                .decided(PROVINCE, "APPROVE", "同意", Map.of());

        assertThat(certificates(ZHU))
                .containsOnly(entry("MATERIAL", "调离"), entry("FOUNDATION", at("无信用档案", Member.J3)));
    }

    @Test
    @Order(50)
    @DisplayName(
            "JS-R11: a disagreement is commented on by both reviewers; 注销 comes with the announcement, the paper later")
    void a_disagreement_is_commented_on() {
        Matter cancellation = cancellation("杨样单", "JC-M-0012", "NO");
        cancellation.submit();
        Map<String, Object> seen = Map.of("originalsSeen", true);
        refused(cancellation.decide("js-city-3202", "APPROVE", "", seen), "本人不同意注销，请在意见中说明");
        cancellation.decided("js-city-3202", "APPROVE", "已当面听取本人意见", seen);
        refused(cancellation.decide(PROVINCE, "APPROVE", " ", Map.of()), "本人不同意注销，请在意见中说明");
        cancellation.decided(PROVINCE, "APPROVE", "已核实", Map.of());

        assertThat(cancellation.stateTitle()).isEqualTo("已公告（待收回）");
        assertThat(certificates("杨样单")).containsOnly(entry("MATERIAL", "注销"));
        assertThat(server.nobody().announcements().get(0).path("body").asText())
                .contains("请立即将注销人员的岗位合格证书寄给省质监总站")
                .doesNotContain("杨样单");
        cancellation.decided(PROVINCE, "CONFIRM_RECEIVED", "", Map.of());
        assertThat(printJobs(cancellation.number()))
                .singleElement()
                .satisfies(job -> assertThat(job.path("status").asText()).isEqualTo("RECLAIMED"));
    }

    private Matter cancellation(String person, String certNo, String agrees) {
        String login = login(certNo);
        Map<String, Object> form = new HashMap<>();
        form.put("personId", server.as(login).option("certificate-cancellation", "personId", person));
        form.put("certificates", List.of(certNo));
        form.put("reason", "退休");
        form.put("personAgrees", agrees);
        return Matter.draft(server, login, "certificate-cancellation", form).attach("certificateScan", "证书.jpg");
    }

    private String login(String certNo) {
        String employer = server.as(PROVINCE)
                .records("certificates", "certNo=" + certNo)
                .get(0)
                .path("labels")
                .path("employer")
                .asText();
        for (Member member : Member.values()) {
            if (member.title().equals(employer)) {
                return member.login();
            }
        }
        throw new AssertionError(certNo + " stands nowhere");
    }

    @Test
    @Order(51)
    @DisplayName("JS-R11: a certificate that is being transferred is not cancelled")
    void not_beside_a_transfer() {
        Transfer transfer = Transfer.submitted(server, Member.J4, "秦模基", Member.J1, "FOUNDATION");
        refused(cancellation("秦模基", "JC-F-0014", "YES").trySubmit(), "该人员正在办理人员变更，办结后方可申报");
        transfer.applicant().withdraw(transfer.caseId()).ok();
    }

    @Test
    @Order(60)
    @DisplayName("JS-R12: 补证中 while it is open; a city newspaper is sent back; the number stays, the issue counts up")
    void a_lost_certificate_is_issued_anew() {
        Api own = server.as("j2");
        int issued = certificate("JC-M-0011").path("issueCount").asInt();
        Map<String, Object> form = new HashMap<>();
        form.put("personId", own.option("certificate-replacement", "personId", HAN));
        form.put("certificates", List.of("JC-M-0011"));
        form.put("reason", "遗失");
        form.put("newspaperStatementSealed", true);
        form.put("insuranceSealed", true);
        Matter matter = Matter.draft(server, "j2", "certificate-replacement", form)
                .attach("newspaperStatement", "无锡日报.jpg")
                .attach("insurance", "清单.jpg");
        refused(own.attach(matter.caseId(), "contract", Scan.named("合同.jpg")), "请按页码号命名并按顺序上传");
        matter.pages(2).submit();
        assertThat(certificate("JC-M-0011").path("replacementCase").asText()).isEqualTo(matter.number());

        matter.decided("js-city-3202", "RETURN", "登报申明须为省级报刊", Map.of());
        matter.attach("newspaperStatement", "新华日报.jpg").submit();
        Map<String, Object> seen = Map.of("originalsSeen", true, "sealsSeen", true);
        matter.decided("js-city-3202", "APPROVE", "齐全", seen)
                .decided(PROVINCE, "APPROVE", "同意", Map.of())
                .decided(PROVINCE, "CONFIRM", "", Map.of("waybillNo", "SF2000000001"))
                .decided(
                        "js-city-3202",
                        "CONFIRM_HANDED_OUT",
                        "",
                        Map.of("handedOutOn", "2026-11-23", "receiver", "蒋示领"));

        JsonNode certificate = certificate("JC-M-0011");
        assertThat(certificate.path("issueCount").asInt()).isEqualTo(issued + 1);
        assertThat(certificate.path("status").asText()).isEqualTo("NORMAL");
        assertThat(certificate.path("replacementCase").asText()).isEmpty();
    }

    private JsonNode certificate(String certNo) {
        return server.as(PROVINCE).records("certificates", "certNo=" + certNo).get(0);
    }

    @Test
    @Order(70)
    @DisplayName(
            "JS-31: conduct that a city reports stands in the credit file once the station confirms it; the public sees 有 or 无")
    void conduct_stands_in_the_credit_file() {
        Api city = server.as("js-city-3201");
        String file = city.records("credit-files", "organisation=" + encode(Member.J1.title())).stream()
                .filter(record -> record.path("person").asText().isEmpty())
                .map(record -> record.path("fileNo").asText())
                .findFirst()
                .orElseThrow();
        Matter report = Matter.of(server, "js-city-3201", city.startFrom("credit-files", file, "report"));
        JsonNode filled = report.view().path("form");
        Map<String, Object> form = new HashMap<>();
        form.put("orgId", filled.path("orgId").asText());
        form.put("divisions", List.of(filled.path("divisions").get(0).asText()));
        form.put("conduct", "GOOD");
        form.put("happenedOn", "2026-11-20");
        form.put("description", "能力验证结果满意");
        report.fill(form).submit().decided(PROVINCE, "CONFIRM", "", Map.of());

        assertThat(server.as("j1")
                        .records("credit-files", "fileNo=" + file)
                        .get(0)
                        .path("conduct")
                        .toString())
                .contains("2026-11-20 良好行为 能力验证结果满意");
        JsonNode open =
                server.nobody().publicRecords("credit-files", "fileNo=" + file).get(0);
        assertThat(open.path("labels").path("status").asText()).isEqualTo("有");
        assertThat(open.has("conduct")).isFalse();
    }

    @Test
    @Order(80)
    @DisplayName("§5: what the public finds, masked, and what it does not")
    void the_public_queries() {
        Api nobody = server.nobody();
        assertThat(nobody.publicRecords("testing-organisations", "city=SUZHOU"))
                .singleElement()
                .satisfies(found -> assertThat(
                                found.path("labels").path("organisation").asText())
                        .isEqualTo(Member.J3.title()));
        assertThat(nobody.publicRecords("certificates", "certNo=JC-M-0011"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.path("labels").path("person").asText()).isEqualTo("韩*双");
                    assertThat(found.has("issueCount")).isFalse();
                });
        assertThat(nobody.publicRecords("testing-staff", "division=FOUNDATION"))
                .isNotEmpty()
                .allSatisfy(found -> {
                    assertThat(found.path("labels").path("person").asText()).contains("*");
                    assertThat(found.has("idNo")).isFalse();
                });
        nobody.get("/api/v1/public/jurisdictions/jiangsu-testing/registers/print-jobs")
                .expect(404);
    }

    @Test
    @Order(81)
    @DisplayName(
            "JS-R14, JS-R10: whoever has no account does not sign in; a city sees its own, the province all; records are the owner's")
    void who_sees_what() {
        Map<String, String> stranger = Map.of("portal", Api.JURISDICTION, "loginName", "j9", "password", Api.PASSWORD);
        server.nobody().post("/api/v1/auth/token", stranger).expect(401);
        assertThat(server.as("js-city-3213").get("/api/v1/cases").items()).isEmpty();
        assertThat(server.as(PROVINCE).get("/api/v1/cases?limit=100").items()).hasSizeGreaterThan(10);
        String foreign = server.as("j1")
                .records("capabilities", "")
                .get(0)
                .path("capabilityNo")
                .asText();
        server.as("j3").startFrom("capabilities", foreign, "remove").expect(404);
        server.as(PROVINCE).startFrom("capabilities", foreign, "remove").expect(404);
        server.nobody().startFrom("capabilities", foreign, "remove").expect(401);
    }

    @Test
    @Order(90)
    @DisplayName(
            "JS-I1, JS-I2: an agency reads what has been granted to it, by number, identity number or code, and nothing else")
    void an_agency_reads_what_has_been_granted() {
        Api agency = server.nobody().asAgency();
        assertThat(agency.records("certificates", "certNo=JC-M-0011"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.path("status").asText()).isEqualTo("NORMAL");
                    assertThat(found.path("labels").path("employer").asText()).isEqualTo(Member.J2.title());
                });
        assertThat(agency.records("certificates", "person=320199198601010318&division=FOUNDATION"))
                .extracting(found -> found.path("certNo").asText())
                .containsExactly("JC-F-0011");
        assertThat(agency.get(REGISTERS + "certificates/JC-M-0011/history").items())
                .extracting(found -> found.path("labels").path("status").asText())
                .contains("正常", "无信用档案");
        assertThat(agency.get(REGISTERS + "testing-organisations/PDY00013-2")
                        .ok()
                        .path("divisions"))
                .hasSize(2);
        assertThat(agency.records("capabilities", "organisation=PDY00013-2")).isNotEmpty();
        agency.get(REGISTERS + "certificates/JC-X-9999").expect(404);
        agency.get(REGISTERS + "print-jobs").expect(403);
    }

    @Test
    @Order(91)
    @DisplayName("JS-I1: the province grants and revokes; an organisation does neither")
    void the_province_grants() {
        Api agency = server.nobody().asAgency();
        String grant = "/api/v1/jurisdictions/jiangsu-testing/administration/grants/demo-agency/print-jobs";
        server.as("j1").put(grant, Map.of()).expect(403);
        server.as(PROVINCE).put(grant, Map.of()).expect(204);
        agency.get(REGISTERS + "print-jobs").ok();
        server.as(PROVINCE).delete(grant).expect(204);
        agency.get(REGISTERS + "print-jobs").expect(403);
    }

    @Test
    @Order(92)
    @DisplayName("JS-I3, JS-30: announcements since a day, in columns, with masked names; withdrawn ones say so")
    void announcements_are_fed_to_everybody() {
        Api nobody = server.nobody();
        List<JsonNode> notices = nobody.publicRecords("notices", "kind=CANCELLATION");
        assertThat(notices).singleElement().satisfies(notice -> {
            assertThat(notice.path("labels").path("person").asText()).isEqualTo("杨*单");
            assertThat(notice.path("certificates").get(0).asText()).isEqualTo("JC-M-0012");
        });
        String feed = "/api/v1/public/announcements?jurisdiction=jiangsu-testing&since=";
        assertThat(nobody.get(feed + "2020-01-01").items()).isNotEmpty();
        assertThat(nobody.get(feed + "2099-01-01").items()).isEmpty();
        nobody.get(feed + "yesterday").expect(400);

        Matter withdrawal = Matter.of(
                server,
                PROVINCE,
                server.as(PROVINCE)
                        .startFrom("notices", notices.get(0).path("noticeNo").asText(), "withdraw"));
        withdrawal
                .fill(Map.of("notice", notices.get(0).path("noticeNo").asText(), "reason", "公告有误"))
                .submit()
                .decided(PROVINCE, "CONFIRM", "", Map.of());
        assertThat(nobody.publicRecords("notices", "kind=CANCELLATION")
                        .get(0)
                        .path("status")
                        .asText())
                .isEqualTo("WITHDRAWN");
    }

    @Test
    @Order(93)
    @DisplayName(
            "JS-I4, JS-I5, JS-I6: each issue is ordered and each letter asked for under its own key, and the answers stand beside the job")
    void other_agencies_are_told_once() {
        List<JsonNode> jobs = server.as(PROVINCE).records("print-jobs", "certNo=JC-M-0011");
        assertThat(jobs).hasSizeGreaterThan(3);
        await("the answers of print service and post").atMost(PATIENCE).untilAsserted(() -> {
            List<JsonNode> now = server.as(PROVINCE).records("print-jobs", "certNo=JC-M-0011");
            assertThat(now).allMatch(job -> job.path("printing").asText().equals("打印服务已受理"));
            assertThat(now)
                    .filteredOn(job -> !job.path("waybillNo").asText().isEmpty())
                    .isNotEmpty()
                    .allMatch(job -> job.path("waybillState").asText().startsWith("已妥投"));
        });
        String channel = " jiangsu-testing/certificate-printing/";
        assertThat(agencies.taken())
                .as("each issue under a key of its own; what comes twice comes under the same key")
                .contains(
                        "certificate-printing" + channel + "JC-M-0011-2",
                        "certificate-printing" + channel + "JC-F-0011-2",
                        "certificate-printing" + channel + "JC-M-0011-3")
                .anyMatch(push -> push.startsWith("social-insurance jiangsu-testing/social-insurance/JS-2026"));
    }
}
