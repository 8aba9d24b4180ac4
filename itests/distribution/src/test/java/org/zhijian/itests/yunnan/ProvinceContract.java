package org.zhijian.itests.yunnan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.zhijian.itests.yunnan.Province.p21;
import static org.zhijian.itests.yunnan.Province.p22;
import static org.zhijian.itests.yunnan.Province.p23;
import static org.zhijian.itests.yunnan.Province.p25;
import static org.zhijian.itests.yunnan.Province.value;
import static org.zhijian.itests.yunnan.Province.works;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.server.AgencyDouble;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;
import org.zhijian.itests.server.Setup;

/** The scenarios of the manual, one after the other on one server, then many at once, then a kill. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ProvinceContract {
    private static final String HZ1 = "5301022607010101-HZ-001";
    private static final String HZ2 = "5304002607010101-HZ-002";
    private static final String HJ1 = "5301022607010101-HJ-001";
    private static final String P21 = "530199197806010113";
    private static final String P22 = "530199197906020132";
    private static final String P23 = "530199198606030229";
    private static final String P25 = "530199197506050156";
    private static final String MANAGER = "530199198403030368";
    private static final String OFFICER = "530499198805050421";
    private static final String CHIEF = "530199198311150354";
    private static final int MANY = 50;

    private final Database database;
    private Server server;
    private final AgencyDouble approvals = new AgencyDouble(200);
    private Province province;
    private String scanned;

    ProvinceContract(Database database) {
        this.database = database;
    }

    @BeforeAll
    void start() {
        Setup setup = Setup.demo(database);
        announce(setup, "works-results", "/works/{sourceId}/result");
        announce(setup, "works-changes", "/works/{sourceId}/changes");
        announce(setup, "completion-filings", "/completions/{filingNo}");
        server = Server.start(setup);
        province = new Province(server);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        approvals.close();
    }

    /** Where the approval system takes the pushes of a channel. */
    private void announce(Setup setup, String channel, String path) {
        try {
            Path etc = Files.createDirectories(setup.data().resolve("etc"));
            Files.writeString(
                    etc.resolve("org.zhijian.channel-" + channel + ".cfg"),
                    "jurisdiction = " + Province.ID + "\nchannel = " + channel + "\nurl = " + approvals.address() + path
                            + "\nagencyId = yunnan\nsecret = only-between-us\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** YN-S1. */
    @Test
    @Order(1)
    void a_push_locks_people_over_the_whole_province() {
        Map<String, Object> first = works("G-001", HZ1, HJ1, p21(), p23(), p25());
        String receipt = province.accepted(first).path("receiptId").asText();

        assertThat(province.as("y1").records("works", "sourceId=G-001")).hasSize(1);
        assertThat(province.as("y3").records("works", "sourceId=G-001")).isEmpty();
        assertThat(province.locks(P21, "PROJECT_MANAGER")).hasSize(1);
        assertThat(province.locks(P23, "SAFETY_OFFICER")).hasSize(1);
        assertThat(province.locks(P25, "CHIEF_SUPERVISOR")).isEmpty();
        assertThat(province.locks("530199190001010000", "PROJECT_MANAGER"))
                .as("nobody knows them")
                .isEmpty();

        assertThat(province.push(first).expect(202).json().path("receiptId").asText())
                .isEqualTo(receipt);
        Map<String, Object> other = new HashMap<>(first);
        other.put("worksName", "昆明示例小区一期（改）");
        province.push(other).expect(409);
        assertThat(province.as("yn-dept").records("works", "sourceId=G-001")).hasSize(1);

        Map<String, Object> elsewhere = works("G-002", HZ2, "", p21());
        elsewhere.put("regionCode", "530400");
        province.accepted(elsewhere);
        List<JsonNode> vacant = province.engagements(P21, "TO_REPLACE");
        assertThat(vacant).hasSize(1);
        assertThat(value(vacant.get(0), "remark")).isEqualTo("许滇经已被锁定，无法承接新的在建工程");

        province.accepted(works("G-003", HZ1.toLowerCase(java.util.Locale.ROOT), "", p21()));
        assertThat(province.engagements(P21, "ON_POST")).hasSize(2);
        assertThat(province.locks(P21, "PROJECT_MANAGER"))
                .as("one contract counts once")
                .hasSize(1);
    }

    @Test
    @Order(2)
    void what_breaks_a_rule_waits_in_quarantine_with_its_reasons() {
        Map<String, Object> message = works("G-404", "", "", p21());
        message.put("authorityCode", "yn-auth-999999");
        JsonNode receipt = province.judged(
                province.push(message).expect(202).json().path("receiptId").asText());

        assertThat(receipt.path("state").asText()).isEqualTo("QUARANTINED");
        assertThat(receipt.path("reasons").get(0).path("message").asText()).isEqualTo("没有代码为“yn-auth-999999”的主管部门");
        assertThat(province.as("yn-dept").records("works", "sourceId=G-404")).isEmpty();

        province.push(Map.of("sourceId", "G-405")).expect(400);
        province.as("y1")
                .post("/api/v1/jurisdictions/" + Province.ID + "/intake/works", message)
                .expect(403);
    }

    /** YN-S2. */
    @Test
    @Order(3)
    void either_office_unlocks() {
        JsonNode lock = province.locks(P21, "PROJECT_MANAGER").get(0);
        Map<String, Object> form =
                Map.of("lockIds", List.of(value(lock, "lockNo")), "reasonKind", "OTHER", "reason", "合同约定的工作已经完成");
        String id = province.draft("y2", "personnel-unlock", form);
        assertThat(province.as("y2").view(id).path("stateTitle").asText()).isEqualTo("未上报");
        assertThat(province.as("y2").submit(id).expect(422).messages()).anyMatch(text -> text.contains("人员解锁申请表"));

        province.attach("y2", id, "application");
        province.as("y2").submit(id).ok();
        String second = province.draft("y2", "personnel-unlock", form);
        province.attach("y2", second, "application");
        assertThat(province.as("y2").submit(second).expect(422).messages()).contains("该人员已有待审核的解锁申请");

        province.decide(Province.BODY, id, "RETURN", "申请表未盖章").ok();
        assertThat(province.locks(P21, "PROJECT_MANAGER"))
                .as("what is given back unlocks nobody")
                .hasSize(1);
        province.as("y2").submit(id).ok();

        assertThat(ofCase("yn-auth-530400", id)).as("offices of another place").isEmpty();
        String waiting = province.as(Province.AUTHORITY).taskOf(id);
        province.decide(Province.BODY, id, "APPROVE", "").ok();

        JsonNode view = province.as("y2").view(id);
        assertThat(view.path("stateTitle").asText()).isEqualTo("办结");
        assertThat(Province.log(view)).contains("上报", "同意");
        Answer late = province.as(Province.AUTHORITY).decide(waiting, "APPROVE", "", Map.of());
        assertThat(late.expect(409).json().path("detail").asText()).contains("无需重复审核");
        assertThat(province.locks(P21, "PROJECT_MANAGER")).isEmpty();

        province.accepted(works("G-004", "5301022607010101-HZ-009", "", p21()));
        JsonNode again = province.locks(P21, "PROJECT_MANAGER").get(0);
        assertThat(value(again, "works")).isEqualTo(value(province.works("G-004"), "worksNo"));
    }

    private List<JsonNode> ofCase(String office, String caseId) {
        return province.as(office).inbox().stream()
                .filter(task -> task.path("caseId").asText().equals(caseId))
                .toList();
    }

    /** YN-R05 to R09 over REST. */
    @Test
    @Order(4)
    void a_substitute_takes_over_and_is_locked() {
        province.accepted(works("G-010", "5301022607010101-HZ-010", "", p22()));
        String busy = province.substitution("PROJECT_MANAGER", "p22", "p21");
        assertThat(province.as("y2").submit(busy).expect(422).messages()).contains("该项目经理已有项目管理工作，请重新选择");
        String without = province.substitution("PROJECT_MANAGER", "p22", "p28");
        assertThat(province.as("y2").submit(without).expect(422).messages()).contains("该人员不具备注册建造师资格，请重新选择");
        province.as("y1").start("personnel-substitution", Map.of()).expect(403);

        String change = province.substitution("SAFETY_OFFICER", "p23", "p24");
        province.as("y2").submit(change).ok();
        assertThat(province.as(Province.BODY)
                        .decide(province.as(Province.BODY).taskOf(change), "RETURN", "", Map.of())
                        .expect(422)
                        .messages())
                .contains("请填写意见");
        province.decide(Province.BODY, change, "RETURN", "同意函未盖章").ok();
        assertThat(ofCase(Province.AUTHORITY, change))
                .as("a return of either ends the round")
                .isEmpty();
        province.as("y2").submit(change).ok();
        province.decide(Province.AUTHORITY, change, "APPROVE", "").ok();

        assertThat(province.locks(P23, "SAFETY_OFFICER")).isEmpty();
        assertThat(province.locks("530199198706040248", "SAFETY_OFFICER")).hasSize(1);
        JsonNode listed = province.as("y2")
                .get("/api/v1/cases?procedure=personnel-substitution&state=CLOSED")
                .items()
                .get(0);
        assertThat(listed.path("shown").findValuesAsText("label"))
                .containsExactly("工程名称", "变更类型", "变更前人员", "变更后人员", "变更原因");
        assertThat(listed.path("shown").findValuesAsText("text")).contains("昆明示例小区G-001", "安全员", "原人员调离");
    }

    /** YN-S5. */
    @Test
    @Order(5)
    void completion_releases_people() {
        String worksNo = value(province.works("G-010"), "worksNo");
        String filing = province.draft("y1", "completion-filing", completion(worksNo));
        province.attach("y1", filing, "filingForm", "acceptanceReport", "planningConsent", "warranty");
        assertThat(province.as("y1").submit(filing).expect(422).messages()).contains("请先补录施工许可证");

        String permit = province.draft(
                "y1",
                "permit-entry",
                Map.of(
                        "worksId", worksNo,
                        "permitNo", "530102202607010101",
                        "issuedOn", "2026-07-01",
                        "issuer", "五华区住房和城乡建设局"));
        province.attach("y1", permit, "permit");
        assertThat(province.as("y1").submit(permit).ok().path("stateTitle").asText())
                .isEqualTo("已补录");

        String change = openSubstitution();
        assertThat(province.as("y1").submit(filing).expect(422).messages()).contains("该工程有待审核的人员变更");
        province.as("y2").withdraw(change).ok();

        JsonNode submitted = province.as("y1").submit(filing).ok();
        assertThat(submitted.path("form").path("permitNo").asText()).isEqualTo("530102202607010101");
        province.decide(Province.BODY, filing, "APPROVE", "").ok();

        assertThat(value(province.works("G-010"), "status")).isEqualTo("COMPLETED");
        assertThat(province.locks(P22, "PROJECT_MANAGER")).isEmpty();
        assertThat(province.engagements(P22, "ON_POST")).isEmpty();
        List<JsonNode> filed =
                server.nobody().in(Province.ID).publicRecords("completion-filings", "permitNo=530102202607010101");
        assertThat(filed).hasSize(1);
        assertThat(value(filed.get(0), "filingNo")).startsWith("5301022607010101-JX-");
        String again = province.draft("y1", "completion-filing", completion(worksNo));
        province.attach("y1", again, "filingForm", "acceptanceReport", "planningConsent", "warranty");
        assertThat(province.as("y1").submit(again).expect(422).messages()).contains("该工程已竣工验收备案");
    }

    private static Map<String, Object> completion(String worksNo) {
        return Map.of(
                "worksId", worksNo,
                "acceptanceDate", "2026-11-20",
                "actualStart", "2026-07-02",
                "actualEnd", "2026-11-19",
                "unitWorks", List.of(Map.of("name", "1号楼")),
                "contact", "示联系 13900000061");
    }

    /** The works' project manager shall be replaced by somebody of the firm's who is free. */
    private String openSubstitution() {
        province.accepted(works("G-011", "5301022607010101-HZ-011", "", known("示技术", "530199198806060377")));
        String after = province.as("y2").option("personnel-substitution", "afterPersonId", "示技术");
        String id = province.draft(
                "y2",
                "personnel-substitution",
                Map.of(
                        "changeKind", "PROJECT_MANAGER",
                        "beforePersonId", province.personId("p22"),
                        "afterPersonId", after,
                        "reason", "原人员调离",
                        "changeDate", "2026-11-23"));
        province.attach("y2", id, "consent", "certificate");
        province.as("y2").submit(id).ok();
        return id;
    }

    /** Limits hold whatever comes at once: pushes and an approval that name one project manager, one safety officer and one chief supervisor. */
    @Test
    @Order(6)
    void limits_hold_under_competition() throws Exception {
        province.accepted(works("C-PRE", "COMPETING-HZ-PRE", "", p22(), known("示竞经", MANAGER)));
        String change = province.draft(
                "y2",
                "personnel-substitution",
                Map.of(
                        "changeKind", "PROJECT_MANAGER",
                        "beforePersonId", province.personId("p22"),
                        "afterPersonId", province.as("y2").option("personnel-substitution", "afterPersonId", "示竞经"),
                        "reason", "原人员调离",
                        "changeDate", "2026-11-23"));
        province.attach("y2", change, "consent", "certificate");
        province.as("y2").submit(change).ok();
        String task = province.as(Province.BODY).taskOf(change);

        List<Callable<Answer>> all = new ArrayList<>();
        for (int n = 1; n < MANY; n++) {
            Map<String, Object> message = works(
                    "C-%03d".formatted(n),
                    "COMPETING-HZ-" + n,
                    "COMPETING-HJ-" + n,
                    Province.person("项目经理", "示竞经", MANAGER, Province.Y2),
                    Province.person("安全员", "示竞安", OFFICER, Province.Y2),
                    Province.person("项目总监", "示竞监", CHIEF, Province.Y4));
            all.add(() -> province.push(message).expect(202));
        }
        all.add(MANY / 4, () -> province.as(Province.BODY).decide(task, "APPROVE", "", Map.of()));
        ExecutorService many = Executors.newFixedThreadPool(16);
        try {
            for (Future<Answer> answer : many.invokeAll(all)) {
                Answer came = answer.get();
                if (came.status() == 202) {
                    assertThat(province.judged(came.json().path("receiptId").asText())
                                    .path("state")
                                    .asText())
                            .isEqualTo("DONE");
                } else {
                    assertThat(came.status()).isIn(200, 422);
                }
            }
        } finally {
            many.shutdown();
        }

        assertThat(counted(MANAGER, "PROJECT_MANAGER")).isEqualTo(1);
        assertThat(counted(OFFICER, "SAFETY_OFFICER")).isEqualTo(1);
        assertThat(counted(CHIEF, "CHIEF_SUPERVISOR")).isEqualTo(3);
        assertThat(province.locks(MANAGER, "PROJECT_MANAGER")).hasSize(1);
        assertThat(province.locks(OFFICER, "SAFETY_OFFICER")).hasSize(1);
        assertThat(province.locks(CHIEF, "CHIEF_SUPERVISOR")).hasSize(1);
    }

    /** Somebody whose certificates the works bring, without one of the three posts yet. */
    private static Map<String, Object> known(String name, String idNo) {
        return Map.of(
                "role",
                "技术负责人",
                "name",
                name,
                "idNo",
                idNo,
                "orgUscc",
                Province.Y2,
                "certs",
                List.of(
                        Map.of("kind", "注册建造师", "no", "云建造-" + name, "validTo", "2028-01-01"),
                        Map.of("kind", "B证", "no", "云建安B-" + name, "validTo", "2028-01-01")));
    }

    private long counted(String idNo, String post) {
        return province.engagements(idNo, "ON_POST").stream()
                .filter(engagement -> value(engagement, "post").equals(post))
                .count();
    }

    /** What was acknowledged is judged after a kill, and a repetition changes nothing. */
    @Test
    @Order(7)
    void an_acknowledged_push_survives_a_kill() {
        Map<String, Object> message = works("K-001", "KILLED-HZ-1", "", p22());
        Answer acknowledged = province.push(message).expect(202);
        server.kill();
        server.restart();
        province.forgetTokens();

        String receipt = acknowledged.json().path("receiptId").asText();
        assertThat(province.judged(receipt).path("state").asText()).isEqualTo("DONE");
        assertThat(province.push(message).expect(202).json().path("receiptId").asText())
                .isEqualTo(receipt);
        assertThat(province.as("yn-dept").records("works", "sourceId=K-001")).hasSize(1);
        assertThat(province.locks(P22, "PROJECT_MANAGER")).hasSize(1);
    }

    /** Signing in by the scanned code: a person picks one of several roles (YN-R14). */
    @Test
    @Order(8)
    void a_person_picks_the_role_to_sign_in_with() {
        Api screen = server.nobody();
        JsonNode code =
                screen.post("/api/v1/auth/qr", Map.of("portal", Province.ID)).ok();
        String path = "/api/v1/auth/qr/" + code.path("qrId").asText();
        Api phone = province.as("p20");
        List<JsonNode> roles =
                Answer.stream(phone.post(path + "/scan").ok().path("roles")).toList();
        assertThat(roles).extracting(role -> role.path("loginName").asText()).contains("y1", "y2");
        JsonNode contractor = roles.stream()
                .filter(role -> role.path("loginName").asText().equals("y2"))
                .findFirst()
                .orElseThrow();
        phone.post(
                        path + "/confirm",
                        Map.of("accountId", contractor.path("accountId").asText()))
                .ok();

        JsonNode progress = screen.with("X-Qr-Secret", code.path("secret").asText())
                .get(path)
                .ok();
        JsonNode token = screen.post(
                        "/api/v1/auth/token",
                        Map.of(
                                "qrId", code.path("qrId").asText(),
                                "ticket", progress.path("ticket").asText()))
                .ok();
        Api session = screen.in(Province.ID)
                .with("Authorization", "Bearer " + token.path("token").asText());
        assertThat(session.get("/api/v1/me").ok().toString()).contains("昆明示例建设集团有限公司");
        session.start("completion-filing", Map.of()).expect(403);
    }

    /** YN-P01, AUTH-03: before the user centre has agreed, the role stands there and cannot be chosen. */
    @Test
    @Order(9)
    void a_role_under_review_is_shown_and_cannot_be_chosen() {
        Map<String, Object> form = new HashMap<>();
        form.put("accountType", "CONTRACTOR");
        form.put("orgName", "昆明示例新建筑有限公司");
        form.put("uscc", "91530199PDY000407A");
        form.put("legalRepName", "示法人");
        form.put("legalRepIdNo", P21);
        form.put("regionCode", "530102");
        form.put("adminName", "彭滇办");
        form.put("adminIdNo", "53019919801203031X");
        form.put("adminMobile", "13900000020");
        server.nobody()
                .upload(
                        "/api/v1/jurisdictions/" + Province.ID + "/registrations/with-attachments",
                        "registration",
                        Map.of("registration", "account-registration", "form", form),
                        Map.of("licence", Scan.named("营业执照.jpg")))
                .expect(201);
        JsonNode role = newRole();
        assertThat(role.path("selectable").asBoolean()).isFalse();
        assertThat(role.path("note").asText()).isEqualTo("待审核");
        assertThat(choose(role).expect(409).messages().toString()).contains("待审核");

        Api centre = province.as("yn-accounts");
        centre.decide(centre.inbox().get(0).path("id").asText(), "APPROVE", "", Map.of())
                .ok();

        assertThat(newRole().path("selectable").asBoolean()).isTrue();
        choose(newRole()).ok();
    }

    /** The role of the firm that registers, as its administrator's phone shows it after scanning a fresh code. */
    private JsonNode newRole() {
        scanned = "/api/v1/auth/qr/"
                + server.nobody()
                        .post("/api/v1/auth/qr", Map.of("portal", Province.ID))
                        .ok()
                        .path("qrId")
                        .asText();
        return Answer.stream(province.as("p20").post(scanned + "/scan").ok().path("roles"))
                .filter(role -> role.path("displayName").asText().startsWith("昆明示例新建筑有限公司"))
                .findFirst()
                .orElseThrow();
    }

    private Answer choose(JsonNode role) {
        return province.as("p20")
                .post(
                        scanned + "/confirm",
                        Map.of("accountId", role.path("accountId").asText()));
    }

    /** YN-I2, YN-I7, YN-I8: what has happened above, as the approval system was told of it over HTTP. */
    @Test
    @Order(10)
    void the_approval_system_is_told_what_has_become_of_its_works() {
        assertThat(told("/works/G-001/result", "\"version\":1"))
                .contains("\"accepted\":true", value(province.works("G-001"), "worksNo"));
        assertThat(told("/works/G-404/result", "\"version\":1"))
                .contains("\"accepted\":false", "\"messageZh\":\"没有代码为“yn-auth-999999”的主管部门\"");
        assertThat(told("/works/G-001/changes", "\"kind\":\"people\"")).contains("安全员变更为施滇安");
        JsonNode filed = server.nobody()
                .in(Province.ID)
                .publicRecords("completion-filings", "permitNo=530102202607010101")
                .get(0);
        assertThat(told("/completions/" + value(filed, "filingNo"), "\"sourceId\":\"G-010\""))
                .contains("\"acceptanceDate\":\"2026-11-20\"");
        assertThat(approvals.received)
                .allSatisfy(push -> assertThat(push.signature()).hasSize(64));
    }

    /** What was pushed to this path with this in it, once it has come. */
    private String told(String path, String part) {
        return await("a push to " + path)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> approvals.received.stream()
                                .filter(push -> push.path().equals(path))
                                .map(AgencyDouble.Received::body)
                                .filter(body -> body.contains(part))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
