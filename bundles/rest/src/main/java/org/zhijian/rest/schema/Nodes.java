package org.zhijian.rest.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.stream.Stream;
import org.zhijian.api.form.Option;

/** Short words for making JSON. */
final class Nodes {
    private Nodes() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode type(String type) {
        return object().put("type", type);
    }

    static ObjectNode ref(String address) {
        return object().put("$ref", address);
    }

    static ArrayNode array(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** What a list may be sorted by, forwards and, with a minus, backwards. */
    static ArrayNode sorts(Collection<String> names) {
        return array(names.stream().flatMap(name -> Stream.of(name, "-" + name)).toList());
    }

    /** A code out of a fixed list, each with its title. */
    static ObjectNode choice(Collection<Option> options) {
        ObjectNode schema = type("string");
        ArrayNode values = schema.putArray("enum");
        ArrayNode titled = schema.putArray("oneOf");
        options.forEach(option -> {
            values.add(option.value());
            titled.addObject().put("const", option.value()).put("title", option.label());
        });
        return schema;
    }
}
