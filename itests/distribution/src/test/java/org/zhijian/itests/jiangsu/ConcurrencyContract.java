package org.zhijian.itests.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/** What happens when two do the same thing at the same moment. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConcurrencyContract {
    private static final int ROUNDS = 20;

    private final Database database;
    private final ExecutorService pair = Executors.newFixedThreadPool(2);
    private Server server;

    ConcurrencyContract(Database database) {
        this.database = database;
    }

    @BeforeAll
    void start() {
        server = Server.demo(database);
    }

    @AfterAll
    void stop() {
        pair.shutdown();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void of_two_simultaneous_decisions_on_one_task_one_counts() {
        Transfer transfer = Transfer.submitted(server, Member.J1, "韩示双", Member.J3, "MATERIAL");
        Api applicant = transfer.applicant();
        Api first = transfer.receiver();
        Api second = transfer.receiver();
        for (int round = 1; round <= ROUNDS; round++) {
            String task = first.taskOf(transfer.caseId());
            int logged = log(transfer);
            List<Answer> answers = together(
                    () -> first.decide(task, "RETURN", "材料不全", Map.of()),
                    () -> second.decide(task, "RETURN", "材料不全", Map.of()));

            assertThat(answers.stream().map(Answer::status).sorted())
                    .as("round %d", round)
                    .containsExactly(200, 409);
            assertThat(log(transfer)).as("one entry in the log").isEqualTo(logged + 1);
            applicant.submit(transfer.caseId()).ok();
        }
        applicant.withdraw(transfer.caseId()).ok();
    }

    private static int log(Transfer transfer) {
        return transfer.view().path("log").size();
    }

    @Test
    void of_two_simultaneous_transfers_of_one_person_one_is_submitted() {
        Api applicant = server.as("j2");
        Api again = server.as("j2");
        for (int round = 1; round <= ROUNDS / 2; round++) {
            Transfer one = Transfer.draft(server, Member.J2, "杨样单", Member.J6, "MATERIAL");
            Transfer other = Transfer.draft(server, Member.J2, "杨样单", Member.J1, "MATERIAL");
            List<Answer> answers = together(() -> applicant.submit(one.caseId()), () -> again.submit(other.caseId()));

            assertThat(answers.stream().map(Answer::status).sorted())
                    .as("round %d", round)
                    .containsExactly(200, 422);
            answers.stream().filter(answer -> answer.status() == 422).forEach(refused -> assertThat(refused.messages())
                    .contains("该人员已在办理变更，无需重复申报"));
            for (Transfer transfer : List.of(one, other)) {
                boolean isDraft = transfer.view().path("state").asText().equals("DRAFT");
                (isDraft
                                ? applicant.delete("/api/v1/cases/" + transfer.caseId())
                                : applicant.withdraw(transfer.caseId()))
                        .ok();
            }
        }
    }

    @Test
    void the_same_key_gives_the_same_answer() {
        Api applicant = server.as("j1").once("start-once");
        JsonNode first = applicant
                .start(Transfer.PROCEDURE, Map.of("remark", "一次"))
                .expect(201)
                .json();
        JsonNode second = applicant
                .start(Transfer.PROCEDURE, Map.of("remark", "一次"))
                .expect(201)
                .json();
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("number")).isEqualTo(first.path("number"));
        assertThat(second.path("log")).hasSameSizeAs(first.path("log"));
    }

    @Test
    void the_same_key_with_another_body_is_a_conflict() {
        Api applicant = server.as("j1").once("conflict");
        applicant.start(Transfer.PROCEDURE, Map.of("remark", "甲")).expect(201);
        Answer other =
                applicant.start(Transfer.PROCEDURE, Map.of("remark", "乙")).expect(409);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_CONFLICT");
    }

    @Test
    void the_same_key_at_the_same_moment_acts_once() {
        for (int round = 1; round <= ROUNDS; round++) {
            Api applicant = server.as("j3").once("at-once-" + round);
            List<Answer> answers = together(
                    () -> applicant.start(Transfer.PROCEDURE, Map.of("remark", "同时")),
                    () -> applicant.start(Transfer.PROCEDURE, Map.of("remark", "同时")));
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.status()).as(answer.text()).isEqualTo(201));
            assertThat(answers.stream().map(answer -> answer.json().path("id")).distinct())
                    .hasSize(1);
        }
    }

    /** Makes both calls, released at the same moment. */
    private List<Answer> together(Callable<Answer> one, Callable<Answer> other) {
        CyclicBarrier start = new CyclicBarrier(2);
        return Stream.of(one, other)
                .map(call -> pair.submit(() -> {
                    start.await();
                    return call.call();
                }))
                .toList()
                .stream()
                .map(ConcurrencyContract::get)
                .toList();
    }

    private static Answer get(Future<Answer> call) {
        try {
            return call.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
