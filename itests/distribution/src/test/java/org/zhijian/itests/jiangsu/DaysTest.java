package org.zhijian.itests.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;
import org.zhijian.itests.server.Setup;

/** What days do by themselves, on a system that stood still while they passed. */
@Tag("derby")
class DaysTest {
    /** All qualifications of the demonstration have run out, and paper has been awaited for years. */
    private static final String LATER = "2029-03-01";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    @DisplayName(
            "§5, JS-R11: qualifications run out and paper that has not come back is reminded of, once, after the next start")
    void days_that_passed_are_made_up_for() {
        Setup setup = Setup.demo(Database.DERBY);
        try (Server server = Server.start(setup)) {
            cancelled(server);
            assertThat(organisation(server.nobody()).path("status").asText()).isEqualTo("REGISTERED");
        }
        try (Server later = Server.start(setup.withDemo(LATER))) {
            Api nobody = later.nobody();
            await().atMost(PATIENCE)
                    .until(() -> organisation(nobody).path("status").asText().equals("EXPIRED"));
            await().atMost(PATIENCE).until(() -> sms(nobody).size() == 1);
            assertThat(sms(nobody).get(0)).contains("JC-M-0011", "请立即将注销人员的岗位合格证书寄给省质监总站");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(messages(later.as("j1"))).contains("资质已过期", "请寄回注销的岗位合格证书"));

            assertThat(later.as(Transfer.PROVINCE).records("certificate-matters", ""))
                    .singleElement()
                    .satisfies(matter -> assertThat(
                                    matter.path("labels").path("status").asText())
                            .isEqualTo("已公告"));
        }
        try (Server again = Server.start(setup.withDemo("2029-03-02"))) {
            await().atMost(PATIENCE).until(() -> again.nobody().isReady());
            assertThat(sms(again.nobody())).as("nobody is reminded twice").hasSize(1);
        }
    }

    private static void cancelled(Server server) {
        Matter cancellation = Matter.draft(
                        server,
                        "j1",
                        "certificate-cancellation",
                        Map.of(
                                "personId",
                                server.as("j1").option("certificate-cancellation", "personId", "韩示双"),
                                "certificates",
                                List.of("JC-M-0011"),
                                "reason",
                                "退休",
                                "personAgrees",
                                "YES"))
                .attach("certificateScan", "证书.jpg")
                .submit();
        cancellation
                .decided("js-city-3201", "APPROVE", "原件相符", Map.of("originalsSeen", true))
                .decided(Transfer.PROVINCE, "APPROVE", "同意", Map.of());
    }

    private static JsonNode organisation(Api nobody) {
        return nobody.publicRecords("testing-organisations", "orgCode=PDY00011-6")
                .get(0);
    }

    private static List<String> sms(Api nobody) {
        return nobody.get("/demo/sms?mobile=13900000051").items().stream()
                .map(JsonNode::toString)
                .filter(message -> message.contains("JS_MAIL_BACK"))
                .toList();
    }

    private static List<String> messages(Api api) {
        return api.get("/api/v1/messages?limit=100").items().stream()
                .map(message -> message.path("title").asText())
                .toList();
    }
}
