package org.zhijian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhijian.api.form.FormData;

class CatalogueTest {
    private static final String TRANSFER = "/api/v1/jurisdictions/sample/procedures/transfer";

    @RegisterExtension
    static final RunningRest REST = new RunningRest();

    @Test
    void whatIsInstalledIsListedWithItsProceduresAndRegisters() {
        JsonNode item = REST.get("/api/v1/jurisdictions").json().at("/items/0");

        assertThat(item.get("id").textValue()).isEqualTo("sample");
        assertThat(item.get("state").textValue()).isEqualTo("RUNNING");
        assertThat(item.at("/procedures/0/title").textValue()).isEqualTo("人员调动");
        assertThat(item.at("/registers/0/public").booleanValue()).isTrue();
        assertThat(item.at("/registers/1/public").booleanValue()).isFalse();
    }

    @Test
    void aDefinitionTellsFormMaterialsAndChain() {
        JsonNode definition = REST.get(TRANSFER).json();

        assertThat(definition.get("version").textValue()).isEqualTo("abc123");
        assertThat(definition.at("/schema/properties/reason/title").textValue()).isEqualTo("调动<原因>");
        assertThat(definition.at("/guide/appeal").textValue()).isEqualTo("可申请行政复议");
        assertThat(definition.at("/decisions"))
                .extracting(decision -> decision.get("code").textValue())
                .containsExactly("APPROVE", "RETURN", "REJECT");

        JsonNode contract = definition.at("/attachments/0");
        assertThat(contract.get("slot").textValue()).isEqualTo("contract");
        assertThat(contract.get("required").booleanValue()).isTrue();
        assertThat(contract.get("max").intValue()).isEqualTo(3);
        assertThat(contract.get("formats")).extracting(JsonNode::textValue).containsExactly("jpg", "png", "pdf");
        assertThat(contract.get("maxBytes").longValue()).isEqualTo(5 << 20);
        assertThat(contract.get("maxPdfBytes").longValue()).isEqualTo(20 << 20);
        assertThat(contract.get("seal").textValue()).isEqualTo("请加盖公章");
        JsonNode book = definition.at("/attachments/1");
        assertThat(book.get("required").booleanValue()).isFalse();
        assertThat(book.get("naming").textValue()).isEqualTo("PAGE_NUMBER");
        assertThat(book.has("maxPdfBytes")).isFalse();

        JsonNode step = definition.at("/chain/0");
        assertThat(step.get("mode").textValue()).isEqualTo("ANY_OF");
        assertThat(step.get("actors")).extracting(JsonNode::textValue).containsExactly("所在地主管部门", "示范省总站");
        assertThat(step.at("/decisions/1/returnTo/0/title").textValue()).isEqualTo("申请材料");
        assertThat(step.at("/schema/properties/checked/title").textValue()).isEqualTo("已核对原件");
    }

    @Test
    void choicesAreFoundByWordsAndByWhatIsFilledInSoFar() {
        JsonNode page =
                REST.get(TRANSFER + "/options/person?q=%E5%BC%A0&lab=org-2").json();

        assertThat(page.at("/items/0/value").textValue()).isEqualTo("p-1");
        assertThat(page.at("/items/0/label").textValue()).isEqualTo("张*");
        assertThat(page.get("next").textValue()).isEqualTo("2");
        assertThat(REST.core.seen).containsEntry("form", new FormData(Map.of("lab", "org-2")));
    }
}
