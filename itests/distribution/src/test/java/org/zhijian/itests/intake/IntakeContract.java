package org.zhijian.itests.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/** Another system pushes into the fictional region's channel: the whole way over HTTP, a kill right after the acknowledgement among it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class IntakeContract {
    private static final String CHANNEL = "/api/v1/jurisdictions/sample/intake/market-checks";
    private static final String STALL = "TW-D001";

    private final Database database;
    private Server server;
    private Path jar;
    private Api agency;
    private Api bureau;

    IntakeContract(Database database) {
        this.database = database;
    }

    @BeforeAll
    void start() throws IOException {
        server = Server.demo(database);
        jar = Files.createDirectories(server.setup().data().resolve("deploy")).resolve("sample.jar");
        deploy();
        signIn();
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private void deploy() throws IOException {
        Files.copy(Path.of(System.getProperty("zhijian.sample.jar")), jar);
        awaitModule(true);
    }

    private void awaitModule(boolean running) {
        await("the sample region")
                .atMost(Duration.ofSeconds(60))
                .until(() -> server.nobody().get("/api/v1/jurisdictions").text().contains("\"sample\"") == running);
    }

    private void signIn() {
        agency = server.nobody().asAgency();
        bureau = server.nobody().signIn("sample", "sa-bureau", Api.PASSWORD);
    }

    private static Map<String, Object> check(String stall, int version, String name) {
        return new HashMap<>(Map.of(
                "stallNo", stall, "version", version, "name", name, "status", "OPEN", "checkedOn", "2026-11-20"));
    }

    private Answer push(Map<String, Object> message) {
        return agency.post(CHANNEL, message);
    }

    private JsonNode receipt(String id) {
        return agency.get("/api/v1/receipts/" + id).ok();
    }

    private JsonNode settled(String id) {
        await("receipt " + id)
                .atMost(Duration.ofSeconds(30))
                .until(() -> !receipt(id).path("state").asText().equals("RECEIVED"));
        return receipt(id);
    }

    private static String id(Answer answer) {
        return answer.json().path("receiptId").asText();
    }

    private String nameInRegister() {
        return bureau.get("/api/v1/jurisdictions/sample/registers/stalls/" + STALL)
                .ok()
                .path("name")
                .asText();
    }

    @Test
    @Order(10)
    void a_push_is_acknowledged_carried_out_and_told_apart_by_version() {
        String receipt = id(push(check(STALL, 10, "甲字百货")).expect(202));
        assertThat(settled(receipt).path("state").asText()).isEqualTo("DONE");
        assertThat(nameInRegister()).isEqualTo("甲字百货");

        assertThat(id(push(check(STALL, 10, "甲字百货")).expect(202))).isEqualTo(receipt);
        assertThat(push(check(STALL, 10, "乙字百货")).expect(409).code()).isEqualTo("MESSAGE_CONFLICT");
        assertThat(push(check(STALL, 9, "旧字百货"))
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("STALE");
        settled(id(push(check(STALL, 11, "新字百货")).expect(202)));
        assertThat(nameInRegister()).isEqualTo("新字百货");
    }

    @Test
    @Order(20)
    void a_malformed_push_is_told_all_that_is_wrong() {
        Map<String, Object> message = check("", 1, "甲字百货");
        message.put("status", "GONE");
        message.put("items", List.of(Map.of("passed", true)));
        Answer refused = push(message).expect(400);
        assertThat(refused.isProblem()).isTrue();
        assertThat(Answer.stream(refused.json().path("violations"))
                        .map(violation -> violation.path("field").asText()))
                .containsExactly("stallNo", "status", "items[0].item");
    }

    @Test
    @Order(30)
    void nobody_else_pushes_reads_receipts_or_sees_the_quarantine() {
        String receipt = id(push(check("TW-0404", 1, "无此摊位")).expect(202));
        assertThat(settled(receipt).path("reasons").path(0).path("message").asText())
                .isEqualTo("没有该编号的摊位");

        bureau.post(CHANNEL, check(STALL, 99, "伪造")).expect(403);
        server.nobody().post(CHANNEL, check(STALL, 99, "伪造")).expect(401);
        bureau.get("/api/v1/receipts/" + receipt).expect(404);
        agency.get("/api/v1/admin/intake").expect(403);
        server.as("js-prov").get("/api/v1/admin/intake/" + receipt).expect(404);
        server.as("j1").get("/api/v1/admin/intake").expect(403);
    }

    @Test
    @Order(40)
    void what_broke_a_rule_is_mended_replayed_or_discarded() {
        settled(id(push(check(STALL, 20, "停业百货")).expect(202)));
        Map<String, Object> closing = check(STALL, 21, "停业百货");
        closing.put("status", "CLOSED");
        settled(id(push(closing).expect(202)));
        Map<String, Object> reopening = check(STALL, 22, "重开百货");
        reopening.put("inspector", "320299198002120211");
        String receipt = id(push(reopening).expect(202));
        assertThat(settled(receipt).path("state").asText()).isEqualTo("QUARANTINED");
        String address = "/api/v1/admin/intake/" + receipt;

        assertThat(bureau.get(address).ok().path("message").path("inspector").asText())
                .contains("*");
        assertThat(bureau.post(address + "/reveal")
                        .ok()
                        .path("message")
                        .path("inspector")
                        .asText())
                .isEqualTo("320299198002120211");
        bureau.post(address + "/replay", Map.of("reason", "")).expect(422);
        bureau.post(address + "/replay", Map.of("reason", "再试一次")).expect(200);
        assertThat(settled(receipt).path("state").asText()).isEqualTo("QUARANTINED");
        reopening.put("status", "CLOSED");
        bureau.post(address + "/mend", Map.of("message", reopening, "reason", "经核实仍停业"))
                .expect(200);
        assertThat(settled(receipt).path("state").asText()).isEqualTo("DONE");
        assertThat(nameInRegister()).isEqualTo("重开百货");

        String other = id(push(check("TW-0405", 1, "无此摊位")).expect(202));
        settled(other);
        bureau.post("/api/v1/admin/intake/" + other + "/discard", Map.of("reason", "摊位号有误"))
                .expect(200);
        assertThat(receipt(other).path("note").asText()).isEqualTo("摊位号有误");
        bureau.post("/api/v1/admin/intake/" + other + "/replay", Map.of("reason", "再试"))
                .expect(409);
    }

    @Test
    @Order(50)
    void fifty_pushes_of_one_message_at_once_are_one() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(16);
        try {
            List<Future<Answer>> sent = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                sent.add(senders.submit(() -> push(check("TW-0500", 1, "五十"))));
            }
            Set<String> receipts = new HashSet<>();
            for (Future<Answer> answer : sent) {
                receipts.add(id(answer.get().expect(202)));
            }
            assertThat(receipts).hasSize(1);
        } finally {
            senders.shutdown();
        }
    }

    @Test
    @Order(60)
    void while_the_module_is_away_pushes_are_taken_in_and_wait() throws IOException {
        Files.delete(jar);
        awaitModule(false);
        Map<String, Object> message = check(STALL, 30, "归来百货");
        message.put("status", "CLOSED");
        String receipt = id(push(message).expect(202));
        assertThat(receipt(receipt).path("state").asText()).isEqualTo("RECEIVED");
        push(check(STALL, 31, "")).expect(400);

        deploy();

        assertThat(settled(receipt).path("state").asText()).isEqualTo("DONE");
    }

    @Test
    @Order(70)
    void what_was_acknowledged_survives_a_kill_right_after() {
        for (int version = 40; version < 43; version++) {
            Map<String, Object> message = check(STALL, version, "第" + version + "版");
            message.put("status", "CLOSED");
            String receipt = id(push(message).expect(202));
            server.kill();
            server.restart();
            awaitModule(true);
            signIn();

            assertThat(settled(receipt).path("state").asText()).isEqualTo("DONE");
            assertThat(id(push(message).expect(202))).isEqualTo(receipt);
            assertThat(nameInRegister()).isEqualTo("第" + version + "版");
        }
    }
}
