package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhijian.itests.http.Api;

/** What other systems have pushed in, on the screen of the office that answers for it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IncomingTest extends Stage {

    @BeforeAll
    void start() throws IOException {
        Path deploy = Files.createDirectories(server.setup().data().resolve("deploy"));
        Files.copy(Path.of(System.getProperty("zhijian.sample.jar")), deploy.resolve("sample.jar"));
        await("the sample region")
                .atMost(Duration.ofSeconds(60))
                .until(() -> server.nobody().get("/api/v1/jurisdictions").text().contains("\"sample\""));
    }

    private void push(String stall, String status, int version) {
        server.nobody()
                .asAgency()
                .post(
                        "/api/v1/jurisdictions/sample/intake/market-checks",
                        Map.of(
                                "stallNo",
                                stall,
                                "version",
                                version,
                                "name",
                                "甲字百货摊",
                                "status",
                                status,
                                "checkedOn",
                                "2026-11-20",
                                "inspector",
                                "320299198002120211",
                                "items",
                                List.of(Map.of("item", "消防通道", "passed", true))))
                .expect(202);
    }

    @Test
    @Order(10)
    void a_message_in_quarantine_is_read_mended_replayed_and_discarded() {
        push("TW-D001", "CLOSED", 1);
        push("TW-D001", "OPEN", 2);
        push("TW-0404", "OPEN", 1);
        Api bureau = server.nobody().signIn("sample", "sa-bureau", Api.PASSWORD);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> bureau.get("/api/v1/admin/intake?state=QUARANTINED")
                                .items()
                                .size()
                        == 2);
        try (Screen desk =
                browsers.screen(server.address(), "sample", 1024, 768).signIn("sa-bureau")) {
            desk.seesAt("quarantined", "2").press("menu-incoming").seesAt("incoming-counts", "隔离区 2");
            desk.sees("该摊位已停业，重新经营须重新登记").sees("没有该编号的摊位").photograph("incoming-1024x768");
            assertThat(desk.fitsInWidth()).isTrue();

            desk.clickAt("#incoming vaadin-grid-cell-content:has-text('TW-D001')")
                    .seesAt("incoming-reasons", "该摊位已停业")
                    .seesAt("answer-inspector", "***")
                    .seesAt("incoming-replay", "重新处理")
                    .photograph("incoming-message-1024x768");
            desk.press("incoming-reveal").seesAt("answer-inspector", "320299198002120211");
            desk.press("incoming-mend")
                    .seesAt("incoming-confirm", "保存并处理")
                    .photograph("incoming-mend-1024x768")
                    .press("incoming-confirm");
            desk.sees("请填写原因");
            desk.pick("field-status", "停业")
                    .type("incoming-reason", "经核实仍停业")
                    .press("incoming-confirm")
                    .sees("TW-D001 已处理")
                    .seesAt("incoming-counts", "隔离区 1");

            desk.clickAt("#incoming vaadin-grid-cell-content:has-text('TW-0404')")
                    .press("incoming-replay")
                    .type("incoming-reason", "再试一次")
                    .press("incoming-confirm")
                    .sees("TW-0404 仍在隔离区：没有该编号的摊位");
            desk.clickAt("#incoming vaadin-grid-cell-content:has-text('TW-0404')")
                    .press("incoming-discard")
                    .seesAt("incoming-confirm", "确定作废")
                    .photograph("incoming-discard-1024x768")
                    .type("incoming-reason", "摊位号有误")
                    .press("incoming-confirm")
                    .seesAt("incoming-counts", "隔离区 0")
                    .hasNo("quarantined");
        }
        // Signing in on the screen has ended the session over REST.
        Api again = server.nobody().signIn("sample", "sa-bureau", Api.PASSWORD);
        assertThat(again.get("/api/v1/admin/intake").items())
                .extracting(line -> line.path("state").asText())
                .contains("DISCARDED", "DONE");
    }

    @Test
    @Order(20)
    void an_agency_is_opened_by_the_operator_and_allowed_by_the_region() {
        String secret;
        try (Screen operator =
                browsers.screen(server.address(), "operator", 1024, 768).open("")) {
            operator.type("loginName", "admin").type("password", Api.PASSWORD).press("sign-in-button");
            operator.press("new-agency")
                    .type("agency-id", "大写")
                    .press("agency-open")
                    .sees("请填写接入单位名称");
            operator.type("agency-id", "gzw-system")
                    .type("agency-name", "工程建设项目审批管理系统")
                    .press("agency-open")
                    .seesAt("clients", "gzw-system");
            secret = operator.photograph("agency-secret-1024x768").textOf("initial-password");
            operator.press("secret-close").clickAt("#agencies").photograph("agencies-1024x768");
            assertThat(operator.fitsInWidth()).isTrue();
        }
        Map<String, String> credentials =
                Map.of("grant", "client_credentials", "clientId", "gzw-system", "clientSecret", secret);
        String token = server.nobody()
                .post("/api/v1/auth/token", credentials)
                .ok()
                .path("token")
                .asText();
        Api system = server.nobody().with("Authorization", "Bearer " + token);
        Map<String, Object> message =
                Map.of("stallNo", "TW-0777", "version", 1, "name", "新系统", "status", "OPEN", "checkedOn", "2026-11-20");
        String channel = "/api/v1/jurisdictions/sample/intake/market-checks";
        system.post(channel, message).expect(403);
        try (Screen desk =
                browsers.screen(server.address(), "sample", 1024, 768).signIn("sa-bureau")) {
            desk.press("menu-agencies").seesAt("grants", "demo-agency").press("new-grant");
            desk.type("grant-client", "gzw-none").press("grant-confirm").sees("没有该接入标识");
            desk.type("grant-client", "gzw-system").pick("grant-right", "报送数据").photograph("grant-1024x768");
            desk.press("grant-confirm").seesAt("grants", "gzw-system").photograph("grants-1024x768");
            assertThat(desk.fitsInWidth()).isTrue();
            system.post(channel, message).expect(202);
            desk.press("revoke-gzw-system-INTAKE-market-checks").hasNo("revoke-gzw-system-INTAKE-market-checks");
        }
        system.post(channel, message).expect(403);
    }
}
