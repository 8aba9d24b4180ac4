package org.zhijian.itests.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.zhijian.itests.yunnan.Province.p21;
import static org.zhijian.itests.yunnan.Province.p23;
import static org.zhijian.itests.yunnan.Province.person;
import static org.zhijian.itests.yunnan.Province.works;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;
import org.zhijian.itests.yunnan.Province;

/** What the national register answers for Yunnan (core.md §1, YN-I5, NS-I4), with both modules at work and with one of them gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class TogetherContract {
    private static final String SUPERVISORS = "/api/v1/jurisdictions/" + Province.ID
            + "/procedures/personnel-substitution/options/afterPersonId?changeKind=CHIEF_SUPERVISOR";
    private static final String UNVERIFIED = "证书未核验";

    private final Database database;
    private Server server;
    private Province province;

    TogetherContract(Database database) {
        this.database = database;
    }

    @BeforeAll
    void start() {
        server = Server.demo(database);
        province = new Province(server);
        province.accepted(works(
                "T-001",
                "5301022607010101-HZ-701",
                "5301022607010101-HJ-701",
                p21(),
                p23(),
                person("项目总监", "曹滇员", "530199199306070266", Province.Y4)));
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** Names that a supervising firm is offered for a chief supervisor. */
    private List<String> picker() {
        return province.as("y4").get(SUPERVISORS).items().stream()
                .map(choice -> choice.path("label").asText())
                .toList();
    }

    private static boolean offers(List<String> picker, String name) {
        return picker.stream().anyMatch(label -> label.contains(name));
    }

    @Test
    @Order(1)
    void an_engineer_who_is_cancelled_nationally_leaves_the_picker_of_the_province_in_the_same_second() {
        assertThat(picker())
                .anySatisfy(label -> assertThat(label).contains("张滇监"))
                .anySatisfy(label -> assertThat(label).contains("孔滇监"));
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
        assertThat(offers(picker(), "孔滇监")).isTrue();

        cancellation.decided(Application.MINISTRY, "APPROVE");
        Instant cancelled = Instant.now();
        List<String> after = picker();

        assertThat(offers(after, "孔滇监")).isFalse();
        assertThat(offers(after, "张滇监")).isTrue();
        assertThat(Duration.between(cancelled, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    @Order(2)
    void whom_the_register_confirms_is_verified() {
        assertThat(findingsOf(substitution())).doesNotContain(UNVERIFIED);
    }

    @Test
    @Order(3)
    void a_revocation_that_is_pushed_in_takes_the_engineer_out_as_well() {
        JsonNode receipt = server.nobody()
                .in(Application.JURISDICTION)
                .asAgency()
                .post(
                        "/api/v1/jurisdictions/national-supervisor/intake/penalties",
                        Map.of(
                                "documentNo", "示罚〔2026〕7号",
                                "authority", "示例住房和城乡建设厅",
                                "idNo", "530199197506050156",
                                "kind", "REVOCATION",
                                "content", "吊销注册监理工程师注册执业证书",
                                "decidedOn", "2026-11-20"))
                .expect(202)
                .json();
        assertThat(receipt.path("receiptId").asText()).isNotBlank();
        await("the penalty is entered")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Application.as(server, Application.CENTRE)
                                .records("registrations", "registrationNo=53900025&status=REVOKED")
                                .size()
                        == 1);

        assertThat(offers(picker(), "张滇监")).isFalse();
    }

    @Test
    @Order(4)
    void without_the_national_register_the_province_goes_on_and_says_what_is_not_verified() {
        Api operator = server.nobody().signIn("", "admin", Api.PASSWORD);
        operator.delete("/api/v1/admin/modules/national-supervisor").expect(204);

        await("the certificates that works have brought stand")
                .atMost(Duration.ofSeconds(20))
                .until(() -> offers(picker(), "张滇监"));
        assertThat(findingsOf(substitution())).contains(UNVERIFIED);
    }

    /** The chief supervisor of the works is to be 张滇监. @return the case */
    private String substitution() {
        String id = province.draft(
                "y4",
                "personnel-substitution",
                Map.of(
                        "changeKind", "CHIEF_SUPERVISOR",
                        "beforePersonId", province.personId("p27"),
                        "afterPersonId", province.personId("p25"),
                        "reason", "原人员调离",
                        "changeDate", "2026-11-23"));
        province.attach("y4", id, "consent", "certificate");
        province.as("y4").submit(id).ok();
        return id;
    }

    /** What the reviewing office reads of it; the case is withdrawn afterwards. */
    private List<String> findingsOf(String caseId) {
        Api office = province.as(Province.AUTHORITY);
        List<String> findings = office.get("/api/v1/tasks/" + office.taskOf(caseId))
                .ok()
                .path("findings")
                .findValuesAsText("message");
        province.as("y4").withdraw(caseId).ok();
        return findings;
    }
}
