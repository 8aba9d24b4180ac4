package org.zhijian.rest.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Fields;
import org.zhijian.rest.SampleJurisdiction;

class FormSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory DRAFT = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final ObjectNode schema = FormSchema.of("sample", SampleJurisdiction.TRANSFER);
    private final ObjectNode step = FormSchema.of(
                    "sample",
                    "transfer",
                    SampleJurisdiction.TRANSFER.step("review").orElseThrow())
            .orElseThrow();

    private static final String GOOD =
            """
            {"reason":"搬家","note":"无","mobile":"13900000001","email":"a@b.cn","uscc":"91320000000000000X",
             "age":30,"area":"12.50","longitude":"-120.5","leftOn":"2026-01-31","paidUntil":"2026-01","abroad":false,
             "colour":"RED","colours":["BLUE"],"person":"p-1","lab":"o-1","licence":"L1","licences":["L1","L2"],
             "region":"320281","jobs":[{"firm":"甲"},{"firm":"乙"}],"promise":true,"contractSealed":true}
            """;

    private JsonNode field(String id) {
        return schema.get("properties").get(id);
    }

    private static Set<String> complaints(ObjectNode schema, JsonNode data) {
        JsonSchema validator = DRAFT.getSchema(schema);
        Set<String> found = new TreeSet<>();
        validator.validate(data).forEach(message -> found.add(message.getMessage()));
        return found;
    }

    private boolean takes(String field, Object value) throws Exception {
        ObjectNode data = (ObjectNode) JSON.readTree(GOOD);
        data.set(field, JSON.valueToTree(value));
        return complaints(schema, data).isEmpty();
    }

    private static ObjectNode good() throws Exception {
        return (ObjectNode) JSON.readTree(GOOD);
    }

    @Test
    void itIsAProperSchemaOfDraft202012() {
        JsonSchema meta = DRAFT.getSchema(SchemaLocation.of(SchemaId.V202012));
        assertThat(meta.validate(schema)).isEmpty();
        assertThat(meta.validate(step)).isEmpty();
        assertThat(schema.get("$schema").textValue()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void everyTypeOfFieldHasASchemaThatTakesAGoodValue() throws Exception {
        assertThat(complaints(schema, good())).isEmpty();
        Set<Class<?>> covered = new java.util.HashSet<>();
        SampleJurisdiction.TRANSFER
                .form()
                .fields()
                .forEach(one -> covered.add(one.type().getClass()));
        assertThat(covered).containsExactlyInAnyOrder(FieldType.class.getPermittedSubclasses());
    }

    @Test
    void whatAFieldCannotHoldIsNotTaken() throws Exception {
        assertThat(takes("reason", "x".repeat(101))).isFalse();
        assertThat(takes("reason", "")).isFalse();
        assertThat(takes("mobile", "12345")).isFalse();
        assertThat(takes("age", 17)).isFalse();
        assertThat(takes("age", "30")).isFalse();
        assertThat(takes("area", "1.234")).isFalse();
        assertThat(takes("area", "-1")).isFalse();
        assertThat(takes("area", 1.5)).isFalse();
        assertThat(takes("paidUntil", "2026-13")).isFalse();
        assertThat(takes("colour", "GREEN")).isFalse();
        assertThat(takes("colours", new String[0])).isFalse();
        assertThat(takes("colours", new String[] {"BLUE", "BLUE"})).isFalse();
        assertThat(takes("region", "110101")).isFalse();
        assertThat(takes("promise", false)).isFalse();
        assertThat(takes("contractSealed", false)).isFalse();
        assertThat(takes("licences", "L1")).isFalse();
    }

    @Test
    void textsStandBesideTheirFields() {
        assertThat(field("reason").get("title").textValue()).isEqualTo("调动<原因>");
        assertThat(field("reason").get("description").textValue()).isEqualTo("如实填写");
        assertThat(field("serial").get("readOnly").booleanValue()).isTrue();
        assertThat(field("note").get("x-multiline").booleanValue()).isTrue();
        assertThat(field("uscc").get("x-format").textValue()).isEqualTo("uscc");
        assertThat(field("leftOn").get("format").textValue()).isEqualTo("date");
        assertThat(field("leftOn").get("x-bound").textValue()).isEqualTo("NOT_AFTER_TODAY");
        assertThat(field("area").get("x-maximum").textValue()).isEqualTo("1000000");
        assertThat(schema.at("/x-sections/0/title").textValue()).isEqualTo("基本情况");
    }

    @Test
    void choicesBearTheirTitles() {
        assertThat(field("colour").at("/enum/0").textValue()).isEqualTo("RED");
        assertThat(field("colour").at("/oneOf/0/const").textValue()).isEqualTo("RED");
        assertThat(field("colour").at("/oneOf/0/title").textValue()).isEqualTo("红");
        assertThat(field("colours").at("/items/oneOf/1/title").textValue()).isEqualTo("蓝");
    }

    @Test
    void aReferenceTellsWhereItsChoicesAre() {
        String address = "/api/v1/jurisdictions/sample/procedures/transfer/options/";
        assertThat(field("person").get("x-options").textValue()).isEqualTo(address + "person");
        assertThat(field("person").get("x-reference").textValue()).isEqualTo("person");
        assertThat(field("region").get("x-options").textValue()).isEqualTo(address + "region");
        assertThat(field("licences").at("/items/x-options").textValue()).isEqualTo(address + "licences");
        assertThat(field("licences").at("/items/x-register").textValue()).isEqualTo("licences");
    }

    @Test
    void aFieldThatIsNotRequiredMayBeLeftOut() throws Exception {
        assertThat(schema.get("required"))
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrder("reason", "colour", "colours", "promise", "contractSealed");
        ObjectNode data = good();
        data.remove("person");
        assertThat(complaints(schema, data)).isEmpty();
        data.remove("reason");
        assertThat(complaints(schema, data)).hasSize(1);
    }

    @Test
    void aFieldRequiredByAFlagIsAskedForOnlyThen() throws Exception {
        ObjectNode data = good().put("abroad", true);
        assertThat(complaints(schema, data)).hasSize(1);
        assertThat(complaints(schema, data.put("country", ""))).hasSize(1);
        assertThat(complaints(schema, data.put("country", "日本"))).isEmpty();
    }

    @Test
    void aRequiredFieldThatIsNotVisibleIsNotAskedFor() throws Exception {
        assertThat(field("redNote").has("x-visibleWhen")).isTrue();
        ObjectNode data = good();
        data.putArray("colours").add("BLUE").add("RED");
        assertThat(complaints(schema, data)).hasSize(1);
        assertThat(complaints(schema, data.put("redNote", "红"))).isEmpty();
    }

    @Test
    void aTableIsHeldToItsRowsAndTheirFields() throws Exception {
        assertThat(field("jobs").get("maxItems").intValue()).isEqualTo(5);
        assertThat(field("jobs").at("/items/properties/firm/title").textValue()).isEqualTo("单位");
        ObjectNode data = good();
        data.putArray("jobs").addObject();
        assertThat(complaints(schema, data)).hasSize(1);
        data.putArray("jobs");
        assertThat(complaints(schema, data)).isEmpty();
    }

    @Test
    void aStepRequiresWhatItsAdvancingDecisionsNeedAndNamesTheDecisions() {
        assertThat(step.get("required")).extracting(JsonNode::textValue).containsExactly("checked", "remark");
        assertThat(step.at("/properties/checked/x-requiredOn"))
                .extracting(JsonNode::textValue)
                .containsExactly("APPROVE");
        assertThat(step.at("/properties/basis/x-requiredOn"))
                .extracting(JsonNode::textValue)
                .containsExactly("REJECT");
        assertThat(step.at("/properties/remark").has("x-requiredOn")).isFalse();
    }

    @Test
    void aStepsConditionOnItsOwnFieldsRemainsOne() {
        Condition approvedAbroad = Condition.is(Condition.DECISION, "APPROVE").and(Condition.flagged("abroad"));
        Field flag = Fields.flag("abroad", "境外");
        Step review = Step.step("s", "审核", Actor.office("o"))
                .decisions(DecisionOption.approve("同意"), DecisionOption.sendBack("退回"))
                .form(flag, Fields.text("country", "国家", 10).requiredWhen(approvedAbroad));
        ObjectNode made = FormSchema.of("sample", "transfer", review).orElseThrow();

        assertThat(made.has("required")).isFalse();
        assertThat(made.at("/allOf/0/if/properties/abroad/enum/0").booleanValue())
                .isTrue();
        assertThat(made.at("/allOf/0/then/required/0").textValue()).isEqualTo("country");
        assertThat(made.at("/properties/country/x-requiredOn/0").textValue()).isEqualTo("APPROVE");
    }

    @Test
    void aStepWithoutFieldsHasNoSchema() {
        assertThat(FormSchema.of("sample", "transfer", Step.step("s", "审核", Actor.office("o"))))
                .isEmpty();
    }
}
