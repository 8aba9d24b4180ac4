package org.zhijian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhijian.core.audit.Audit.Span;

class AuditTest {
    @RegisterExtension
    static final RunningRest REST = new RunningRest();

    private static RunningRest.Answer get(String path) {
        return REST.send(REST.request(path).header("Authorization", "Bearer operator"));
    }

    private static RunningRest.Answer post(String path) {
        return REST.send(REST.request(path)
                .header("Authorization", "Bearer operator")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void aVerificationIsStartedAndItsFindingsAreRead() {
        RunningRest.Answer begun = post("/api/v1/admin/audit/verification?anchor=1:abc");
        assertThat(begun.status()).isEqualTo(202);
        assertThat(REST.core.seen).containsEntry("anchor", "1:abc");

        RunningRest.Answer answer = get("/api/v1/admin/audit/verification");
        assertThat(answer.json().get("state").textValue()).isEqualTo("BROKEN");
        assertThat(answer.json().at("/findings/0/message").textValue()).isEqualTo("第 2 条被改动");
        assertThat(answer.json().at("/entries").intValue()).isEqualTo(3);
    }

    @Test
    void entriesAreReadByTime() {
        RunningRest.Answer answer = get("/api/v1/admin/audit/events?from=2026-11-23T08:00:00%2B08:00&stream=c-1");
        assertThat(answer.json().at("/items/0/title").textValue()).isEqualTo("提交");
        assertThat(REST.core.seen).containsEntry("span", new Span("c-1", Instant.parse("2026-11-23T00:00:00Z"), null));
        assertThat(get("/api/v1/admin/audit/events?from=yesterday").status()).isEqualTo(400);
        assertThat(get("/api/v1/admin/audit/events?to=%2B999999999-12-31T23:59:59Z")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theLogIsExportedAsCsvOrLines() {
        RunningRest.Answer csv = get("/api/v1/admin/audit/export");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("audit.csv");
        assertThat(csv.text()).isEqualTo("CSV");
        RunningRest.Answer lines = get("/api/v1/admin/audit/export?format=jsonl");
        assertThat(lines.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(get("/api/v1/admin/audit/export?format=xls").status()).isEqualTo(400);
    }

    @Test
    void aCheckpointShowsTheLineToBeKeptElsewhere() {
        assertThat(get("/api/v1/admin/audit/checkpoints").json().get("anchor").textValue())
                .isEqualTo("1:abc");
        assertThat(post("/api/v1/admin/audit/checkpoints").status()).isEqualTo(200);
    }
}
