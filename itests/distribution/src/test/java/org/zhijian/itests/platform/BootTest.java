package org.zhijian.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;
import org.zhijian.itests.server.Setup;

/** Starting, stopping and what must not start. */
@Tag("derby")
class BootTest {
    private static final Duration GOAL = Duration.ofMillis(13_200);

    @Test
    void the_first_start_on_fresh_data_is_quick() {
        try (Server server = Server.start(Setup.empty(Database.DERBY))) {
            System.out.printf(
                    "first start, from the command to ready: %.1f s%n",
                    server.boot().toMillis() / 1000.0);
            server.nobody().get("/health/live").expect(200);
            // The figure belongs to a quiet machine of two cores; elsewhere it is printed and proves nothing.
            if (System.getenv("ZHIJIAN_QUIET_MACHINE") != null) {
                assertThat(server.boot()).isLessThan(GOAL);
            }
        }
    }

    @Test
    void the_health_pages_say_what_was_checked() {
        try (Server server = Server.demo(Database.DERBY)) {
            for (String page : List.of("/health/live", "/health/ready")) {
                var health = server.nobody().get(page).expect(200).json();
                assertThat(health.path("status").asText()).as(page).isEqualTo("UP");
                assertThat(health.path("checks").isArray()).as(page).isTrue();
            }
            assertThat(server.nobody().get("/health/ready").json().path("checks"))
                    .isNotEmpty();
        }
    }

    @Test
    void it_ends_cleanly_and_keeps_its_data() {
        try (Server server = Server.demo(Database.DERBY)) {
            String draft = server.as("j1")
                    .start("personnel-transfer", Map.of("remark", "明日再报"))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            assertThat(server.stop()).isZero();
            assertThat(server.said()).contains("stopping", "stopped");
            server.restart();
            assertThat(server.as("j1").view(draft).path("form").path("remark").asText())
                    .isEqualTo("明日再报");
        }
    }

    @Test
    void several_copies_run_beside_each_other() {
        try (Server one = Server.demo(Database.DERBY);
                Server other = Server.demo(Database.DERBY)) {
            String draft = one.as("j1")
                    .start("personnel-transfer", Map.of())
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            assertThat(one.as("j1").view(draft).path("id").asText()).isEqualTo(draft);
            other.as("j1").get("/api/v1/cases/" + draft).expect(404);
        }
    }

    @Test
    void a_second_server_on_the_same_data_is_refused() {
        try (Server server = Server.demo(Database.DERBY)) {
            Server.Refused second = Server.refused(server.setup());
            assertThat(second.status()).isNotZero();
            assertThat(second.said()).contains("another server runs on");
            assertThat(server.nobody().isReady()).isTrue();
        }
    }

    @Test
    void a_real_system_has_the_real_date() {
        Server.Refused refused = Server.refused(List.of("--today", Setup.TODAY));
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.said()).contains("--today goes only with --demo");
    }

    /** The synthetic cast is not loaded among real data. */
    @Test
    void a_demonstration_is_refused_on_the_data_of_a_real_system() throws IOException {
        Setup real = Setup.empty(Database.DERBY);
        try (Server server = Server.start(real)) {
            assertThat(server.stop()).isZero();
        }
        Files.delete(real.data().resolve("run.out"));

        Server.Refused refused = Server.refused(real.withDemo(Setup.TODAY));
        assertThat(refused.status()).isNotZero();
        assertThat(refused.said()).contains("不能以演示方式启动");
        Files.delete(real.data().resolve("log/zhijian.log"));

        try (Server server = Server.start(real.withoutDemo())) {
            assertThat(server.nobody()
                            .get("/api/v1/public/jurisdictions/jiangsu-testing/registers/testing-organisations")
                            .items())
                    .isEmpty();
            // A real system admits nobody without a captcha, whoever is known there.
            server.nobody()
                    .post(
                            "/api/v1/auth/token",
                            Map.of("portal", "jiangsu-testing", "loginName", "j1", "password", "Demo-2026!"))
                    .expect(422);
        }
    }
}
