package org.zhijian.rest.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Form;

/** Puts fields together to an object that says which of them must be filled in, and when. */
final class Requirements {
    private final FieldSchema fields;

    Requirements(FieldSchema fields) {
        this.fields = fields;
    }

    /** The object of a form's fields. */
    ObjectNode object(Form form) {
        ObjectNode schema = blank();
        form.fields().forEach(field -> {
            add(schema, form, field);
            require(schema, form, field, Conditions.both(field.visibility(), field.requirement()));
        });
        return tidy(schema);
    }

    /** The rows of a table; how many there must be is a matter of {@link #filled}. */
    ObjectNode table(FieldType.Table table) {
        ObjectNode schema = Nodes.type("array");
        schema.set("items", object(new Form(List.of(new Form.Section("", table.columns())))));
        return schema.put("maxItems", table.maxRows());
    }

    /** Adds a field to the properties, without requiring it. */
    void add(ObjectNode schema, Form form, Field field) {
        ObjectNode property = fields.of(field);
        if (!(Conditions.simplified(field.visibility()) instanceof Condition.Always)) {
            property.set("x-visibleWhen", ConditionSchema.of(field.visibility(), form));
        }
        ((ObjectNode) schema.get("properties")).set(field.id(), property);
    }

    /** Requires a field under a condition that no longer asks for a decision. */
    void require(ObjectNode schema, Form form, Field field, Condition when) {
        if (when instanceof Condition.Never) {
            return;
        }
        if (when instanceof Condition.Always) {
            ((ArrayNode) schema.get("required")).add(field.id());
            ((ObjectNode) schema.get("properties").get(field.id())).setAll(filled(field));
            return;
        }
        ObjectNode rule = ((ArrayNode) schema.get("allOf")).addObject();
        rule.set("if", ConditionSchema.of(when, form));
        ObjectNode then = rule.putObject("then");
        then.putArray("required").add(field.id());
        if (!filled(field).isEmpty()) {
            then.putObject("properties").set(field.id(), filled(field));
        }
    }

    /** What a required field must hold beyond being there: something, the tick, enough rows. */
    private static ObjectNode filled(Field field) {
        FieldType type = field.type();
        ObjectNode schema = Nodes.object();
        if (type instanceof FieldType.Text) {
            return schema.put("minLength", 1);
        }
        if (type instanceof FieldType.Flag flag && flag.mustBeTrue()) {
            return schema.put("const", true);
        }
        if (type instanceof FieldType.Table table) {
            return schema.put("minItems", Math.max(1, table.minRows()));
        }
        boolean several = type instanceof FieldType.Choice choice && choice.multiple()
                || type instanceof FieldType.Reference reference && reference.multiple();
        return several ? schema.put("minItems", 1) : schema;
    }

    /** The schema without empty keywords. */
    static ObjectNode tidy(ObjectNode schema) {
        for (String keyword : List.of("required", "allOf")) {
            if (schema.get(keyword).isEmpty()) {
                schema.remove(keyword);
            }
        }
        return schema;
    }

    /** An empty object to which fields may be added. */
    static ObjectNode blank() {
        ObjectNode schema = Nodes.type("object");
        schema.putObject("properties");
        schema.putArray("required");
        schema.putArray("allOf");
        return schema;
    }
}
