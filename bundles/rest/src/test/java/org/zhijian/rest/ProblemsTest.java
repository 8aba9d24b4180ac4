package org.zhijian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.core.access.Refusal;
import org.zhijian.rest.RunningRest.Answer;

class ProblemsTest {
    private static final String CASES = "/api/v1/jurisdictions/sample/procedures/transfer/cases";

    @RegisterExtension
    static final RunningRest REST = new RunningRest();

    @AfterEach
    void nothingFailsAnyMore() {
        REST.core.failure = null;
    }

    private static JsonNode problem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        JsonNode problem = answer.json();
        assertThat(problem.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("type", "title", "status", "code", "detail", "traceId", "violations");
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("code").textValue()).isEqualTo(code);
        assertThat(problem.get("traceId").textValue()).isNotBlank();
        assertThat(problem.get("detail").textValue()).isNotBlank();
        return problem;
    }

    @Test
    void aBrokenRuleIsToldWithEveryViolationAndItsSource() {
        JsonNode problem = problem(REST.post("/api/v1/cases/c-1/submit", ""), 422, "RULE_VIOLATED");

        assertThat(problem.get("detail").textValue()).isEqualTo("请填写调动原因");
        assertThat(problem.get("violations")).hasSize(2);
        JsonNode first = problem.at("/violations/0");
        assertThat(first.get("field").textValue()).isEqualTo("reason");
        assertThat(first.get("rule").textValue()).isEqualTo("REQUIRED");
        assertThat(first.get("message").textValue()).isEqualTo("请填写调动原因");
        assertThat(first.get("source").textValue()).isEqualTo("办法第三条");
    }

    @Test
    void aConflictIsToldWithTheModulesOwnWords() {
        JsonNode problem = problem(REST.post("/api/v1/cases/c-1/withdraw", ""), 409, "WITHDRAWAL_OVER");
        assertThat(problem.get("detail").textValue()).isEqualTo("该业务已开始审核，不能撤回");
    }

    @Test
    void everyKindOfRefusalHasItsStatus() {
        for (Refusal.Kind kind : Refusal.Kind.values()) {
            REST.core.failure = new Refusal(kind, "SOME_CODE", "不可以");
            problem(REST.post(CASES, "{\"form\":{}}"), kind.status(), "SOME_CODE");
        }
    }

    @Test
    void whoMayTryAgainLaterIsToldWhen() {
        REST.core.failure = Refusal.moduleNotRunning();
        Answer answer = REST.post(CASES, "{\"form\":{}}");
        problem(answer, 503, "MODULE_NOT_RUNNING");
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");

        REST.core.failure = new Refusal(Refusal.Kind.TOO_MANY, "LOCKED", "请稍后再试");
        assertThat(REST.post(CASES, "{\"form\":{}}").header("Retry-After")).matches("[1-9][0-9]*");
    }

    @Test
    void aFaultOfOursTellsItsTraceIdAndNothingElse() {
        REST.core.failure = new IllegalStateException("secret of the house");
        Answer answer = REST.post(CASES, "{\"form\":{}}");
        problem(answer, 500, "INTERNAL");
        assertThat(answer.text()).doesNotContain("secret").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{\"form\":}",
                "{\"form\":{}} trailing",
                "{\"form\":{},\"form\":{}}",
                "{\"form\":{\"a\":1,\"a\":2}}",
                "{\"form\":\"text\"}",
                "{\"form\":[]}",
                "{\"form\":null}",
                "{}",
                "{\"unknown\":1,\"form\":{}}",
                "{\"form\":{\"a\":1e999999}}",
                "{\"form\":{\"a\":\"\\u0000\"}}",
                "{\"form\":{\"\\u0000\":1}}",
                "{\"form\":{\"a\":\"\\ud800\"}}",
                "<form/>"
            })
    void aBodyThatIsNoCommandIsMalformed(String body) {
        problem(REST.post(CASES, body), 400, "MALFORMED");
    }

    @Test
    void aBodyNestedTooDeeplyIsMalformed() {
        problem(REST.post(CASES, "{\"form\":{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}}"), 400, "MALFORMED");
    }

    @Test
    void aNumberWithTooManyDigitsIsMalformed() {
        problem(REST.post(CASES, "{\"form\":{\"a\":" + "9".repeat(5000) + "}}"), 400, "MALFORMED");
    }

    @Test
    void aPropertyOfTheWrongTypeIsNamed() {
        Answer answer = REST.post("/api/v1/me/password", "{\"oldPassword\":1,\"newPassword\":\"x\"}");
        assertThat(problem(answer, 400, "MALFORMED").get("detail").textValue()).contains("oldPassword");
    }

    @Test
    void anUnknownPropertyIsNamed() {
        Answer answer = REST.post(CASES, "{\"form\":{},\"forms\":1}");
        assertThat(problem(answer, 400, "MALFORMED").get("detail").textValue()).contains("forms");
    }

    @Test
    void aBodyBeyondOneMegabyteIsTooLarge() {
        String body = "{\"form\":{\"a\":\"" + "x".repeat(2 << 20) + "\"}}";
        problem(REST.post(CASES, body), 413, "TOO_LARGE");

        Answer chunked = REST.send(REST.signedIn(CASES)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body))));
        problem(chunked, 413, "TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/cases?limit=many",
                "/api/v1/cases?limit=0",
                "/api/v1/cases?limit=-1",
                "/api/v1/cases?limit=99999999999",
                "/api/v1/cases?state=SLEEPING",
                "/api/v1/cases?q=%00",
                "/api/v1/tasks?box=ATTIC",
                "/api/v1/jurisdictions/sample/registers/licences?colour=RED&shape=round",
                "/api/v1/jurisdictions/sample/procedures/transfer/options/person?unknown=1"
            })
    void aQueryThatMakesNoSenseIsMalformed(String path) {
        problem(REST.get(path), 400, "MALFORMED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/services",
                "/api/v1",
                "/api/v1/nothing",
                "/api/v1/cases/nobodys",
                "/api/v1/cases/c-1/attachments/first",
                "/api/v1/cases/c-1/attachments/99999999999",
                "/api/v1/jurisdictions/sample/procedures/none",
                "/api/v1/jurisdictions/sample/services",
                "/health",
                "/health/nothing"
            })
    void anUnknownPathIsNotFound(String path) {
        problem(REST.get(path), 404, "NOT_FOUND");
    }

    @Test
    void aMethodThatAPathDoesNotKnowIsAnsweredWithTheOnesItKnows() {
        Answer answer = REST.send(REST.signedIn("/api/v1/cases/c-1").method("PATCH", BodyPublishers.noBody()));
        problem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).contains("GET").contains("DELETE");
        problem(REST.post("/health/live", ""), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void aContentTypeThatIsNotTakenIsUnsupported() {
        for (String type : List.of("text/plain", "application/xml", "multipart/form-data;boundary=x", "nonsense")) {
            Answer answer =
                    REST.send(REST.signedIn(CASES).header("Content-Type", type).POST(BodyPublishers.ofString("{}")));
            assertThat(answer.status()).as(type).isIn(400, 415);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void aBodyWithoutAContentTypeIsUnsupported() {
        Answer answer = REST.send(REST.signedIn(CASES).POST(BodyPublishers.ofString("{\"form\":{}}")));
        problem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void anAnswerThatNobodyCanGiveIsNotAcceptable() {
        problem(REST.send(REST.signedIn("/api/v1/cases").header("Accept", "text/csv")), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void anIdempotencyKeyThatIsNoKeyIsMalformed() {
        Answer answer = REST.send(REST.signedIn(CASES)
                .header("Idempotency-Key", "k".repeat(101))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"form\":{}}")));
        problem(answer, 400, "MALFORMED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/cases?q=%zz HTTP/1.1",
                "GET /api/v1/cases?q=%c3%28 HTTP/1.1",
                "GET /api/v1/cases?q HTTP/1.1",
                "GET /api/v1/cases?=&&&=%2 HTTP/1.1",
                "GET /api/v1/cases/%zz HTTP/1.1",
                "GET /api/v1/cases/%00 HTTP/1.1",
                "GET /api/v1/cases/..%2f..%2fetc HTTP/1.1",
                "GET /api/v1/cases/;a=b;;c HTTP/1.1",
                "GET /api/v1/cases/{id} HTTP/1.1",
                "GET /api/v1;a=b${7*7}/cases HTTP/1.1",
                "TRACE /api/v1/cases HTTP/1.1",
                "BREW /api/v1/cases HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "GET /api/v1/cases HTTP/1.1\r\nAuthorization: Bearer",
                "GET /api/v1/cases HTTP/1.1\r\nAuthorization: Basic \u00e9",
                "GET /api/v1/cases HTTP/1.1\r\nAccept: ////",
                "GET /api/v1/cases HTTP/1.1\r\nAccept: application/json;q=high",
                "POST /api/v1/auth/token HTTP/1.1\r\nContent-Type: ;;;\r\nContent-Length: 2\r\n\r\n{}",
                "POST /api/v1/auth/token HTTP/1.1\r\nContent-Type: application/json;charset=klingon\r\nContent-Length: 2",
                "POST /api/v1/auth/token HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 200",
                "POST /api/v1/auth/token HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: -3",
                "POST /api/v1/auth/token HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz",
                "POST /api/v1/auth/token HTTP/1.1\r\nX-HTTP-Method-Override: DELETE\r\nContent-Length: 0"
            })
    void noBytesAtAllAreAFaultOfOurs(String head) throws IOException {
        String end = head.contains("\r\n\r\n") ? "" : "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        String full = head.contains("\r\n\r\n")
                ? head.replaceFirst("HTTP/1.1\r\n", "HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n")
                : head;
        assertThat(REST.rawStatusLine(full + end)).matches("HTTP/1.1 [1234][0-9][0-9].*");
    }
}
