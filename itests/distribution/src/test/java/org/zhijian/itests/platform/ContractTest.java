package org.zhijian.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/** What stays stable for other agencies: how refusals look, and that nothing a caller sends is a fault of ours. */
@Tag("derby")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
    private static final String CASES = "/api/v1/jurisdictions/jiangsu-testing/procedures/personnel-transfer/cases";
    private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

    private Server server;
    private Api applicant;

    @BeforeAll
    void start() {
        server = Server.demo(Database.DERBY);
        applicant = server.as("j1");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static void isProblem(Answer answer, int status, String code) {
        answer.expect(status);
        assertThat(answer.isProblem()).as(answer.contentType()).isTrue();
        JsonNode problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("violations").isArray()).isTrue();
        for (String member : List.of("type", "title", "detail", "traceId")) {
            assertThat(problem.path(member).asText()).as(member).isNotBlank();
        }
        assertThat(answer.text()).as("no stack trace").doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/api/v1/me", "/api/v1/cases", "/api/v1/tasks", "/api/v1/admin/modules"})
    void nobody_is_asked_to_sign_in(String path) {
        Answer answer = server.nobody().get(path);
        isProblem(answer, 401, "UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        isProblem(server.nobody().with("Authorization", "Bearer forged").get(path), 401, "UNAUTHENTICATED");
    }

    @Test
    void a_wrong_name_and_a_wrong_password_sound_alike() {
        Answer wrongPassword = token("j1", "Wrong-2026!");
        Answer wrongName = token("j999", "Wrong-2026!");
        isProblem(wrongPassword, 401, wrongPassword.code());
        assertThat(wrongName.expect(401).json().path("detail"))
                .isEqualTo(wrongPassword.json().path("detail"));
    }

    private Answer token(String loginName, String password) {
        return server.nobody()
                .post(
                        "/api/v1/auth/token",
                        Map.of("portal", Api.JURISDICTION, "loginName", loginName, "password", password));
    }

    @Test
    void what_is_not_allowed_is_forbidden() {
        isProblem(server.as("js-prov").start("personnel-transfer", Map.of()), 403, "FORBIDDEN");
        isProblem(applicant.get("/api/v1/admin/modules"), 403, "FORBIDDEN");
    }

    @ParameterizedTest(name = "GET {0}")
    @ValueSource(
            strings = {
                "/api/v1/cases/" + UNKNOWN,
                "/api/v1/tasks/" + UNKNOWN,
                "/api/v1/cases/x",
                "/api/v1/jurisdictions/nowhere/procedures/none",
                "/api/v1/jurisdictions/jiangsu-testing/registers/none",
                "/api/v1/public/announcements/" + UNKNOWN,
                "/api/v1/nothing",
            })
    void what_the_caller_may_not_know_of_is_not_found(String path) {
        isProblem(applicant.get(path), 404, "NOT_FOUND");
    }

    @Test
    void a_method_that_does_not_exist_names_those_that_do() {
        Answer answer = applicant.send("PATCH", "/api/v1/cases", "application/json", "{}");
        isProblem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void another_media_type_is_unsupported() {
        isProblem(applicant.send("POST", CASES, "text/plain", "form"), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    /** Each is a caller's mistake, never a fault of ours. */
    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"form\"",
                "{\"form\": 1}",
                "{\"form\": []}",
                "{\"form\": null}",
                "{\"forms\": {}}",
                "{\"form\": {}, \"form\": {}}",
                "{\"form\": {}} trailing",
                "{\"form\": {\"remark\": \"\\u0000\"}}",
                "{\"form\": {\"remark\": \"\\ud800\"}}",
                "{\"form\": {\"remark\": 1e999999999}}",
                "{\"form\": {\"remark\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}}",
            })
    void a_malformed_body_is_refused(String body) {
        Answer answer = applicant.send("POST", CASES, "application/json", body);
        isProblem(answer, 400, "MALFORMED");
    }

    /** Well-formed, but nothing that the form could keep. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"form\": {\"nothing\": \"x\"}}",
                "{\"form\": {\"personId\": \"" + UNKNOWN + "\"}}",
                "{\"form\": {\"entryDivision\": \"NONE\"}}",
                "{\"form\": {\"entryDivision\": {\"a\": 1}}}",
                "{\"form\": {\"departureDate\": \"yesterday\"}}",
                "{\"form\": {\"departureDate\": 20261120}}",
                "{\"form\": {\"releaseProofSealed\": \"yes\"}}",
                "{\"form\": {\"personId\": [\"a\", \"b\"]}}",
            })
    void values_that_make_no_sense_are_no_fault_of_ours(String body) {
        Answer answer = applicant.send("POST", CASES, "application/json", body);
        assertThat(answer.status()).as(answer.text()).isIn(201, 400, 422);
        if (answer.status() == 201) {
            assertThat(applicant.submit(answer.json().path("id").asText()).status())
                    .isEqualTo(422);
        }
    }

    @ParameterizedTest(name = "GET {0}")
    @ValueSource(
            strings = {
                "/api/v1/cases?limit=x",
                "/api/v1/cases?limit=-1",
                "/api/v1/cases?cursor=forged",
                "/api/v1/cases?state=NONE",
                "/api/v1/tasks?cursor=forged",
                "/api/v1/jurisdictions/jiangsu-testing/registers/certificates?nothing=1",
                "/api/v1/public/announcements?cursor=forged",
                "/api/v1/cases?q=%00",
                "/api/v1/jurisdictions/jiangsu-testing/registers/certificates?cursor=forged",
            })
    void a_question_that_makes_no_sense_is_malformed(String path) {
        isProblem(applicant.get(path), 400, "MALFORMED");
    }

    @ParameterizedTest(name = "GET {0}")
    @ValueSource(
            strings = {
                "/api/v1/cases?q=%ff",
                "/api/v1/cases?q=%F0%9F%8F%97",
                "/api/v1/cases?q=%25%5f%5c%27%22",
                "/api/v1/tasks?limit=999999999&q=%27;--",
                "/api/v1/jurisdictions/jiangsu-testing/procedures/personnel-transfer/options/personId?q=%25",
            })
    void an_odd_question_is_answered(String path) {
        assertThat(applicant.get(path).expect(200).items()).isEmpty();
    }

    @Test
    void an_upload_without_its_parts_is_refused() {
        String draft = applicant
                .start("personnel-transfer", Map.of())
                .expect(201)
                .json()
                .path("id")
                .asText();
        String path = "/api/v1/cases/" + draft + "/attachments";
        isProblem(applicant.send("POST", path, "multipart/form-data; boundary=b", "--b--\r\n"), 400, "MALFORMED");
        isProblem(
                applicant.send(
                        "POST",
                        path,
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"slot\"\r\n\r\nreleaseProof\r\n--b--\r\n"),
                400,
                "MALFORMED");
        isProblem(applicant.upload(path, "nothing", Scan.named("1.jpg")), 422, "RULE_VIOLATED");
        assertThat(applicant
                        .upload(path, "releaseProof", new Scan("1.jpg", "image/jpeg", "no picture".getBytes()))
                        .status())
                .isIn(415, 422);
        assertThat(applicant.view(draft).path("attachments")).isEmpty();
    }

    /** Anonymous callers are held to a rate, told when to come again, and let in again. */
    @Test
    void public_pages_are_open_to_everybody() {
        assertThat(server.nobody().get("/api/v1/jurisdictions").items())
                .anyMatch(item -> item.path("id").asText().equals(Api.JURISDICTION));
        List<JsonNode> certificates = server.nobody()
                .get("/api/v1/public/jurisdictions/jiangsu-testing/registers/certificates")
                .items();
        assertThat(certificates).isNotEmpty();
        assertThat(certificates.toString()).doesNotContain("韩示双").contains("韩*双");
    }

    @Test
    void lists_page_by_cursor() {
        TreeSet<String> keys = new TreeSet<>();
        String path = "/api/v1/jurisdictions/jiangsu-testing/registers/certificates?limit=2";
        Api province = server.as("js-prov");
        JsonNode page = province.get(path).ok();
        int pages = 1;
        while (true) {
            page.path("items").forEach(item -> keys.add(item.path("key").asText()));
            assertThat(page.path("items").size()).isBetween(1, 2);
            if (page.path("next").isNull()) {
                break;
            }
            page = province.get(path + "&cursor=" + Api.encode(page.path("next").asText()))
                    .ok();
            pages++;
        }
        assertThat(keys).hasSize(province.records("certificates", "").size());
        assertThat(pages).isEqualTo((keys.size() + 1) / 2);
    }

    @Test
    void the_openapi_document_is_typed_by_procedure_and_register() {
        JsonNode document = server.nobody().get("/api/openapi.json").ok();
        assertThat(document.path("openapi").asText()).startsWith("3.");
        JsonNode schemas = document.path("components").path("schemas");
        JsonNode form = schemas.path("jiangsu-testing.personnel-transfer");
        assertThat(form.path("properties").fieldNames())
                .toIterable()
                .contains(
                        "personId", "entryDivision", "receivingOrgId", "departureDate", "remark", "releaseProofSealed");
        assertThat(Answer.stream(form.path("required")).map(JsonNode::asText))
                .contains("personId", "entryDivision", "receivingOrgId", "departureDate");
        assertThat(form.path("properties").path("departureDate").path("format").asText())
                .isEqualTo("date");
        assertThat(document.path("paths").fieldNames())
                .toIterable()
                .contains(CASES, "/api/v1/jurisdictions/jiangsu-testing/registers/certificates");
    }

    @Test
    void every_reference_in_the_openapi_document_leads_somewhere() {
        JsonNode document = server.nobody().get("/api/openapi.json").ok();
        assertThat(document.findValues("$ref").stream().map(JsonNode::asText).distinct())
                .allMatch(ref ->
                        ref.startsWith("#/") && !document.at(ref.substring(1)).isMissingNode());
        Stream<String> operations = document.findValues("operationId").stream().map(JsonNode::asText);
        assertThat(operations).doesNotHaveDuplicates();
    }

    @Test
    void the_documentation_is_shown_to_people() {
        Answer page = server.nobody().get("/api/docs").expect(200);
        assertThat(page.contentType()).startsWith("text/html");
    }
}
