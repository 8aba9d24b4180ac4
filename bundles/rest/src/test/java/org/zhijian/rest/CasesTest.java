package org.zhijian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Once;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.cases.Verdict;
import org.zhijian.rest.RunningRest.Answer;

class CasesTest {
    private static final String CASES = "/api/v1/jurisdictions/sample/procedures/transfer/cases";

    @RegisterExtension
    static final RunningRest REST = new RunningRest();

    @Test
    void aStartedCaseIsADraftWithItsAddressAndItsFindings() {
        Answer answer = REST.post(CASES, "{\"form\":{\"reason\":\"搬家\",\"age\":30,\"area\":1.50}}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/cases/c-1");
        JsonNode started = answer.json();
        assertThat(started.get("id").textValue()).isEqualTo("c-1");
        assertThat(started.get("number").textValue()).isEqualTo("SA2026000001");
        assertThat(started.get("state").textValue()).isEqualTo("DRAFT");
        assertThat(started.get("stateTitle").textValue()).isEqualTo("草稿");
        assertThat(started.at("/findings/0/severity").textValue()).isEqualTo("ERROR");
        assertThat(started.at("/findings/0/source").textValue()).isEqualTo("办法第三条");
        assertThat(REST.core.seen)
                .containsEntry("form", new FormData(Map.of("reason", "搬家", "age", 30, "area", new BigDecimal("1.50"))));
    }

    @Test
    void theIdempotencyKeyReachesTheCore() {
        REST.send(REST.signedIn(CASES)
                .header("Idempotency-Key", "key-1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"form\":{}}")));
        assertThat(REST.core.seen).containsEntry("once", new Once("key-1"));

        REST.post(CASES, "{\"form\":{}}");
        assertThat(REST.core.seen).containsEntry("once", Once.UNKEYED);
    }

    @Test
    void aCaseTellsEverythingAtOnceWithTimesOfChina() {
        JsonNode found = REST.get("/api/v1/cases/c-1").json();

        assertThat(found.get("createdAt").textValue()).isEqualTo("2026-11-23T09:00:00+08:00");
        assertThat(found.get("submittedAt").isNull()).isTrue();
        assertThat(found.at("/form/reason").textValue()).isEqualTo("搬家");
        assertThat(found.at("/stepForms/review/basis").textValue()).isEqualTo("第三条");
        assertThat(found.at("/labels/person").textValue()).isEqualTo("张*");
        assertThat(found.at("/attachments/0/fileName").textValue()).isEqualTo("合同 1.pdf");
        assertThat(found.at("/steps/0/progress").textValue()).isEqualTo("WAITING");
        assertThat(found.at("/steps/0/seats/0/name").textValue()).isEqualTo("市住建局");
        assertThat(found.at("/tasks/0/caseNumber").textValue()).isEqualTo("SA2026000001");
        assertThat(found.at("/log/0/action").textValue()).isEqualTo("保存");
        assertThat(found.at("/acts")).extracting(JsonNode::textValue).containsExactly("EDIT", "SUBMIT");
        assertThat(found.get("definition").textValue()).isEqualTo("abc123");
    }

    @Test
    void aListIsAskedForInTheCoresTerms() {
        Answer answer =
                REST.get("/api/v1/cases?jurisdiction=sample&procedure=&state=DRAFT&q=%E5%BC%A0&limit=500&cursor=x");

        assertThat(answer.json().get("items")).hasSize(1);
        assertThat(answer.json().get("next").isNull()).isTrue();
        assertThat(REST.core.seen).containsEntry("query", new CaseQuery("sample", "", "DRAFT", "张", "x", 100));
    }

    @Test
    void aFormIsReplacedWithOrWithoutItsWrapping() {
        for (String body : new String[] {"{\"form\":{\"reason\":\"改\"}}", "{\"reason\":\"改\"}"}) {
            Answer answer = REST.send(REST.signedIn("/api/v1/cases/c-1/form")
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(body)));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(REST.core.seen).containsEntry("form", new FormData(Map.of("reason", "改")));
        }
        Answer both = REST.send(REST.signedIn("/api/v1/cases/c-1/form")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"form\":{},\"reason\":\"改\"}")));
        assertThat(both.status()).isEqualTo(400);
    }

    @Test
    void aDraftIsDeletedWithoutAWord() {
        Answer answer = REST.send(REST.signedIn("/api/v1/cases/c-1").DELETE());
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
        assertThat(REST.core.seen).containsEntry("deleted", "c-1");
    }

    @Test
    void anInboxTellsWhatWaits() {
        JsonNode task = REST.get("/api/v1/tasks?jurisdiction=sample").json().at("/items/0");
        assertThat(task.get("dueOn").textValue()).isEqualTo("2026-11-30");
        assertThat(task.get("daysLeft").intValue()).isEqualTo(5);
        assertThat(task.get("overdue").booleanValue()).isFalse();
        assertThat(REST.core.seen)
                .containsEntry("query", new TaskQuery("sample", "", TaskQuery.Box.WAITING, "", "", 50));
    }

    @Test
    void aTaskTellsWhatMayBeDecidedAndWhoMayBeAskedToCorrect() {
        JsonNode task = REST.get("/api/v1/tasks/t-1").json();

        assertThat(task.at("/decisions/0/code").textValue()).isEqualTo("APPROVE");
        assertThat(task.at("/decisions/0").has("returnTo")).isFalse();
        assertThat(task.at("/decisions/1/opinionRequired").booleanValue()).isTrue();
        assertThat(task.at("/decisions/1/returnTo/0/value").textValue()).isEqualTo("applicant");
        assertThat(task.at("/schema/properties/checked/const").booleanValue()).isTrue();
        assertThat(task.get("attachments").isArray()).isTrue();
        assertThat(task.get("files").isArray()).isTrue();
        assertThat(task.at("/findings/0/severity").textValue()).isEqualTo("PASSED");
    }

    @Test
    void aDecisionIsHandedOnAsItWasMade() {
        Answer answer = REST.post(
                "/api/v1/tasks/t-1/decision",
                "{\"decision\":\"RETURN\",\"opinion\":\"缺页\",\"form\":{\"basis\":\"x\"},\"returnTo\":\"applicant\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("id").textValue()).isEqualTo("c-1");
        assertThat(REST.core.seen)
                .containsEntry(
                        "verdict", new Verdict(Decision.RETURN, "缺页", new FormData(Map.of("basis", "x")), "applicant"));
    }

    @Test
    void aDecisionThatDoesNotExistIsMalformed() {
        assertThat(REST.post("/api/v1/tasks/t-1/decision", "{\"decision\":\"MAYBE\"}")
                        .status())
                .isEqualTo(400);
        assertThat(REST.post("/api/v1/tasks/t-1/decision", "{}").status()).isEqualTo(400);
    }
}
