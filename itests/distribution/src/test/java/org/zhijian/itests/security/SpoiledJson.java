package org.zhijian.itests.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.zip.GZIPOutputStream;

/** Ways to spoil a body of JSON. */
final class SpoiledJson {
    /** Values that hardly any member expects, as they stand in JSON. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "9999999999999999999999",
            "1e999999999",
            "-1e-999999999",
            "NaN",
            "Infinity",
            "01",
            "0x1F",
            "[]",
            "{}",
            "[null]",
            "[[[]]]",
            "[\"a\",1,{}]",
            "{\"a\":{\"b\":null}}",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\u0007\\u001b[31m\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"\\ud83c\\udfd7\"",
            "\"\\u202e\\u200b\\ufeff\"",
            "\"a\nb\"",
            "\"';drop table ZJ_CASE;--\"",
            "\"${jndi:ldap://127.0.0.1/a}\"",
            "\"../../../etc/passwd\"",
            "\"<script>alert(1)</script>\"",
            "\"=cmd|' /C calc'!A0\"",
            "\"2026-02-30\"",
            "\"99999-01-01\"",
            "\"+99999-01-01\"",
            "\"-292275055-05-16\"",
            "\"0000-00-00\"",
            "\"%s%n%x\"",
            "'single'",
            "undefined");

    private static final List<BiFunction<Attempt, Random, Attempt>> WAYS = List.of(
            SpoiledJson::otherValue,
            SpoiledJson::otherValue,
            SpoiledJson::otherValue,
            SpoiledJson::withoutMember,
            SpoiledJson::moreMember,
            SpoiledJson::memberTwice,
            SpoiledJson::truncated,
            SpoiledJson::oneByteOff,
            SpoiledJson::anotherDocument,
            SpoiledJson::lengthened,
            SpoiledJson::deep,
            SpoiledJson::otherEncoding,
            SpoiledJson::compressed,
            SpoiledJson::otherType);

    private SpoiledJson() {}

    static Attempt spoil(Attempt whole, Random random) {
        return WAYS.get(random.nextInt(WAYS.size())).apply(whole, random);
    }

    private static Attempt otherValue(Attempt whole, Random random) {
        String value = pick(VALUES, random);
        return replaced(whole, random, value).spoiled("member " + value);
    }

    /** The body with another value in one place; the mark is a text that no body holds. */
    private static Attempt replaced(Attempt whole, Random random, String value) {
        JsonNode body = json(whole).deepCopy();
        ObjectNode object = pick(objects(body), random);
        List<String> names = names(object);
        object.put(names.isEmpty() ? "form" : pick(names, random), "\u0001");
        return whole.body(body.toString().replace("\"\\u0001\"", value));
    }

    private static Attempt withoutMember(Attempt whole, Random random) {
        JsonNode body = json(whole).deepCopy();
        ObjectNode object = pick(objects(body), random);
        List<String> names = names(object);
        if (!names.isEmpty()) {
            object.remove(pick(names, random));
        }
        return whole.body(body.toString()).spoiled("a member less");
    }

    private static Attempt moreMember(Attempt whole, Random random) {
        JsonNode body = json(whole).deepCopy();
        pick(objects(body), random)
                .put(pick(List.of("class", "@type", "", "__proto__", "多余", "id", "form"), random), "x");
        return whole.body(body.toString()).spoiled("a member more");
    }

    private static Attempt memberTwice(Attempt whole, Random random) {
        String body = text(whole);
        List<String> names = names((ObjectNode) json(whole));
        String name = names.isEmpty() ? "form" : pick(names, random);
        return whole.body(body.substring(0, body.length() - 1) + ",\"" + name + "\":{},\"" + name + "\":1}")
                .spoiled("duplicate member");
    }

    private static Attempt truncated(Attempt whole, Random random) {
        byte[] body = whole.body();
        return whole.body(java.util.Arrays.copyOf(body, random.nextInt(body.length)))
                .spoiled("truncated");
    }

    private static Attempt oneByteOff(Attempt whole, Random random) {
        byte[] body = whole.body().clone();
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        return whole.body(body).spoiled("a byte changed");
    }

    private static Attempt anotherDocument(Attempt whole, Random random) {
        String other = pick(
                List.of("", " ", "null", "[]", "[{}]", "\"text\"", "1", "true", "{", "}", "{}{}", "{}]", "<a/>", "a=b"),
                random);
        return whole.body(other).spoiled("body " + other);
    }

    private static Attempt lengthened(Attempt whole, Random random) {
        int length = random.nextInt(40) == 0 ? 2_200_000 : pick(List.of(300, 5_000, 70_000), random);
        String sign = pick(List.of("a", "质", "\\\\", "9"), random);
        String value = "9".equals(sign) ? "9".repeat(length) : "\"" + sign.repeat(length / sign.length()) + "\"";
        return replaced(whole, random, value).spoiled("value of " + length);
    }

    private static Attempt deep(Attempt whole, Random random) {
        int depth = pick(List.of(20, 100, 2_000, 30_000), random);
        String value = random.nextBoolean()
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
        return replaced(whole, random, value).spoiled("nested " + depth);
    }

    private static Attempt otherEncoding(Attempt whole, Random random) {
        String text = text(whole);
        return switch (random.nextInt(4)) {
            case 0 -> whole.body(text.getBytes(StandardCharsets.UTF_16)).spoiled("UTF-16");
            case 1 -> whole.body("\ufeff" + text).spoiled("byte order mark");
            case 2 -> whole.body(text.getBytes(StandardCharsets.ISO_8859_1)).spoiled("Latin-1");
            default -> {
                byte[] bytes = replaced(whole, random, "\"~~\"").body();
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = bytes[i] == '~' ? (byte) 0xC0 : bytes[i];
                }
                yield whole.body(bytes).spoiled("no UTF-8");
            }
        };
    }

    private static Attempt compressed(Attempt whole, Random random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(random.nextInt(10) == 0 ? new byte[5 << 20] : whole.body());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        Attempt packed = random.nextInt(3) == 0 ? whole : whole.body(bytes.toByteArray());
        return packed.with("Content-Encoding", pick(List.of("gzip", "deflate", "br", "x,y"), random))
                .spoiled("compressed");
    }

    private static Attempt otherType(Attempt whole, Random random) {
        String type = pick(
                List.of(
                        "text/plain",
                        "application/xml",
                        "application/x-www-form-urlencoded",
                        "multipart/form-data",
                        "multipart/form-data; boundary=b",
                        "multipart/mixed; boundary=\"\"",
                        "application/json; charset=gibberish",
                        "application/json; charset=",
                        "application/json; charset=GBK",
                        "application/problem+json",
                        "application/octet-stream",
                        "json",
                        "/",
                        "*/*",
                        "a/b/c",
                        "application/json,text/plain",
                        ";",
                        "application/json; =; \"",
                        "ä/ö"),
                random);
        return whole.with("Content-Type", type).spoiled("type " + type);
    }

    private static String text(Attempt attempt) {
        return new String(attempt.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(Attempt attempt) {
        try {
            return MalformedRequests.MAPPER.readTree(attempt.body());
        } catch (IOException notWhole) {
            throw new UncheckedIOException(notWhole);
        }
    }

    /** All objects in a body, the body itself first. */
    private static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> found = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            found.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(inside -> found.addAll(objects(inside)));
        }
        return found;
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
