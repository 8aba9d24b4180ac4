package org.zhijian.itests.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/** Modules come, change and go in the running system. */
@Tag("derby")
class ModulesTest {
    private static final String MODULES = "/api/v1/admin/modules";
    private static final String PASSWORD = "Demo-2026!";

    private static Server server;
    private static Api operator;

    @BeforeAll
    static void start() {
        server = Server.demo(Database.DERBY);
        operator = server.nobody().signIn("", "admin", PASSWORD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_jar_that_is_dropped_in_becomes_a_jurisdiction_and_goes_with_its_file() throws IOException {
        drop("dropped-1.jar", Toys.good("dropped", "1.0.0").with("USCC", "91320200PDY00095X6"));
        awaitState("dropped", "1.0.0", "RUNNING");
        Api maker = server.nobody().signIn("dropped", "maker", PASSWORD);
        String id = start(maker, "dropped", "木马").expect(201).json().path("id").asText();

        Files.delete(folder().resolve("dropped-1.jar"));

        awaitState("dropped", "1.0.0", "GONE");
        assertThat(maker.view(id).path("form").path("name").asText()).isEqualTo("木马");
        assertThat(start(maker, "dropped", "积木").expect(503).json().path("code").asText())
                .isEqualTo("MODULE_NOT_RUNNING");
        assertThat(maker.submit(id).expect(503).json().path("code").asText()).isEqualTo("MODULE_NOT_RUNNING");

        drop("dropped-again.jar", Toys.good("dropped", "1.0.0").with("USCC", "91320200PDY00095X6"));
        awaitState("dropped", "1.0.0", "RUNNING");
        maker.submit(id).ok();
    }

    @Test
    void open_cases_finish_on_the_version_under_which_they_were_started() {
        install(Toys.good("upgraded", "1.0.0").with("STEP", "初审").with("USCC", "91320200PDY0009686"))
                .expect(201);
        Api maker = server.nobody().signIn("upgraded", "maker", PASSWORD);
        String early = submitted(maker, "upgraded", "陀螺");
        JsonNode before = maker.view(early);

        install(Toys.good("upgraded", "2.0.0").with("STEP", "复审").with("USCC", "91320200PDY0009686"))
                .expect(201);
        String late = submitted(maker, "upgraded", "风筝");

        assertThat(states("upgraded")).containsExactly("2.0.0 RUNNING", "1.0.0 DRAINING");
        assertThat(maker.view(early)).isEqualTo(before);
        Api office = server.nobody().signIn("upgraded", "upgraded-office", PASSWORD);
        assertThat(stepOf(office, early)).isEqualTo("初审");
        assertThat(stepOf(office, late)).isEqualTo("复审");
        office.decide(office.taskOf(early), "APPROVE", "", Map.of()).ok();
        office.decide(office.taskOf(late), "APPROVE", "", Map.of()).ok();

        await().atMost(Duration.ofSeconds(60)).until(() -> states("upgraded").equals(List.of("2.0.0 RUNNING")));
        assertThat(maker.view(early).path("state").asText()).isEqualTo("CLOSED");
        assertThat(items(server.nobody()
                        .get("/api/v1/public/jurisdictions/upgraded/registers/toys")
                        .json()))
                .hasSize(2);
    }

    @Test
    void a_version_that_fails_its_checks_leaves_the_old_one_working() {
        install(Toys.good("checked", "1.0.0").with("USCC", "91320200PDY0009761"))
                .expect(201);

        JsonNode refused = install(Toys.good("checked", "2.0.0")
                        .with("USCC", "91320200PDY0009761")
                        .with("STEP", "review")
                        .with("FIELD", "name"))
                .expect(422)
                .json();

        assertThat(refused.path("violations")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(states("checked")).containsExactly("1.0.0 RUNNING");
        submitted(server.nobody().signIn("checked", "maker", PASSWORD), "checked", "布偶");
    }

    @Test
    void all_that_is_wrong_with_a_jar_is_told_at_once_without_installing_it() {
        Toys bad = Toys.good("bad", "1.0.0")
                .header("Export-Package", "toys.bad")
                .header("Import-Package", "org.zhijian.core.cases,org.zhijian.api")
                .header("Require-Capability", "osgi.ee");

        JsonNode told =
                operator.upload(MODULES + "/validation", "module", scan(bad)).ok();

        assertThat(told.path("valid").asBoolean()).isFalse();
        assertThat(told.path("problems").toString())
                .contains("Export-Package", "org.zhijian.core.cases", "Require-Capability");
        assertThat(told.path("problems")).allSatisfy(problem -> {
            assertThat(problem.path("place").asText()).startsWith("清单 ");
            assertThat(problem.path("problem").asText()).isNotBlank();
            assertThat(problem.path("mend").asText()).isNotBlank();
        });
        assertThat(operator.upload(
                                MODULES + "/validation",
                                "module",
                                new Scan("x.jar", "application/java-archive", new byte[] {1, 2, 3}))
                        .ok()
                        .path("problems")
                        .toString())
                .contains("不是可读的 jar 文件");
        assertThat(states("bad")).isEmpty();
    }

    @Test
    void a_module_that_needs_another_platform_waits_and_says_for_what() throws IOException {
        drop(
                "early.jar",
                Toys.good("early", "1.0.0")
                        .header(
                                "Require-Capability",
                                "org.zhijian.platform;filter:=\"(&(version>=7.0.0)(!(version>=8.0.0)))\""));

        awaitState("org.example.early", "1.0.0", "WAITING");
        assertThat(operator.get(MODULES + "/org.example.early/why").ok().toString())
                .contains("需要的平台版本不在此处", "7.0.0");
        assertThat(server.nobody().isReady()).isTrue();
    }

    @Test
    void what_depends_on_a_module_is_told_before_it_is_removed() {
        install(Toys.good("removed", "1.0.0").with("USCC", "91320200PDY000984U"))
                .expect(201);
        Api maker = server.nobody().signIn("removed", "maker", PASSWORD);
        Api office = server.nobody().signIn("removed", "removed-office", PASSWORD);
        String decided = submitted(maker, "removed", "拼图");
        office.decide(office.taskOf(decided), "APPROVE", "", Map.of()).ok();
        submitted(maker, "removed", "魔方");

        JsonNode impact = operator.get(MODULES + "/removed/impact").ok();
        assertThat(impact.path("tasks").asInt()).isEqualTo(1);
        assertThat(impact.path("records").toString()).contains("玩具台账").contains("\"number\":1");

        operator.delete(MODULES + "/removed").expect(204);

        awaitState("removed", "1.0.0", "GONE");
        assertThat(maker.view(decided).path("form").path("name").asText()).isEqualTo("拼图");
        assertThat(items(server.nobody()
                        .get("/api/v1/public/jurisdictions/removed/registers/toys")
                        .json()))
                .hasSize(1);
        server.nobody().signIn("removed", "maker", PASSWORD);
    }

    @Test
    void open_cases_come_over_to_the_new_version_when_it_says_how_and_the_operator_asks() {
        Toyshop town = new Toyshop(server, "moving", Toyshop.code(51));
        town.install(town.version("1.0.0", "初审")).expect(201);
        String early = town.filed("陀螺");
        String migration = MODULES + "/moving/migration";
        Toys silent = town.version("2.0.0", "复审");
        town.install(silent).expect(201);
        JsonNode stays = operator.get(migration).ok();
        assertThat(stays.path("moves")).isEmpty();
        assertThat(stays.path("stays").get(0).path("reason").asText()).isEqualTo("新版本没有声明由版本 1.0.0 迁移的办法");

        town.install(
                        town.version("2.1.0", "终审")
                                .with("\"review\"", "\"decide\"")
                                .with(
                                        ".closes(",
                                        ".migrations(org.zhijian.api.procedure.Migration.from(\"1\").step(\"review\", \"decide\")).closes("))
                .expect(201);
        assertThat(operator.get(migration)
                        .ok()
                        .path("moves")
                        .get(0)
                        .path("cases")
                        .asInt())
                .isEqualTo(1);
        JsonNode moved = operator.post(migration, Map.of()).ok();

        assertThat(moved.path("version").asText()).isEqualTo("2.1.0");
        assertThat(moved.path("moves").get(0).path("cases").asInt()).isEqualTo(1);
        assertThat(town.stepOf(early)).isEqualTo("终审");
        assertThat(town.view(early).path("form").path("name").asText()).isEqualTo("陀螺");
        assertThat(town.view(early).toString()).contains("由版本 1.0.0 改按版本 2.1.0 办理");
        assertThat(operator.post(migration, Map.of()).ok().path("moves")).isEmpty();
        assertThat(town.approve(early)).isEqualTo("CLOSED");
        town.awaitStates("2.1.0 RUNNING");
    }

    @Test
    void what_a_removed_module_has_left_is_purged_only_when_it_is_meant_and_the_audit_stays() {
        Toyshop town = new Toyshop(server, "purged", Toyshop.code(50));
        town.install(town.version("1.0.0", "审核")).expect(201);
        String decided = town.filed("拼图");
        town.approve(decided);
        town.filed("魔方");
        Api maker = town.maker();
        String purge = MODULES + "/purged/purge";
        assertThat(operator.post(purge, Map.of("confirmation", "purged"))
                        .expect(409)
                        .code())
                .isEqualTo("MODULE_INSTALLED");
        operator.delete(MODULES + "/purged").expect(204);
        awaitState("purged", "1.0.0", "GONE");
        assertThat(operator.post(purge, Map.of("confirmation", "yes"))
                        .expect(422)
                        .messages())
                .contains("请输入模块标识“purged”以确认清除");
        assertThat(maker.view(decided).path("state").asText()).isEqualTo("CLOSED");

        JsonNode purged = operator.post(purge, Map.of("confirmation", "purged")).ok();

        assertThat(purged.path("cases").asInt()).isEqualTo(2);
        assertThat(purged.path("records").asInt()).isEqualTo(1);
        assertThat(purged.path("accounts").asInt()).isPositive();
        assertThat(states("purged")).isEmpty();
        operator.get(MODULES + "/purged/impact").expect(404);
        maker.get("/api/v1/cases/" + decided).expect(401);
        operator.post(purge, Map.of("confirmation", "purged")).expect(404);
        String verification = "/api/v1/admin/audit/verification";
        operator.post(verification, Map.of()).expect(202);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> operator.get(verification).ok().path("state").asText(), "INTACT"::equals);

        town.install(town.version("1.0.0", "审核")).expect(201);
        town.awaitStates("1.0.0 RUNNING");
        Api newcomer = server.nobody().signIn("purged", "maker", PASSWORD);
        assertThat(newcomer.get("/api/v1/cases?limit=10").ok().path("items")).isEmpty();
        submitted(newcomer, "purged", "木马");
    }

    @Test
    void only_the_operator_handles_modules() {
        Api j1 = server.as("j1");
        j1.get(MODULES + "/jiangsu-testing/why").expect(403);
        j1.get(MODULES + "/jiangsu-testing/impact").expect(403);
        j1.delete(MODULES + "/jiangsu-testing").expect(403);
        j1.upload(MODULES, "module", scan(Toys.good("intruder", "1.0.0"))).expect(403);
        j1.upload(MODULES + "/validation", "module", scan(Toys.good("intruder", "1.0.0")))
                .expect(403);
    }

    private static Path folder() {
        return server.setup().data().resolve("deploy");
    }

    /** Into the folder under another name first, so that no half of it is found. */
    private static void drop(String name, Toys toys) throws IOException {
        Path half = folder().resolve(name + ".part");
        Files.write(half, toys.jar());
        Files.move(half, folder().resolve(name));
    }

    private static Answer install(Toys toys) {
        return operator.upload(MODULES, "module", scan(toys));
    }

    private static Scan scan(Toys toys) {
        return new Scan(toys.id() + ".jar", "application/java-archive", toys.jar());
    }

    private static void awaitState(String id, String version, String state) {
        await().atMost(Duration.ofSeconds(40)).until(() -> states(id).contains(version + " " + state));
    }

    private static List<String> states(String id) {
        return items(operator.get(MODULES).ok()).stream()
                .filter(module -> module.path("id").asText().equals(id))
                .map(module -> module.path("version").asText() + " "
                        + module.path("state").asText())
                .toList();
    }

    private static List<JsonNode> items(JsonNode listing) {
        return StreamSupport.stream(listing.path("items").spliterator(), false).toList();
    }

    private static Answer start(Api maker, String town, String name) {
        return maker.post(
                "/api/v1/jurisdictions/" + town + "/procedures/toy-filing/cases", Map.of("form", Map.of("name", name)));
    }

    private static String submitted(Api maker, String town, String name) {
        String id = start(maker, town, name).expect(201).json().path("id").asText();
        maker.submit(id).ok();
        return id;
    }

    private static String stepOf(Api office, String id) {
        return office.get("/api/v1/tasks/" + office.taskOf(id))
                .ok()
                .path("title")
                .asText();
    }
}
