package org.zhijian.itests.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/** Design invariant 1: what was acknowledged survives the loss of the process, and nothing is ever half done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrashContract {
    private static final String PERSON = "韩示双";

    private final Database database;
    private Server server;

    /** Where the person works; each test sends them to the other one of J1 and J3. */
    private Member from = Member.J1;

    CrashContract(Database database) {
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

    private Member other() {
        return from == Member.J1 ? Member.J3 : Member.J1;
    }

    /** The server dies right after the province's answer. */
    @RepeatedTest(3)
    void what_was_acknowledged_is_there_after_a_kill() {
        Member to = other();
        Transfer transfer = Transfer.submitted(server, from, PERSON, to, "MATERIAL")
                .receive()
                .citiesAgree();
        Api province = server.as(Transfer.PROVINCE);
        String task = province.taskOf(transfer.caseId());

        JsonNode acknowledged = province.decide(task, "APPROVE", "同意", Map.of()).ok();
        server.kill();
        server.restart();

        JsonNode found = server.as(Transfer.PROVINCE).view(transfer.caseId());
        for (String part :
                List.of("state", "stateTitle", "round", "form", "stepForms", "attachments", "log", "steps")) {
            assertThat(found.path(part)).as(part).isEqualTo(acknowledged.path(part));
        }
        assertIsAnnounced(transfer, to);
        allScansAreReadable(found);
        transfer.printAndMail().handOut();
        from = to;
    }

    /** The server dies while it decides: afterwards the decision has happened altogether or not at all. */
    @ParameterizedTest(name = "killed after {0} ms")
    @ValueSource(ints = {2, 10, 25, 60})
    void what_was_not_acknowledged_has_happened_altogether_or_not_at_all(int millis) {
        Member to = other();
        Transfer transfer = Transfer.submitted(server, from, PERSON, to, "MATERIAL")
                .receive()
                .citiesAgree();
        Api province = server.as(Transfer.PROVINCE);
        String task = province.taskOf(transfer.caseId());
        int logged = province.view(transfer.caseId()).path("log").size();
        int announced = server.nobody().announcements().size();
        Map<String, String> before = Certificates.of(server, PERSON);

        CompletableFuture<Integer> decision = CompletableFuture.supplyAsync(() -> attempt(province, task));
        CompletableFuture.runAsync(server::kill, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
                .join();
        boolean acknowledged = decision.join() == 200;
        server.restart();

        JsonNode found = server.as(Transfer.PROVINCE).view(transfer.caseId());
        boolean happened = found.path("state").asText().equals("APPROVED");
        assertThat(happened || !acknowledged)
                .as("what was acknowledged has happened")
                .isTrue();
        assertThat(found.path("log").size()).as("log").isEqualTo(happened ? logged + 1 : logged);
        assertThat(server.nobody().announcements()).as("announcements").hasSize(happened ? announced + 1 : announced);
        if (!happened) {
            assertThat(Certificates.of(server, PERSON)).as("certificates").isEqualTo(before);
            transfer.provinceAgrees();
        }
        assertIsAnnounced(transfer, to);
        allScansAreReadable(found);
        transfer.printAndMail().handOut();
        from = to;
    }

    /** The status of the answer, 0 if the server died first. */
    private static int attempt(Api province, String task) {
        try {
            return province.decide(task, "APPROVE", "同意", Map.of()).status();
        } catch (UncheckedIOException died) {
            return 0;
        }
    }

    private void assertIsAnnounced(Transfer transfer, Member to) {
        assertThat(Certificates.of(server, PERSON))
                .isEqualTo(Map.of("MATERIAL", "无信用档案@" + to.title(), "FOUNDATION", "无信用档案@" + to.title()));
        assertThat(server.nobody().announcements().get(0).path("body").asText())
                .contains("由" + from.title() + "变更至" + to.title());
        assertThat(server.as(Transfer.PROVINCE).records("print-jobs", "caseNumber=" + transfer.number()))
                .hasSize(2);
    }

    /** The bytes of every scan are those that were handed in. */
    private void allScansAreReadable(JsonNode view) {
        Api province = server.as(Transfer.PROVINCE);
        Answer.stream(view.path("attachments")).forEach(attachment -> {
            byte[] content = province.get("/api/v1/cases/" + view.path("id").asText() + "/attachments/"
                            + attachment.path("n").asInt())
                    .expect(200)
                    .bytes();
            String name = attachment.path("fileName").asText();
            assertThat(content).as(name).isEqualTo(Scan.named(name).content());
        });
    }
}
