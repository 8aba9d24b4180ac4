package org.zhijian.itests.modules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/** Whenever the server dies in the course of an upgrade, it comes back with new cases on the newest version in order and open ones on theirs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UpgradeCrashContract {
    private static final String OLD = "初审";
    private static final String NEW = "复审";

    private final Database database;
    private Server server;

    UpgradeCrashContract(Database database) {
        this.database = database;
    }

    @BeforeAll
    void start() {
        server = Server.demo(database);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void a_jar_that_was_just_stored_is_taken_in_at_the_next_start() {
        Toyshop town = new Toyshop(server, "stored", "91320200PDY00095X6");
        String early = oldVersionWithACase(town);
        JsonNode before = town.view(early);

        town.drop(town.version("2.0.0", NEW));
        server.kill();
        server.restart();

        finishesBoth(town, early, before);
    }

    @Test
    void a_version_that_has_just_started_runs_again_beside_the_old_one() {
        Toyshop town = new Toyshop(server, "started", "91320200PDY0009686");
        String early = oldVersionWithACase(town);
        JsonNode before = town.view(early);

        town.install(town.version("2.0.0", NEW)).expect(201);
        server.kill();
        server.restart();

        finishesBoth(town, early, before);
    }

    @ParameterizedTest(name = "killed {0} ms after the jar was sent")
    @CsvSource({"80, 91320200PDY0009761", "400, 91320200PDY000984U"})
    void an_upgrade_that_was_cut_off_is_completed_by_sending_the_jar_again(int millis, String uscc) {
        Toyshop town = new Toyshop(server, "cut-" + millis, uscc);
        String early = oldVersionWithACase(town);
        JsonNode before = town.view(early);

        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sendToADyingServer(town));
        CompletableFuture.runAsync(server::kill, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
                .join();
        sending.join();
        server.restart();
        assertThat(town.view(early)).isEqualTo(before);
        town.install(town.version("2.0.0", NEW)).expect(201);

        finishesBoth(town, early, before);
    }

    @Test
    void a_version_whose_last_case_was_decided_leaves_after_the_next_start() {
        Toyshop town = new Toyshop(server, "drained", "91320200PDY000992N");
        String early = oldVersionWithACase(town);
        town.install(town.version("2.0.0", NEW)).expect(201);

        assertThat(town.approve(early)).isEqualTo("CLOSED");
        server.kill();
        server.restart();

        town.awaitStates("2.0.0 RUNNING");
        assertThat(town.view(early).path("state").asText()).isEqualTo("CLOSED");
        assertThat(town.stepOf(town.filed("风筝"))).isEqualTo(NEW);
    }

    private static String oldVersionWithACase(Toyshop town) {
        town.install(town.version("1.0.0", OLD)).expect(201);
        return town.filed("陀螺");
    }

    private static void sendToADyingServer(Toyshop town) {
        try {
            town.install(town.version("2.0.0", NEW));
        } catch (UncheckedIOException died) {
            assertThat(died).hasMessageNotContaining("timed out");
        }
    }

    private static void finishesBoth(Toyshop town, String early, JsonNode before) {
        town.awaitStates("2.0.0 RUNNING", "1.0.0 DRAINING");
        assertThat(town.view(early)).isEqualTo(before);
        String late = town.filed("风筝");
        assertThat(town.stepOf(early)).isEqualTo(OLD);
        assertThat(town.stepOf(late)).isEqualTo(NEW);
        assertThat(town.approve(early)).isEqualTo("CLOSED");
        assertThat(town.approve(late)).isEqualTo("CLOSED");
        town.awaitStates("2.0.0 RUNNING");
    }
}
