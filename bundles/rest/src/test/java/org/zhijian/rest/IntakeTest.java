package org.zhijian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhijian.core.intake.IncomingMessages;
import org.zhijian.core.intake.ReceiptState;
import org.zhijian.rest.RunningRest.Answer;

class IntakeTest {
    @RegisterExtension
    static final RunningRest REST = new RunningRest();

    private static final String CHANNEL = "/api/v1/jurisdictions/sample/intake/works";

    @Test
    void aMessageIsAcknowledgedWithItsReceipt() {
        Answer told = REST.post(CHANNEL, "{\"worksId\":\"G1\",\"version\":2,\"people\":[{\"idNo\":\"x\"}]}");
        assertThat(told.status()).isEqualTo(202);
        assertThat(told.json().get("receiptId").textValue()).isEqualTo("in-1");
        assertThat(told.json().get("state").textValue()).isEqualTo("RECEIVED");
        assertThat(told.header("Location")).isEqualTo("/api/v1/receipts/in-1");
        assertThat(REST.core.seen).containsEntry("pushed", "sample/works {worksId=G1, version=2, people=[{idNo=x}]}");
    }

    @Test
    void anOlderVersionIsStale() {
        Answer told = REST.post(CHANNEL, "{\"worksId\":\"old\"}");
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.json().get("state").textValue()).isEqualTo("STALE");
    }

    @Test
    void aMalformedMessageIsToldAllThatIsWrong() {
        Answer told = REST.post(CHANNEL, "{\"version\":2}");
        assertThat(told.status()).isEqualTo(400);
        assertThat(told.json().at("/violations/0/field").textValue()).isEqualTo("worksId");
        for (String body : new String[] {"[]", "\"x\"", "{", "", "{\"a\":1,\"a\":2}"}) {
            assertThat(REST.post(CHANNEL, body).status()).as(body).isEqualTo(400);
        }
        assertThat(REST.send(REST.request(CHANNEL)
                                .header("Content-Type", "application/json")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aReceiptTellsTheReasons() {
        JsonNode receipt = REST.get("/api/v1/receipts/in-1").json();
        assertThat(receipt.get("state").textValue()).isEqualTo("QUARANTINED");
        assertThat(receipt.at("/reasons/0/field").textValue()).isEqualTo("people[0].idNo");
        assertThat(receipt.at("/reasons/0/code").textValue()).isEqualTo("T-R01");
        assertThat(receipt.at("/reasons/0/message").textValue()).isEqualTo("查无此人");
        assertThat(REST.get("/api/v1/receipts/in-2").status()).isEqualTo(404);
    }

    @Test
    void theQuarantineIsAskedMendedReplayedAndEmptied() {
        Answer list = REST.get("/api/v1/admin/intake?channel=works&state=QUARANTINED&limit=5");
        assertThat(list.json().at("/items/0/clientId").textValue()).isEqualTo("agency");
        assertThat(REST.core.seen)
                .containsEntry(
                        "incoming", new IncomingMessages.Query("", "works", ReceiptState.QUARANTINED, "", "", 5));
        assertThat(REST.get("/api/v1/admin/intake?state=LOST").status()).isEqualTo(400);
        assertThat(REST.get("/api/v1/admin/intake/in-1")
                        .json()
                        .at("/message/worksId")
                        .textValue())
                .isEqualTo("G1");
        assertThat(REST.post("/api/v1/admin/intake/in-1/reveal", "").status()).isEqualTo(200);
        REST.post("/api/v1/admin/intake/in-1/replay", "{\"reason\":\"已补录\"}");
        REST.post("/api/v1/admin/intake/in-1/mend", "{\"message\":{\"worksId\":\"G1\"},\"reason\":\"更正\"}");
        REST.post("/api/v1/admin/intake/in-1/discard", "{\"reason\":\"重复\"}");
        assertThat(REST.core.seen)
                .containsEntry("revealed", "in-1")
                .containsEntry("replayed", "in-1 已补录")
                .containsEntry("mended", "in-1 {worksId=G1} 更正")
                .containsEntry("discarded", "in-1 重复");
        assertThat(REST.post("/api/v1/admin/intake/in-1/mend", "{\"reason\":\"更正\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theDocumentHasTheFormOfEachChannel() {
        JsonNode document = REST.get("/api/openapi.json").json();
        JsonNode operation = document.at("/paths").get(CHANNEL).get("post");
        assertThat(operation
                        .at("/requestBody/content/application~1json/schema/$ref")
                        .textValue())
                .isEqualTo("#/components/schemas/sample.intake.works");
        JsonNode schema = document.at("/components/schemas/sample.intake.works");
        assertThat(schema.at("/required").toString()).contains("worksId", "version");
        assertThat(schema.at("/properties/people/items/properties/idNo/title").textValue())
                .isEqualTo("身份证号");
        assertThat(operation.get("responses").has("202")).isTrue();
        assertThat(operation.get("responses").has("200")).isTrue();
    }
}
