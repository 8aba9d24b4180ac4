package org.zhijian.rest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.zhijian.rest.shape.Listing;
import org.zhijian.rest.shape.Maybe;
import org.zhijian.rest.shape.Told;

/** Our records as JSON Schema. Each one becomes a component of the document the first time it is met, under its simple name. */
final class RecordSchema {
    private static final String COMPONENTS = "#/components/schemas/";

    private final ObjectNode components;

    RecordSchema(ObjectNode components) {
        this.components = components;
    }

    ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        return type instanceof Class<?> plain ? ofPlain(plain) : Nodes.object();
    }

    private ObjectNode ofGeneric(ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        Class<?> raw = (Class<?>) generic.getRawType();
        if (raw == Listing.class) {
            return page(of(arguments[0]));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return Nodes.type("array").set("items", of(arguments[0]));
        }
        ObjectNode map = Nodes.type("object");
        return Map.class.isAssignableFrom(raw) && arguments[1] != Object.class
                ? map.set("additionalProperties", of(arguments[1]))
                : map;
    }

    /** A page of such items. */
    ObjectNode page(ObjectNode item) {
        ObjectNode schema = Nodes.type("object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("items").put("type", "array").set("items", item);
        ObjectNode next = properties.putObject("next");
        next.set("type", Nodes.array(List.of("string", "null")));
        next.put("description", "下一页的 cursor；没有下一页时为 null");
        return schema.set("required", Nodes.array(List.of("items")));
    }

    private ObjectNode ofPlain(Class<?> type) {
        if (type.isRecord()) {
            return component(type);
        }
        if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            return Nodes.type("string").set("enum", Nodes.array(names));
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return Nodes.type("integer");
        }
        if (type == boolean.class) {
            return Nodes.type("boolean");
        }
        if (type == Instant.class) {
            return Nodes.type("string").put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return Nodes.type("string").put("format", "date");
        }
        if (type == String.class) {
            return Nodes.type("string");
        }
        return JsonNode.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)
                ? Nodes.type("object")
                : Nodes.object();
    }

    private ObjectNode component(Class<?> type) {
        String name = type.getSimpleName();
        if (!components.has(name)) {
            ObjectNode schema = components.putObject(name).put("type", "object");
            schema.putObject("properties");
            schema.putArray("required");
            addAll(schema, type);
        }
        return Nodes.ref(COMPONENTS + name);
    }

    private void addAll(ObjectNode schema, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                addAll(schema, component.getType());
            } else {
                add(schema, component);
            }
        }
    }

    private void add(ObjectNode schema, RecordComponent component) {
        ObjectNode property = of(component.getGenericType());
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        String name = renamed == null ? component.getName() : renamed.value();
        if (!component.isAnnotationPresent(Maybe.class)) {
            ((ArrayNode) schema.get("required")).add(name);
        } else if (property.path("type").isTextual()) {
            property.set("type", Nodes.array(List.of(property.get("type").textValue(), "null")));
        }
        Told told = component.getAnnotation(Told.class);
        if (told != null) {
            property.put("description", told.value());
        }
        ((ObjectNode) schema.get("properties")).set(name, property);
    }
}
