package org.zhijian.itests.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.server.AgencyDouble;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;
import org.zhijian.itests.server.Setup;

/** What people and agencies are told: desks, announcements, the feed of changes, pushes that survive a kill. One server for all. */
@Tag("derby")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NoticesTest {
    private static final String CHANNEL = "certificate-printing";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private AgencyDouble printer;
    private Server server;
    private Transfer transfer;

    @BeforeAll
    void start() throws IOException {
        printer = new AgencyDouble(503);
        Setup setup = Setup.demo(Database.DERBY);
        Path etc = Files.createDirectories(setup.data().resolve("etc"));
        Files.writeString(
                etc.resolve("org.zhijian.channel-printing.cfg"),
                "jurisdiction = jiangsu-testing\nchannel = " + CHANNEL + "\nurl = " + printer.address()
                        + "/jobs\nagencyId = js\nsecret = only-between-us\n");
        server = Server.start(setup);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        printer.close();
    }

    private Api agency() {
        JsonNode token = server.nobody()
                .post(
                        "/api/v1/auth/token",
                        Map.of(
                                "grant", "client_credentials",
                                "clientId", "demo-agency",
                                "clientSecret", Api.PASSWORD))
                .ok();
        return server.nobody()
                .with("Authorization", "Bearer " + token.path("token").asText());
    }

    private Api operator() {
        JsonNode token = server.nobody()
                .post("/api/v1/auth/token", Map.of("loginName", "admin", "password", Api.PASSWORD))
                .ok();
        return server.nobody()
                .with("Authorization", "Bearer " + token.path("token").asText());
    }

    private static List<String> titles(Api reader) {
        return reader.get("/api/v1/messages").items().stream()
                .map(message -> message.path("title").asText())
                .toList();
    }

    private static List<JsonNode> follow(Api agency) {
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        while (true) {
            JsonNode page = agency.get("/api/v1/events?limit=7&after=" + next).ok();
            page.path("items").forEach(all::add);
            if (page.path("items").isEmpty()) {
                return all;
            }
            next = page.path("next").asText();
        }
    }

    @Test
    @Order(10)
    void whoever_has_to_act_finds_a_message_and_marks_it_as_read() {
        transfer = Transfer.submitted(server, Member.J1, "韩示双", Member.J3, "MATERIAL");
        Api receiver = transfer.receiver();

        await().atMost(PATIENCE).until(() -> titles(receiver).contains("新的待办：人员变更 " + transfer.number()));

        JsonNode message = receiver.get("/api/v1/messages").items().get(0);
        assertThat(message.path("caseId").asText()).isEqualTo(transfer.caseId());
        assertThat(receiver.get("/api/v1/messages/unread").ok().path("unread").asInt())
                .isEqualTo(1);
        String read = "/api/v1/messages/" + message.path("id").asText() + "/read";
        assertThat(receiver.post(read).ok().path("unread").asInt()).isZero();
        assertThat(transfer.applicant().post(read).status()).isEqualTo(404);
    }

    @Test
    @Order(20)
    void a_push_that_fails_takes_nothing_back() {
        transfer.approved();

        await().atMost(PATIENCE).until(() -> !printer.received.isEmpty());
        assertThat(server.as(Transfer.PROVINCE)
                        .get("/api/v1/admin/outbox?channel=AGENCY&q=" + CHANNEL)
                        .items())
                .isNotEmpty()
                .allSatisfy(push -> assertThat(push.path("state").asText()).isIn("NEW", "FAILED"));
        assertThat(titles(transfer.applicant())).anyMatch(title -> title.startsWith("公告已发布："));
    }

    @Test
    @Order(30)
    void a_push_survives_a_kill_and_arrives_signed_under_its_key() {
        await().atMost(PATIENCE).until(() -> pushes().stream()
                .allMatch(push -> push.path("state").asText().equals("FAILED")));
        Set<String> keys = keys();
        server.kill();
        printer.answers(200);
        server.restart();

        Api province = server.nobody().signIn(Transfer.PROVINCE);
        for (JsonNode push : province.get("/api/v1/admin/outbox?channel=AGENCY&state=FAILED&q=" + CHANNEL)
                .items()) {
            String path = "/api/v1/admin/outbox/" + push.path("id").asText() + "/replay";
            assertThat(province.post(path, Map.of("reason", "")).status()).isEqualTo(422);
            province.post(path, Map.of("reason", "打印服务已恢复")).ok();
        }

        await().atMost(PATIENCE)
                .until(() -> province.get("/api/v1/admin/outbox?channel=AGENCY&q=" + CHANNEL).items().stream()
                        .allMatch(push -> push.path("state").asText().equals("SENT")));
        assertThat(keys()).isEqualTo(keys);
        assertThat(printer.received).allSatisfy(received -> {
            assertThat(received.agency()).isEqualTo("js");
            assertThat(received.signature()).matches("[0-9a-f]{64}");
            assertThat(received.body()).contains("\"certNo\"").doesNotContain("only-between-us");
        });
    }

    private List<JsonNode> pushes() {
        return server.as(Transfer.PROVINCE)
                .get("/api/v1/admin/outbox?channel=AGENCY&q=" + CHANNEL)
                .items();
    }

    private Set<String> keys() {
        return printer.received.stream().map(AgencyDouble.Received::key).collect(Collectors.toSet());
    }

    @Test
    @Order(40)
    void an_agency_follows_what_changed_as_far_as_it_is_granted() {
        Api agency = agency();
        List<JsonNode> all = follow(agency);
        List<String> actions = all.stream()
                .filter(change -> change.path("objectId").asText().equals(transfer.caseId()))
                .map(change -> change.path("action").asText())
                .toList();
        assertThat(actions).startsWith("SUBMIT", "APPROVE", "APPROVE", "APPROVE", "APPROVE");
        assertThat(all).extracting(change -> change.path("id").asText()).doesNotHaveDuplicates();
        assertThat(all).anyMatch(change -> change.path("kind").asText().equals("RECORD"));

        Api operator = operator();
        String grants = "/api/v1/admin/agencies/demo-agency/grants";
        operator.put(grants, Map.of("grants", List.of(Map.of("jurisdiction", "*", "kind", "ANNOUNCEMENT"))))
                .ok();
        assertThat(follow(agency))
                .isNotEmpty()
                .allMatch(change -> change.path("kind").asText().equals("ANNOUNCEMENT"));
        assertThat(agency.put(grants, Map.of("grants", List.of())).status()).isEqualTo(403);
        assertThat(operator.get("/api/v1/events").status()).isEqualTo(403);
        assertThat(transfer.applicant().get("/api/v1/admin/outbox").status()).isIn(401, 403);
    }

    @Test
    @Order(50)
    void an_announcement_is_followed_and_withdrawn() {
        Api province = server.nobody().signIn(Transfer.PROVINCE);
        JsonNode result = server.nobody().announcements().get(0);
        assertThat(result.path("category").asText()).isEqualTo("RESULT");
        String withdrawal = "/api/v1/jurisdictions/jiangsu-testing/announcements/"
                + result.path("id").asText() + "/withdrawal";
        assertThat(server.nobody()
                        .signIn("j1")
                        .post(withdrawal, Map.of("reason", "误发"))
                        .status())
                .isEqualTo(403);

        province.post(withdrawal, Map.of("reason", "误发")).ok();
        JsonNode notice = province.post(
                        "/api/v1/jurisdictions/jiangsu-testing/announcements",
                        Map.of("title", "系统维护通知", "body", "今晚停机。"))
                .expect(201)
                .json();

        List<JsonNode> feed = server.nobody()
                .get("/api/v1/public/announcements?jurisdiction=jiangsu-testing&since=2026-11-23")
                .items();
        assertThat(feed)
                .extracting(item -> item.path("id").asText())
                .endsWith(result.path("id").asText(), notice.path("id").asText());
        JsonNode withdrawn = feed.get(feed.size() - 2);
        assertThat(withdrawn.path("withdrawnAt").asText()).isNotBlank();
        assertThat(withdrawn.path("body").asText()).isEmpty();
    }

    @Test
    @Order(60)
    void the_mailbox_of_a_demonstration_is_there() {
        assertThat(server.nobody()
                        .get("/demo/sms?mobile=13900000001")
                        .ok()
                        .path("items")
                        .isArray())
                .isTrue();
        assertThat(server.nobody().get("/demo/sms").ok().path("items")).isEmpty();
    }
}
