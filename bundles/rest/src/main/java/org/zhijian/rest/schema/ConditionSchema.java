package org.zhijian.rest.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Form;

/** A condition as a JSON Schema of the form: data for which it holds are valid, others are not. */
public final class ConditionSchema {
    private ConditionSchema() {}

    /** @param form the form whose fields the condition asks for; it tells flags and lists from texts */
    public static ObjectNode of(Condition condition, Form form) {
        return ofSimple(Conditions.simplified(condition), form);
    }

    private static ObjectNode ofSimple(Condition condition, Form form) {
        if (condition instanceof Condition.In asked) {
            return of(asked, form.field(asked.field()).map(Field::type));
        }
        if (condition instanceof Condition.Not not) {
            return Nodes.object().set("not", ofSimple(not.inner(), form));
        }
        if (condition instanceof Condition.AllOf all) {
            return joined("allOf", all.parts(), form);
        }
        if (condition instanceof Condition.AnyOf any) {
            return joined("anyOf", any.parts(), form);
        }
        return condition instanceof Condition.Never ? Nodes.object().set("not", Nodes.object()) : Nodes.object();
    }

    private static ObjectNode joined(String keyword, List<Condition> parts, Form form) {
        ObjectNode schema = Nodes.object();
        ArrayNode array = schema.putArray(keyword);
        parts.forEach(part -> array.add(ofSimple(part, form)));
        return schema;
    }

    private static ObjectNode of(Condition.In asked, Optional<FieldType> type) {
        ObjectNode schema = Nodes.object();
        schema.putObject("properties").set(asked.field(), value(asked.values(), type.orElse(null)));
        schema.putArray("required").add(asked.field());
        return schema;
    }

    private static ObjectNode value(List<String> values, FieldType type) {
        ObjectNode schema = Nodes.object();
        if (type instanceof FieldType.Flag) {
            ArrayNode flags = schema.putArray("enum");
            values.forEach(value -> flags.add(Boolean.parseBoolean(value)));
        } else if (type instanceof FieldType.Whole) {
            ArrayNode numbers = schema.putArray("enum");
            values.forEach(value -> numbers.add(Long.parseLong(value)));
        } else if (isSeveral(type)) {
            schema.put("type", "array").putObject("contains").set("enum", Nodes.array(values));
        } else {
            schema.set("enum", Nodes.array(values));
        }
        return schema;
    }

    private static boolean isSeveral(FieldType type) {
        return type instanceof FieldType.Choice choice && choice.multiple()
                || type instanceof FieldType.Reference reference && reference.multiple();
    }
}
