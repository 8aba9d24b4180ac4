package org.zhijian.rest.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The OpenAPI document as one plain page: no script, nothing loaded from anywhere. */
public final class DocsPage {
    /** The page's own style; its hash is what the page's content security policy lets through. */
    public static final String STYLE =
            """
            body{font:15px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#1a1a1a}
            h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid #ccc}
            details{margin:.4rem 0;border:1px solid #ddd;border-radius:4px;padding:.3rem .6rem}
            summary{cursor:pointer}code{font-family:ui-monospace,monospace}
            .verb{display:inline-block;min-width:4.2rem;font-weight:600;color:#1f5fa8}
            table{border-collapse:collapse;margin:.4rem 0;width:100%}td,th{border:1px solid #ddd;padding:.2rem .5rem;text-align:left;vertical-align:top}
            """;

    private final JsonNode document;
    private final StringBuilder html = new StringBuilder();

    private DocsPage(JsonNode document) {
        this.document = document;
    }

    /** The page of an OpenAPI document of ours. */
    public static String of(JsonNode document) {
        return new DocsPage(document).page();
    }

    private String page() {
        JsonNode info = document.get("info");
        html.append("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        element("title", info.get("title").textValue());
        html.append("<style>").append(STYLE).append("</style></head><body>");
        element("h1", info.get("title").textValue());
        element("p", info.get("description").textValue());
        html.append("<p>机器可读的文档：<a href=\"openapi.json\">openapi.json</a></p>");
        byTag().forEach(this::section);
        element("h2", "数据结构");
        document.at("/components/schemas").properties().forEach(entry -> schema(entry.getKey(), entry.getValue()));
        return html.append("</body></html>").toString();
    }

    private record Call(String verb, String path, JsonNode operation) {}

    private Map<String, Map<String, Call>> byTag() {
        Map<String, Map<String, Call>> tags = new TreeMap<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    Call call = new Call(verb.getKey(), path.getKey(), verb.getValue());
                    String tag = verb.getValue().at("/tags/0").textValue();
                    tags.computeIfAbsent(tag, name -> new TreeMap<>()).put(call.path() + " " + call.verb(), call);
                }));
        return tags;
    }

    private void section(String tag, Map<String, Call> calls) {
        element("h2", title(tag));
        calls.values().forEach(this::call);
    }

    /** Jurisdictions have a title beside their id. */
    private String title(String tag) {
        for (JsonNode named : document.path("tags")) {
            if (named.get("name").textValue().equals(tag)) {
                return named.get("description").textValue() + "（" + tag + "）";
            }
        }
        return tag;
    }

    private void call(Call call) {
        html.append("<details><summary><span class=\"verb\">")
                .append(call.verb().toUpperCase(Locale.ROOT))
                .append("</span>");
        element("code", call.path());
        text(" " + call.operation().get("summary").textValue());
        html.append("</summary>");
        if (call.operation().get("security").isEmpty()) {
            element("p", "不需登录。");
        }
        parameters(call.operation().path("parameters"));
        call.operation().path("requestBody").path("content").properties().forEach(content -> {
            element("p", "请求内容（" + content.getKey() + "）");
            properties(content.getValue().get("schema"));
        });
        html.append("<table><tr><th>状态</th><th>说明</th></tr>");
        call.operation().get("responses").properties().forEach(answer -> answer(answer.getKey(), answer.getValue()));
        html.append("</table></details>");
    }

    private void parameters(JsonNode parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        html.append("<table><tr><th>参数</th><th>位置</th><th>说明</th></tr>");
        parameters.forEach(parameter -> row(
                parameter.get("name").textValue(),
                parameter.get("in").textValue(),
                parameter.path("description").asText()));
        html.append("</table>");
    }

    private void answer(String status, JsonNode answer) {
        JsonNode told = answer.has("$ref") ? at(answer) : answer;
        String body = told.path("content").findPath("$ref").asText();
        String shape = answer.has("$ref") || body.isEmpty() ? "" : "：" + body.substring(body.lastIndexOf('/') + 1);
        row(status, told.get("description").textValue() + shape);
    }

    private JsonNode at(JsonNode reference) {
        return document.at(reference.get("$ref").textValue().substring(1));
    }

    private void schema(String name, JsonNode schema) {
        html.append("<details><summary>");
        element("code", name);
        text(" " + schema.path("title").asText());
        html.append("</summary>");
        properties(schema);
        html.append("</details>");
    }

    private void properties(JsonNode schema) {
        JsonNode target = schema.has("$ref") ? at(schema) : schema;
        html.append("<table><tr><th>字段</th><th>类型</th><th>必填</th><th>说明</th></tr>");
        target.path("properties").properties().forEach(property -> {
            JsonNode value = property.getValue();
            row(
                    property.getKey(),
                    type(value),
                    isRequired(target, property.getKey()) ? "是" : "",
                    (value.path("title").asText() + " "
                                    + value.path("description").asText())
                            .strip());
        });
        html.append("</table>");
    }

    private static boolean isRequired(JsonNode schema, String name) {
        for (JsonNode required : schema.path("required")) {
            if (required.textValue().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String address = schema.get("$ref").textValue();
            return address.substring(address.lastIndexOf('/') + 1);
        }
        if (schema.path("type").asText().equals("array")) {
            return type(schema.path("items")) + "[]";
        }
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).textValue() : type.asText();
    }

    private void row(String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            element("td", cell);
        }
        html.append("</tr>");
    }

    private void element(String name, String content) {
        html.append('<').append(name).append('>');
        text(content);
        html.append("</").append(name).append('>');
    }

    private void text(String content) {
        html.append(content.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
    }
}
