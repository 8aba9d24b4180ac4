package org.zhijian.itests.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes requests that no decent client sends out of what the OpenAPI document says a decent one does. Not thread-safe; the same seed, the same. */
final class Nonsense {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> STRINGS = List.of(
            "",
            " ",
            "null",
            "0",
            "-1",
            "true",
            "NaN",
            "99999999999999999999999999",
            "1e400",
            "' or '1'='1",
            "\"; drop table ZJ_CASE; --",
            "%",
            "_",
            "!",
            "\\",
            "../../../../etc/passwd",
            "..\\..\\",
            "/",
            ";jsessionid=1",
            "<script>alert(1)</script>",
            "{{7*7}}${7*7}#{7*7}",
            "${jndi:ldap://127.0.0.1/a}",
            "\0",
            "a\0b",
            "\r\nSet-Cookie: a=b",
            "\uFEFF",
            "\u202E文字",
            "😀😀😀",
            "\uD83D",
            "ﬁ①Ⅷ㎏",
            "İıſK",
            "‮‮‮",
            "١٢٣",
            "２０２６－１１－２３",
            "2026-02-30",
            "9999-12-31T23:59:59+18:00",
            "-999999999-01-01",
            "00000000-0000-0000-0000-000000000000",
            "320199198601010318",
            "13900000011",
            "AAAA",
            "MQ",
            "MQFh",
            "AQEB",
            "jiangsu-testing",
            "personnel-transfer",
            "certificates",
            "APPROVE",
            "RETURN",
            "DRAFT",
            "x".repeat(300),
            "字".repeat(2500),
            "a,b,c",
            "[]",
            "{}");

    private static final List<String> MEDIA_TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/json; charset=none",
            "text/plain",
            "application/xml",
            "text/html",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=b",
            "multipart/form-data; boundary=\"\"",
            "multipart/mixed; boundary=b",
            "application/octet-stream",
            "*/*",
            "a/b; c=d; e=\"f",
            "json",
            "/",
            "");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "{",
            "[",
            "\"",
            "{\"a\":",
            "{\"a\":1,}",
            "{'a':1}",
            "nul",
            "null",
            "1",
            "\"text\"",
            "[]",
            "[[]]",
            "{}{}",
            "{\"a\":1,\"a\":2}",
            "\uFEFF{}",
            "<a/>",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "a=b&c=d",
            "--b\r\n\r\n--b--\r\n",
            "--b\r\nContent-Disposition: form-data; name=\"slot\"\r\n\r\nnone\r\n--b\r\nContent-Disposition: form-data;"
                    + " name=\"file\"; filename=\"../a\0.png\"\r\n\r\nxx\r\n--b--\r\n",
            "--b\r\nContent-Disposition: form-data; name=\"file\"\r\nContent-Type: image/png\r\n\r\n",
            "--b\r\nno header at all\r\n--b--");

    /**
     * A request.
     *
     * @param endpoint null where the path leads to none
     */
    record Request(Endpoint endpoint, String method, String target, Map<String, String> headers, byte[] body) {
        @Override
        public String toString() {
            String text = new String(body, 0, Math.min(body.length, 400), StandardCharsets.UTF_8);
            return method + " " + target + " " + headers + "\n" + text;
        }
    }

    private final Random random;
    private final List<Endpoint> endpoints;
    private final Scene scene;
    private final JsonNode document;

    Nonsense(Random random, JsonNode document, List<Endpoint> endpoints, Scene scene) {
        this.random = random;
        this.document = document;
        this.endpoints = endpoints;
        this.scene = scene;
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    Request next() {
        Endpoint endpoint = any(endpoints);
        String target = target(endpoint);
        Map<String, String> headers = new java.util.TreeMap<>();
        byte[] body = new byte[0];
        if (endpoint.hasBody() || random.nextInt(20) == 0) {
            body = body(endpoint, headers);
        }
        if (random.nextInt(6) == 0) {
            headers.put(
                    "Idempotency-Key",
                    any(List.of("k", "k" + random.nextInt(5), "x".repeat(101), " ", "键", "a\tb", "'")));
        }
        if (random.nextInt(8) == 0) {
            headers.put("Accept", any(List.of("text/html", "image/png", "*", "a/b;q=2", "application/xml", ";;;")));
        }
        if (random.nextInt(20) == 0) {
            headers.put("Accept-Language", "x".repeat(200));
        }
        if (random.nextInt(20) == 0) {
            headers.put("Range", any(List.of("bytes=0-0", "bytes=-1", "bytes=9-1", "lines=1")));
        }
        if (random.nextInt(30) == 0) {
            headers.put("X-HTTP-Method-Override", "DELETE");
        }
        String method = random.nextInt(40) == 0
                ? any(List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "FOO"))
                : endpoint.method();
        return new Request(endpoint, method, target, headers, body);
    }

    private String target(Endpoint endpoint) {
        String path = endpoint.path();
        if (random.nextInt(3) > 0) {
            path = scene.address(path);
        }
        StringBuilder target = new StringBuilder();
        for (String segment : path.substring(1).split("/")) {
            boolean free = segment.startsWith("{") || segment.length() > 30 && random.nextInt(6) == 0;
            target.append('/').append(free ? encoded(segmentText()) : segment);
        }
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : endpoint.operation().path("parameters")) {
            if (parameter.path("in").asText().equals("query") && random.nextInt(3) == 0) {
                query.add(parameter.path("name").asText() + "=" + encoded(any(STRINGS)));
            }
        }
        if (random.nextInt(15) == 0) {
            query.add(any(List.of("unknown=1", "_method=DELETE", "_type=xml", "_wadl", "=", "&&", "a[]=1", "limit=1&limit=x", "%00=1", "q=%ff%fe", "q=%")));
        }
        return target + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    /** No empty segment: that would be another path. */
    private String segmentText() {
        String text = any(STRINGS);
        return text.isEmpty() ? "x" : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] body(Endpoint endpoint, Map<String, String> headers) {
        headers.put("Content-Type", endpoint.isMultipart() ? "multipart/form-data; boundary=b" : "application/json");
        int kind = random.nextInt(12);
        if (kind == 0) {
            headers.put("Content-Type", any(MEDIA_TYPES));
        }
        if (kind == 1) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        if (kind == 2 || endpoint.isMultipart() && kind < 9) {
            return any(TEXTS).getBytes(StandardCharsets.UTF_8);
        }
        if (kind == 3) {
            int depth = any(List.of(50, 600, 3000));
            return ("{\"form\":" + "[".repeat(depth) + "]".repeat(depth) + "}").getBytes(StandardCharsets.UTF_8);
        }
        byte[] json = bytes(mutated(example(schema(endpoint), 0)));
        if (kind == 4 && json.length > 2) {
            return java.util.Arrays.copyOf(json, random.nextInt(json.length));
        }
        if (kind == 5 && json.length > 2) {
            json[random.nextInt(json.length)] = (byte) (0x80 + random.nextInt(0x80));
        }
        return json;
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode schema(Endpoint endpoint) {
        return endpoint.operation().at("/requestBody/content/application~1json/schema");
    }

    /** A value of the schema, or of none. */
    private JsonNode example(JsonNode schema, int depth) {
        JsonNode resolved = schema;
        while (resolved.has("$ref")) {
            resolved = document.at(resolved.path("$ref").asText().substring(1));
        }
        if (depth > 5) {
            return JSON.getNodeFactory().nullNode();
        }
        if (resolved.path("enum").size() > 0) {
            return resolved.path("enum").get(random.nextInt(resolved.path("enum").size()));
        }
        String type = resolved.path("type").isArray()
                ? resolved.path("type").get(0).asText()
                : resolved.path("type").asText();
        if (resolved.has("properties") || type.equals("object")) {
            ObjectNode object = JSON.createObjectNode();
            for (Iterator<Map.Entry<String, JsonNode>> fields = resolved.path("properties").fields();
                    fields.hasNext(); ) {
                Map.Entry<String, JsonNode> field = fields.next();
                if (random.nextInt(4) > 0) {
                    object.set(field.getKey(), example(field.getValue(), depth + 1));
                }
            }
            return object;
        }
        return switch (type) {
            case "array" -> {
                ArrayNode array = JSON.createArrayNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    array.add(example(resolved.path("items"), depth + 1));
                }
                yield array;
            }
            case "integer", "number" -> JSON.getNodeFactory().numberNode(random.nextInt(100));
            case "boolean" -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            default -> JSON.getNodeFactory().textNode(any(STRINGS));
        };
    }

    /** The value with one or several things in it replaced. */
    private JsonNode mutated(JsonNode node) {
        if (random.nextInt(8) == 0) {
            return oddity();
        }
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (random.nextInt(3) == 0) {
                    object.set(name, mutated(object.get(name)));
                }
            }
            if (random.nextInt(5) == 0) {
                object.set(any(STRINGS), oddity());
            }
        }
        return node;
    }

    private JsonNode oddity() {
        return switch (random.nextInt(9)) {
            case 0 -> JSON.getNodeFactory().nullNode();
            case 1 -> JSON.getNodeFactory().numberNode(new java.math.BigDecimal("1e" + random.nextInt(2000)));
            case 2 -> JSON.getNodeFactory().numberNode(-random.nextLong());
            case 3 -> JSON.createArrayNode().add(JSON.createObjectNode()).add(1).addNull();
            case 4 -> JSON.createObjectNode().put("a", "b");
            case 5 -> JSON.getNodeFactory().booleanNode(true);
            case 6 -> JSON.getNodeFactory().textNode("长".repeat(random.nextInt(20000)));
            default -> JSON.getNodeFactory().textNode(any(STRINGS));
        };
    }
}
