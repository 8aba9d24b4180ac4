package org.zhijian.itests.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;
import org.zhijian.itests.server.Setup;

/** What an operator types at the console of the process. */
@Tag("derby")
class ConsoleTest {
    private static final AtomicInteger TYPED = new AtomicInteger();

    private static Server server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = Server.start(Setup.demo(Database.DERBY).with("--console"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** What a command prints. */
    private static String say(String command) {
        int from = server.said().length();
        String mark = "answered-" + TYPED.incrementAndGet();
        server.type(command);
        server.type("echo " + mark);
        await(command).atMost(Duration.ofSeconds(60)).until(() -> server.said()
                .substring(from)
                .lines()
                .anyMatch(line -> line.endsWith(mark) && !line.contains("echo")));
        return server.said().substring(from);
    }

    @Test
    void every_state_has_the_same_words_at_the_console_as_over_rest() throws IOException {
        Toyshop town = new Toyshop(server, "worded", "91320200PDY00095X6");
        town.install(town.version("1.0.0", "初审")).expect(201);
        town.filed("陀螺");
        town.install(town.version("2.0.0", "复审")).expect(201);
        Toyshop early = new Toyshop(server, "waiting", "91320200PDY0009686");
        early.drop(early.version("1.0.0", "审核")
                .header(
                        "Require-Capability",
                        "org.zhijian.platform;filter:=\"(&(version>=7.0.0)(!(version>=8.0.0)))\""));
        Toyshop wrong = new Toyshop(server, "wrong", "91320200PDY0009761");
        wrong.drop(wrong.version("1.0.0", "review"));
        Toyshop gone = new Toyshop(server, "gone", "91320200PDY000992N");
        gone.install(gone.version("1.0.0", "审核")).expect(201);
        server.as("", "admin").delete("/api/v1/admin/modules/gone").expect(204);
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(say("zhijian:modules"))
                .contains("运行中", "办结中", "等待", "未通过检查", "已移除，数据保留"));

        for (String id : new String[] {"worded", "gone", "org.example.waiting", "org.example.wrong"}) {
            String told = say("zhijian:why " + id);
            for (JsonNode version : server.as("", "admin")
                    .get("/api/v1/admin/modules/" + id + "/why")
                    .ok()
                    .path("items")) {
                assertThat(told)
                        .contains(version.path("version").asText() + "："
                                + version.path("stateTitle").asText());
                assertThat(version.path("problems")).allSatisfy(problem -> assertThat(told)
                        .contains(problem.path("place").asText() + "："
                                + problem.path("problem").asText())
                        .contains(problem.path("mend").asText()));
            }
        }
        assertThat(say("zhijian:impact worded")).contains("待办", "办件");
        assertThat(say("zhijian:why nowhere")).doesNotContain("Exception").contains("未找到所请求的内容");
    }

    @Test
    void a_jar_is_examined_without_being_installed() throws IOException {
        Path good = Files.write(
                folder.resolve("good.jar"), Toys.good("examined", "1.0.0").jar());
        Path bad = Files.write(
                folder.resolve("bad.jar"),
                Toys.good("examined", "1.0.0")
                        .with("STEP", "review")
                        .with("FIELD", "name")
                        .jar());

        assertThat(say("zhijian:validate " + good)).contains("没有发现问题，可以安装");
        assertThat(say("zhijian:validate " + bad)).contains("review", "name", "共 2 个问题，不能安装");
        assertThat(say("zhijian:validate " + folder.resolve("none.jar"))).contains("没有文件");
        assertThat(new Toyshop(server, "examined", "").states()).isEmpty();
    }

    @Test
    void the_audit_is_verified_and_the_quarantine_listed() {
        assertThat(say("zhijian:audit-verify")).contains("个检查点", "条日志").doesNotContain("Exception");
        assertThat(say("zhijian:quarantine")).contains("共 ");
    }

    @Test
    void a_newer_feature_is_installed_beside_the_old_one_which_is_then_uninstalled() throws IOException {
        Toyshop town = new Toyshop(server, "featured", "91320200PDY000984U");
        say("feature:repo-add " + repository(town, "1.0.0", "初审"));
        say("feature:install toys/1.0.0");
        town.awaitStates("1.0.0 RUNNING");
        String early = town.filed("陀螺");
        JsonNode before = town.view(early);

        say("feature:repo-add " + repository(town, "2.0.0", "复审"));
        say("feature:install toys/2.0.0");
        town.awaitStates("2.0.0 RUNNING", "1.0.0 DRAINING");
        assertThat(town.view(early)).isEqualTo(before);
        assertThat(town.stepOf(early)).isEqualTo("初审");
        String late = town.filed("风筝");
        assertThat(town.stepOf(late)).isEqualTo("复审");
        assertThat(town.approve(early)).isEqualTo("CLOSED");

        say("feature:uninstall toys/1.0.0");
        town.awaitStates("2.0.0 RUNNING");
        assertThat(town.approve(late)).isEqualTo("CLOSED");
        assertThat(town.view(early).path("state").asText()).isEqualTo("CLOSED");
    }

    /** A repository with one feature of one version. @return its address */
    private String repository(Toyshop town, String version, String step) throws IOException {
        Path jar = Files.write(
                folder.resolve("toys-" + version + ".jar"),
                town.version(version, step).jar());
        Path file = Files.writeString(
                folder.resolve("toys-" + version + ".xml"),
                """
                <features name="toys-%1$s" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                  <feature name="toys" version="%1$s"><bundle>%2$s</bundle></feature>
                </features>
                """
                        .formatted(version, jar.toUri()));
        return file.toUri().toString();
    }
}
