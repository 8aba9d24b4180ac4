package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/** What other systems have pushed in, on the screen of the office that answers for it. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncomingTest {
    private Server server;
    private Browsers browsers;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(Browsers.installed().isPresent(), "Chromium is not installed");
        server = Server.demo(Database.DERBY);
        Path deploy = Files.createDirectories(server.setup().data().resolve("deploy"));
        Files.copy(Path.of(System.getProperty("zhijian.sample.jar")), deploy.resolve("sample.jar"));
        await("the sample region")
                .atMost(Duration.ofSeconds(60))
                .until(() -> server.nobody().get("/api/v1/jurisdictions").text().contains("\"sample\""));
        browsers = Browsers.open();
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

    private void push(String stall, String status, int version) {
        server.nobody()
                .asAgency()
                .post(
                        "/api/v1/jurisdictions/sample/intake/market-checks",
                        Map.of(
                                "stallNo", stall,
                                "version", version,
                                "name", "甲字百货摊",
                                "status", status,
                                "checkedOn", "2026-11-20",
                                "inspector", "320299198002120211",
                                "items", List.of(Map.of("item", "消防通道", "passed", true))))
                .expect(202);
    }

    @Test
    void a_message_in_quarantine_is_read_mended_replayed_and_discarded() {
        push("TW-D001", "CLOSED", 1);
        push("TW-D001", "OPEN", 2);
        push("TW-0404", "OPEN", 1);
        Api bureau = server.nobody().signIn("sample", "sa-bureau", Api.PASSWORD);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> bureau.get("/api/v1/admin/intake?state=QUARANTINED").items().size() == 2);
        try (Screen desk = browsers.screen(server.address(), "sample", 1024, 768).signIn("sa-bureau")) {
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
                .containsExactly("DISCARDED", "DONE", "DONE");
    }
}
