package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/** {@code docs/first-jurisdiction.md}, followed literally in an empty directory: what it promises is there afterwards. */
@Tag("derby")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuideTest {
    private static final String TOWN = "tea-town";
    private static final String PASSWORD = "Demo-2026!";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private static Path directory;

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.demo(Database.DERBY);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The blocks of the guide, in order. */
    private static List<String> blocks() throws IOException {
        Path guide = Path.of(System.getProperty("zhijian.root"), "docs", "first-jurisdiction.md");
        return BLOCK.matcher(Files.readString(guide))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** Does what these blocks say, in one shell, and stops at the first command that fails. */
    private static void follow(List<String> blocks) throws IOException, InterruptedException {
        Path script = Files.writeString(directory.resolve("guide.sh"), "set -eu\n" + String.join("\n", blocks));
        Path said = directory.resolve("said.txt");
        ProcessBuilder shell = new ProcessBuilder("bash", script.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        Map<String, String> environment = shell.environment();
        environment.put("DEPLOY", server.setup().data().resolve("deploy").toString());
        environment.put("PATH", tools() + File.pathSeparator + environment.get("PATH"));
        Process process = shell.start();
        boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        assertThat(ended).as("the guide ends: " + Files.readString(said)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }

    /** A Maven before the system's own that needs no network: it knows the repository that this build was installed in. */
    private static Path tools() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("tools"));
        String maven = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(entry -> Path.of(entry, "mvn"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow()
                .toString();
        Path wrapper = Files.writeString(
                folder.resolve("mvn"),
                "#!/bin/sh\nexec '%s' -o -Dmaven.repo.local='%s' \"$@\"\n"
                        .formatted(maven, System.getProperty("zhijian.repository")));
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private static List<String> states() {
        return Answer.stream(
                        server.as("", "admin").get("/api/v1/admin/modules").ok().path("items"))
                .filter(module -> module.path("id").asText().equals(TOWN))
                .map(module -> module.path("version").asText() + " "
                        + module.path("state").asText())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    @Order(1)
    void whoever_follows_it_has_a_running_jurisdiction() throws IOException, InterruptedException {
        List<String> blocks = blocks();
        assertThat(blocks).hasSize(7);

        follow(blocks.subList(0, 6));

        await().atMost(PATIENCE).until(() -> states().equals(List.of("1.0.0 RUNNING")));
        Api applicant = server.as(TOWN, "tt1");
        String filing = "/api/v1/jurisdictions/" + TOWN + "/procedures/filing/cases";
        String wrong = applicant
                .post(filing, Map.of("form", Map.of("name", "清风酒楼", "quantity", "10.00")))
                .expect(201)
                .json()
                .path("id")
                .asText();
        assertThat(applicant.submit(wrong).expect(422).messages()).contains("名称应以“茶馆”结尾");
        String id = applicant
                .post(filing, Map.of("form", Map.of("name", "清风茶馆", "quantity", "10.00")))
                .expect(201)
                .json()
                .path("id")
                .asText();
        applicant.submit(id).ok();
        decide("tt-window", id, "ACCEPT");
        assertThat(decide("tt-bureau", id, "APPROVE").path("state").asText()).isEqualTo("CLOSED");
        JsonNode entries = server.nobody()
                .get("/api/v1/public/jurisdictions/" + TOWN + "/registers/entries")
                .ok();
        assertThat(entries.path("items").toString()).contains("TT-0001", "清风茶馆");
    }

    private static JsonNode decide(String login, String caseId, String decision) {
        Api office = server.nobody().signIn(TOWN, login, PASSWORD);
        return office.decide(office.taskOf(caseId), decision, "", Map.of()).ok();
    }

    @Test
    @Order(2)
    @Tag("browser")
    void its_screens_are_drawn() {
        assumeTrue(Browsers.installed().isPresent(), "Chromium is not installed");
        try (Browsers browsers = Browsers.open();
                Screen screen = browsers.screen(server.address(), TOWN, 1024, 768)) {
            screen.signIn("tt1").press("menu-start").sees("茶馆备案").photograph("guide-start-1024x768");
            assertThat(screen.fitsInWidth()).isTrue();
        }
    }

    @Test
    @Order(3)
    void the_new_version_runs_beside_the_old_one_until_its_last_case_is_done()
            throws IOException, InterruptedException {
        List<String> blocks = blocks();
        // A shell of its own: where it was left is all that it has to know.
        follow(List.of(blocks.get(0), "cd " + TOWN, blocks.get(6)));

        await().atMost(PATIENCE).until(() -> states().contains("1.1.0 RUNNING"));
        // The draft that was refused is a case of the first version.
        assertThat(states()).containsExactly("1.1.0 RUNNING", "1.0.0 DRAINING");
    }

    @Test
    @Order(4)
    @Tag("browser")
    void the_operator_sees_what_would_come_over_and_purges_the_town_when_it_has_gone() {
        assumeTrue(Browsers.installed().isPresent(), "Chromium is not installed");
        try (Browsers browsers = Browsers.open();
                Screen desk =
                        browsers.screen(server.address(), "operator", 1024, 768).open("")) {
            desk.type("loginName", "admin").type("password", PASSWORD).press("sign-in-button");
            desk.press("migrate-tea-town-1.0.0")
                    .seesAt("migration", "保持原版本的办件：1")
                    .sees("新版本没有声明由版本 1.0.0 迁移的办法")
                    .photograph("guide-migration-1024x768");
            assertThat(desk.fitsInWidth()).isTrue();
            server.as("", "admin").delete("/api/v1/admin/modules/" + TOWN).expect(204);
            await().atMost(PATIENCE).until(() -> states().equals(List.of("1.1.0 GONE")));
            desk.open("")
                    .press("purge-tea-town")
                    .type("purge-confirmation", "tea")
                    .press("purge-confirm")
                    .sees("请输入模块标识“tea-town”以确认清除")
                    .photograph("guide-purge-1024x768");
            desk.type("purge-confirmation", TOWN).press("purge-confirm").sees("已清除 茶市 的数据");
            assertThat(states()).isEmpty();
        }
    }
}
