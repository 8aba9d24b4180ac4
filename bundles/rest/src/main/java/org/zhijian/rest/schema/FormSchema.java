package org.zhijian.rest.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Decision.Outcome;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.Form;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.procedure.Procedure;

/**
 * A form as JSON Schema 2020-12. What JSON Schema cannot say stands under {@code x-}: {@code x-options} (where the choices of a field are found),
 * {@code x-visibleWhen} (a schema of the form), {@code x-format} (the numbers of the country), {@code x-sections}, {@code x-requiredOn} (the
 * decisions with which a field of a step is wanted).
 */
public final class FormSchema {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private FormSchema() {}

    /** The applicant's form. A submission satisfies it; a draft need not. */
    public static ObjectNode of(String jurisdiction, Procedure procedure) {
        String options = "/api/v1/jurisdictions/%s/procedures/%s/options/".formatted(jurisdiction, procedure.id());
        Form form = procedure.applicantForm();
        return headed(procedure.title(), form, new Requirements(new FieldSchema(options)).object(form));
    }

    /** A message of another system. It refers to nothing, so no choices are to be looked up. */
    public static ObjectNode of(Intake intake) {
        return headed(intake.title(), intake.form(), new Requirements(new FieldSchema("")).object(intake.form()));
    }

    /** What the actor of a step fills in; empty if that is nothing. */
    public static Optional<ObjectNode> of(String jurisdiction, String procedure, Step step) {
        Form form = Procedure.formOf(step);
        if (form.fields().isEmpty()) {
            return Optional.empty();
        }
        Requirements requirements = new Requirements(new FieldSchema(options(jurisdiction, procedure)));
        ObjectNode schema = Requirements.blank();
        form.fields().forEach(field -> {
            requirements.add(schema, form, field);
            Map<Decision, Condition> wanted = wanted(field, step);
            requirements.require(schema, form, field, whenAdvancing(wanted));
            if (wanted.values().stream().distinct().count() > 1) {
                markDecisions((ObjectNode) schema.get("properties").get(field.id()), wanted);
            }
        });
        return Optional.of(headed(step.title(), form, Requirements.tidy(schema)));
    }

    /** Below this address the choices of a field are found, by its id, also those of steps and of columns of tables. */
    private static String options(String jurisdiction, String procedure) {
        return "/api/v1/jurisdictions/%s/procedures/%s/options/".formatted(jurisdiction, procedure);
    }

    /** When a field is wanted, for each decision that the step offers. */
    private static Map<Decision, Condition> wanted(Field field, Step step) {
        Condition when = Conditions.both(field.visibility(), field.requirement());
        Map<Decision, Condition> wanted = new LinkedHashMap<>();
        step.decisions().stream()
                .map(DecisionOption::decision)
                .forEach(decision -> wanted.put(decision, Conditions.under(decision, when)));
        return wanted;
    }

    /** When it is wanted by whatever lets the step advance: one condition for all such decisions, or never if they differ. */
    private static Condition whenAdvancing(Map<Decision, Condition> wanted) {
        List<Condition> advancing = wanted.entrySet().stream()
                .filter(entry -> entry.getKey().outcome() == Outcome.ADVANCE)
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return advancing.size() == 1 ? advancing.get(0) : Condition.NEVER;
    }

    private static void markDecisions(ObjectNode property, Map<Decision, Condition> wanted) {
        ArrayNode codes = property.putArray("x-requiredOn");
        wanted.forEach((decision, condition) -> {
            if (!(condition instanceof Condition.Never)) {
                codes.add(decision.name());
            }
        });
    }

    private static ObjectNode headed(String title, Form form, ObjectNode schema) {
        ObjectNode headed = Nodes.object().put("$schema", DIALECT).put("title", title);
        headed.setAll(schema);
        ArrayNode sections = headed.putArray("x-sections");
        form.sections().forEach(section -> sections.addObject()
                .put("title", section.title())
                .set(
                        "fields",
                        Nodes.array(section.fields().stream().map(Field::id).toList())));
        return headed;
    }
}
