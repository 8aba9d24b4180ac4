package org.zhijian.rest.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.form.Condition.ALWAYS;
import static org.zhijian.api.form.Condition.NEVER;
import static org.zhijian.api.form.Condition.is;
import static org.zhijian.api.form.Condition.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;

class ConditionsTest {
    private static final List<Option> COLOURS = List.of(new Option("RED", "红"), new Option("BLUE", "蓝"));
    private static final Form FORM = Form.of(
            Fields.choice("one", "颜色", COLOURS),
            Fields.choices("many", "多种颜色", COLOURS),
            Fields.flag("flag", "是否"),
            Fields.whole("number", "数", 0, 9));

    @Test
    void aDecisionIsSettledOnceItIsKnown() {
        Condition asked = is(Condition.DECISION, "APPROVE").and(is("one", "RED"));
        assertThat(Conditions.under(Decision.APPROVE, asked)).isEqualTo(is("one", "RED"));
        assertThat(Conditions.under(Decision.RETURN, asked)).isEqualTo(NEVER);
        assertThat(Conditions.under(Decision.RETURN, not(asked))).isEqualTo(ALWAYS);
        assertThat(Conditions.under(
                        Decision.APPROVE, is(Condition.DECISION, "APPROVE").or(is("one", "RED"))))
                .isEqualTo(ALWAYS);
    }

    @Property
    void simplifyingChangesNothing(@ForAll("conditions") Condition condition, @ForAll("data") FormData data) {
        assertThat(Conditions.simplified(condition).test(data)).isEqualTo(condition.test(data));
    }

    @Property
    void theSchemaOfAConditionTakesJustTheDataForWhichItHolds(
            @ForAll("conditions") Condition condition, @ForAll("data") FormData data) {
        var validator =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(ConditionSchema.of(condition, FORM));
        boolean valid = validator
                .validate(new ObjectMapper().valueToTree(data.values()))
                .isEmpty();
        assertThat(valid).isEqualTo(condition.test(data));
    }

    @Provide
    Arbitrary<Condition> conditions() {
        Arbitrary<Condition> leaves = Arbitraries.of(
                ALWAYS,
                NEVER,
                is("one", "RED"),
                is("one", "RED", "BLUE"),
                is("many", "BLUE"),
                is("flag", "true"),
                is("flag", "false"),
                is("number", "3"));
        return Arbitraries.recursive(() -> leaves, ConditionsTest::around, 0, 3);
    }

    private static Arbitrary<Condition> around(Arbitrary<Condition> inner) {
        return Arbitraries.oneOf(
                inner.map(Condition::not),
                inner.list().ofMaxSize(3).map(Condition.AllOf::new),
                inner.list().ofMaxSize(3).map(Condition.AnyOf::new));
    }

    @Provide
    Arbitrary<FormData> data() {
        return Arbitraries.maps(
                        Arbitraries.of("one", "many", "flag", "number"),
                        Arbitraries.integers().between(0, 3))
                .map(chosen -> {
                    FormData data = FormData.EMPTY;
                    for (Map.Entry<String, Integer> entry : chosen.entrySet()) {
                        data = data.with(entry.getKey(), value(entry.getKey(), entry.getValue()));
                    }
                    return data;
                });
    }

    private static Object value(String field, int choice) {
        return switch (field) {
            case "one" -> choice % 2 == 0 ? "RED" : "BLUE";
            case "many" ->
                List.of(List.of(), List.of("RED"), List.of("BLUE"), List.of("RED", "BLUE"))
                        .get(choice);
            case "flag" -> choice % 2 == 0;
            default -> choice;
        };
    }
}
