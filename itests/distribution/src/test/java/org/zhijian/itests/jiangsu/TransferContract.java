package org.zhijian.itests.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/** JS-R01, the outcome of a transfer: the manual's four cases and what follows from them, each from the first click to the hand-out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TransferContract {
    private final Database database;
    private final Set<String> moved = new HashSet<>();
    private Server server;

    TransferContract(Database database) {
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

    /** A person who has been moved needs a fresh cast; the rows are ordered so that this happens seldom. */
    private void freshCastFor(String person) {
        if (!moved.add(person)) {
            server.close();
            server = Server.demo(database);
            moved.clear();
            moved.add(person);
        }
    }

    @ParameterizedTest(name = "row {0}: {3} goes from {1} to {2}")
    @CsvSource({
        // row, from, to, person, menu, 建材 after,     地基 after
        "a, J2, J6, 杨样单, MATERIAL,   无信用档案@J6, ",
        "c, J1, J3, 韩示双, MATERIAL,   无信用档案@J3, 无信用档案@J3",
        "g, J1, J3, 邹样基, FOUNDATION, ,             无信用档案@J3",
        "h, J4, J1, 秦模基, FOUNDATION, ,             无信用档案@J1",
        "b, J2, J1, 杨样单, MATERIAL,   无信用档案@J1, ",
        "d, J1, J2, 韩示双, MATERIAL,   无信用档案@J2, 调离",
        "f, J2, J4, 杨样单, MATERIAL,   调离,         ",
        "e, J1, J4, 韩示双, MATERIAL,   调离,         无信用档案@J4",
        "c from the other menu, J1, J3, 韩示双, FOUNDATION, 无信用档案@J3, 无信用档案@J3",
    })
    void a_certificate_follows_its_holder_where_its_division_is_held(
            String row, Member from, Member to, String person, String menu, String material, String foundation) {
        freshCastFor(person);
        Map<String, String> expected = new TreeMap<>();
        put(expected, "MATERIAL", material);
        put(expected, "FOUNDATION", foundation);

        Transfer transfer = Transfer.submitted(server, from, person, to, menu);
        assertThat(transfer.stateTitle()).isEqualTo("待接收");

        transfer.receive();
        onlyTheCitiesConcernedSeeIt(transfer, from, to);
        transfer.citiesAgree();
        assertThat(transfer.stateTitle()).isEqualTo("待省复核");
        nobodyElseKnowsOfIt(transfer, from, to);

        transfer.provinceAgrees();
        assertThat(Certificates.of(server, person)).isEqualTo(expected);
        itIsAnnounced(transfer, person, to);
        thereIsPaperFor(transfer, papers(expected), "TO_PRINT");
        if (papers(expected) == 0) {
            assertThat(transfer.stateTitle())
                    .as("nothing to print or to hand out")
                    .isEqualTo("已发放（办结）");
            return;
        }
        assertThat(transfer.stateTitle()).isEqualTo("已公告（待打印）");

        transfer.printAndMail();
        assertThat(transfer.stateTitle()).isEqualTo("已寄发");
        thereIsPaperFor(transfer, papers(expected), "MAILED");

        transfer.handOut();
        assertThat(transfer.view().path("state").asText()).isEqualTo("CLOSED");
        thereIsPaperFor(transfer, papers(expected), "HANDED_OUT");
        assertThat(Certificates.of(server, person)).isEqualTo(expected);
    }

    private static void put(Map<String, String> expected, String division, String outcome) {
        if (outcome != null) {
            String[] parts = outcome.split("@");
            expected.put(
                    division,
                    parts.length == 1
                            ? outcome
                            : parts[0] + "@" + Member.valueOf(parts[1]).title());
        }
    }

    /** A certificate that is 调离 has no paper to be printed. */
    private static int papers(Map<String, String> certificates) {
        return (int) certificates.values().stream()
                .filter(outcome -> outcome.contains("@"))
                .count();
    }

    /** JS-R04: items for the cities of both organisations, none for a city outside. */
    private void onlyTheCitiesConcernedSeeIt(Transfer transfer, Member from, Member to) {
        Set<String> concerned = Stream.of(from, to).map(Member::city).collect(Collectors.toSet());
        for (String city : List.of("js-city-3201", "js-city-3202", "js-city-3205", "js-city-3213")) {
            long items = server.as(city).inbox().stream()
                    .filter(task -> task.path("caseId").asText().equals(transfer.caseId()))
                    .count();
            assertThat(items).as("items of %s", city).isEqualTo(concerned.contains(city) ? 1 : 0);
            if (!concerned.contains(city)) {
                server.as(city).get("/api/v1/cases/" + transfer.caseId()).expect(404);
            }
        }
        assertThat(server.as("js-city-3213").inbox()).isEmpty();
        assertThat(server.as(Transfer.PROVINCE).inbox())
                .as("the province cannot act before both cities have")
                .noneMatch(task -> task.path("caseId").asText().equals(transfer.caseId()));
    }

    private void nobodyElseKnowsOfIt(Transfer transfer, Member from, Member to) {
        for (Member member : Member.values()) {
            Answer answer = server.as(member.login()).get("/api/v1/cases/" + transfer.caseId());
            answer.expect(member == from || member == to ? 200 : 404);
        }
        server.nobody().get("/api/v1/cases/" + transfer.caseId()).expect(401);
    }

    /** The announcement is open to everybody, and names nobody in full. */
    private void itIsAnnounced(Transfer transfer, String person, Member to) {
        JsonNode newest = server.nobody().announcements().get(0);
        String masked = person.charAt(0) + "*" + person.substring(2);
        assertThat(newest.path("kind").asText()).isEqualTo("变更");
        assertThat(newest.path("title").asText() + newest.path("body").asText())
                .contains(masked)
                .contains(to.title())
                .doesNotContain(person);
        assertThat(transfer.view().path("log")).isNotEmpty();
    }

    private void thereIsPaperFor(Transfer transfer, int count, String status) {
        List<JsonNode> jobs = server.as(Transfer.PROVINCE).records("print-jobs", "caseNumber=" + transfer.number());
        assertThat(jobs)
                .hasSize(count)
                .allMatch(job -> job.path("status").asText().equals(status));
    }
}
