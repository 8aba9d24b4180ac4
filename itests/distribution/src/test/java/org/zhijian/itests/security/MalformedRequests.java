package org.zhijian.itests.security;

import static org.zhijian.itests.security.SpoiledJson.pick;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.BiFunction;

/** Requests that no honest client sends, made from the OpenAPI document by chance: each starts from a whole one, which is spoiled in one way or two. */
final class MalformedRequests {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String BOUNDARY = "part-of-a-form";

    /** Values of query parameters and pieces of paths, as they stand in an address. */
    private static final List<String> ODD = List.of(
            "",
            "-1",
            "0",
            "101",
            "99999999999999999999",
            "1e3",
            "x",
            "null",
            "%20",
            "%00",
            "a%00b",
            "%ff",
            "%C0%AF",
            "%ED%A0%80",
            "%zz",
            "%",
            "%0d%0aX-Injected:%201",
            "%F0%9F%8F%97",
            "%E8%B4%A8%E7%9B%91",
            "%25%5f%5c",
            "'%20or%20'1'='1",
            "%27;--",
            "${7*7}",
            "%3Cscript%3E",
            "2026-02-30",
            "2026-1-1",
            "999999999-12-31",
            "-999999999-01-01",
            "%2B99999-01-01",
            "2026-11-23T09:00:00Z",
            "eyJhIjoxfQ",
            "AAAAAAAA",
            "../../x",
            "..%2f..%2fetc%2fpasswd",
            "%2e%2e%2f%2e%2e",
            "..;/x",
            ";a=b",
            "%5c..%5c",
            "*",
            "~",
            "a/b",
            "//",
            "a,b,c",
            "NONE",
            "true");

    private static final List<String> METHODS =
            List.of("HEAD", "OPTIONS", "PATCH", "PUT", "DELETE", "POST", "GET", "TRACE", "PROPFIND", "get", "BREW");

    private static final List<Map.Entry<String, String>> HEADERS = List.of(
            Map.entry("Accept", "application/xml"),
            Map.entry("Accept", "image/png;q=0"),
            Map.entry("Accept", "json"),
            Map.entry("Accept", ";;;,"),
            Map.entry("Accept", "application/json;q=x"),
            Map.entry("Accept-Encoding", "identity;q=0"),
            Map.entry("Accept-Language", "xx-yy-zz-*-;q=9"),
            Map.entry("Accept-Charset", "gibberish"),
            Map.entry("Authorization", "Bearer"),
            Map.entry("Authorization", "Bearer  two words"),
            Map.entry("Authorization", "Basic YTpi"),
            Map.entry("Authorization", "Digest \"\""),
            Map.entry("Authorization", "Bearer 质监"),
            Map.entry("Authorization", "Bearer " + "a".repeat(6000)),
            Map.entry("Idempotency-Key", ""),
            Map.entry("Idempotency-Key", "质监"),
            Map.entry("Idempotency-Key", "k".repeat(5000)),
            Map.entry("Idempotency-Key", "a\tb"),
            Map.entry("X-HTTP-Method-Override", "DELETE"),
            Map.entry("X-Forwarded-For", "999.1.1.1, <script>"),
            Map.entry("X-Forwarded-Proto", "gopher"),
            Map.entry("X-Forwarded-Host", "evil.example"),
            Map.entry("Forwarded", "for=\"[::1\";proto=;"),
            Map.entry("Host", "evil.example:99999"),
            Map.entry("Host", ""),
            Map.entry("Host", "a b"),
            Map.entry("Range", "bytes=9-1,-"),
            Map.entry("If-None-Match", "\"\""),
            Map.entry("If-Modified-Since", "yesterday"),
            Map.entry("If-Match", "*"),
            Map.entry("Cookie", "JSESSIONID=../../x; =;;\u0001"),
            Map.entry("Expect", "100-continue"),
            Map.entry("Expect", "the-unexpected"),
            Map.entry("Content-Language", "~"),
            Map.entry("Content-Disposition", "attachment; filename=\""),
            Map.entry("Origin", "null"),
            Map.entry("X-Qr-Secret", "\u00ff"),
            Map.entry("Upgrade", "websocket"),
            Map.entry("X-Long", "x".repeat(30_000)),
            Map.entry("Bad Name", "x"),
            Map.entry("Transfer-Encoding", "gibberish"));

    private static final List<BiFunction<Attempt, Random, Attempt>> ANYWHERE = List.of(
            MalformedRequests::oddQuery,
            MalformedRequests::oddQuery,
            MalformedRequests::oddPath,
            MalformedRequests::oddMethod,
            MalformedRequests::oddHeader);

    private final List<Endpoint> endpoints;
    private final SampleBody samples;
    private final List<String> tokens;
    private final Map<String, List<String>> ids;
    private final long seed;

    /**
     * @param tokens values of the header Authorization, one for each caller; blank for nobody
     * @param ids what stands in the place of parameters of paths, by name of the parameter or by {@code cases.id} for that of one kind
     */
    MalformedRequests(JsonNode document, List<String> tokens, Map<String, List<String>> ids, long seed) {
        this.endpoints = Endpoint.of(document);
        this.samples = new SampleBody(document);
        this.tokens = tokens;
        this.ids = ids;
        this.seed = seed;
    }

    /** The request of this number; always the same under the same seed and document. */
    Attempt get(int number) {
        // Neighbouring seeds alone would begin with much the same choices.
        Random random = new Random(new SplittableRandom(seed + number).nextLong());
        Endpoint endpoint = endpoints.get(number % endpoints.size());
        Attempt spoiled = spoil(whole(endpoint, random), random);
        if (random.nextInt(4) == 0) {
            Attempt twice = spoilAnywhere(spoiled, random);
            return twice.spoiled(spoiled.what() + ", " + twice.what());
        }
        return spoiled;
    }

    private Attempt whole(Endpoint endpoint, Random random) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json, application/problem+json, */*;q=0.5");
        String token = pick(tokens, random);
        // Not even by chance does a caller who is needed later end its session.
        if (!token.isBlank() && !endpoint.path().endsWith("/auth/token")) {
            headers.put("Authorization", token);
        }
        byte[] body = new byte[0];
        if (endpoint.hasJsonBody()) {
            headers.put("Content-Type", "application/json");
            body = samples.of(endpoint.bodySchema()).toString().getBytes(StandardCharsets.UTF_8);
        } else if (endpoint.hasMultipartBody()) {
            headers.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
            body = multipart(endpoint).getBytes(StandardCharsets.UTF_8);
        }
        return new Attempt("whole", endpoint, true, endpoint.method(), path(endpoint, random), headers, body);
    }

    private String path(Endpoint endpoint, Random random) {
        String[] parts = endpoint.path().split("/");
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("{")) {
                String name = parts[i].substring(1, parts[i].length() - 1);
                List<String> known = ids.getOrDefault(parts[i - 1] + "." + name, ids.getOrDefault(name, List.of()));
                parts[i] = known.isEmpty()
                        ? new UUID(random.nextLong(), random.nextLong()).toString()
                        : pick(known, random);
            }
        }
        return String.join("/", parts);
    }

    private static String multipart(Endpoint endpoint) {
        StringBuilder body = new StringBuilder();
        endpoint.bodySchema().path("properties").fieldNames().forEachRemaining(name -> body.append(
                        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append(name.equals("file") ? "\"; filename=\"1.jpg\"\r\n\r\n" : "\"\r\n\r\n")
                .append("releaseProof\r\n"));
        return body.append("--" + BOUNDARY + "--\r\n").toString();
    }

    private static Attempt spoil(Attempt whole, Random random) {
        boolean body = random.nextInt(3) > 0;
        if (body && whole.endpoint().hasJsonBody()) {
            return SpoiledJson.spoil(whole, random);
        }
        if (body && whole.endpoint().hasMultipartBody()) {
            return oddMultipart(whole, random);
        }
        return spoilAnywhere(whole, random);
    }

    private static Attempt spoilAnywhere(Attempt whole, Random random) {
        return pick(ANYWHERE, random).apply(whole, random);
    }

    private static Attempt oddQuery(Attempt whole, Random random) {
        List<String> names = new ArrayList<>(whole.endpoint().queries());
        names.addAll(List.of("limit", "cursor", "q", "nothing", "_method", "", "%ff", "a[]"));
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(pick(names, random))
                    .append(random.nextInt(10) == 0 ? "" : "=" + odd(random));
        }
        String joint = whole.target().contains("?") ? "&" : "?";
        return whole.at(whole.target() + joint + query, whole.aimed()).spoiled("query " + shortened(query.toString()));
    }

    private static Attempt oddPath(Attempt whole, Random random) {
        String[] parts = whole.target().split("/", -1);
        int at = 2 + random.nextInt(parts.length - 2);
        String piece = odd(random);
        parts[at] = random.nextBoolean() ? piece : parts[at] + piece;
        return whole.at(String.join("/", parts), false).spoiled("path " + shortened(piece));
    }

    private static String odd(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "a".repeat(pick(List.of(65, 300, 3_000, 7_000, 20_000), random));
            case 1 -> URLEncoder.encode("质".repeat(pick(List.of(100, 600), random)), StandardCharsets.UTF_8);
            default -> pick(ODD, random);
        };
    }

    private static Attempt oddMethod(Attempt whole, Random random) {
        String method = pick(METHODS, random);
        return whole.by(method).spoiled("method " + method);
    }

    private static Attempt oddHeader(Attempt whole, Random random) {
        var header = pick(HEADERS, random);
        return whole.with(header.getKey(), header.getValue())
                .spoiled("header " + header.getKey() + ": " + shortened(header.getValue()));
    }

    private static Attempt oddMultipart(Attempt whole, Random random) {
        String text = new String(whole.body(), StandardCharsets.UTF_8);
        String part = "--" + BOUNDARY + "\r\n";
        return switch (random.nextInt(12)) {
            case 0 -> whole.with("Content-Type", "multipart/form-data").spoiled("no boundary");
            case 1 ->
                whole.with("Content-Type", "multipart/form-data; boundary=other")
                        .spoiled("other boundary");
            case 2 ->
                whole.body(text.substring(0, random.nextInt(text.length()))).spoiled("truncated form");
            case 3 -> whole.body(text.replace("name=", "nom=")).spoiled("parts without names");
            case 4 -> whole.body(text.replace("1.jpg", "../../../x.jpg")).spoiled("file name that climbs");
            case 5 ->
                whole.body(text.replace("1.jpg", "a\u0000b" + "n".repeat(400))).spoiled("odd file name");
            case 6 -> whole.body(text.replace("filename", "filename*")).spoiled("odd parameter of a part");
            case 7 -> whole.body(part + text).spoiled("an empty part");
            case 8 -> whole.body(text.replace("\r\n", "\n")).spoiled("bare line feeds");
            case 9 ->
                whole.body(part + "X: " + "x".repeat(100_000) + "\r\n\r\nx\r\n" + text)
                        .spoiled("a long header of a part");
            case 10 ->
                whole.body(text.replace("form-data;", "form-data; name=\"slot\"; name=\"file\";"))
                        .spoiled("two names");
            default ->
                whole.body(text.replace(
                                "\r\n\r\n", "\r\nContent-Type: multipart/mixed; boundary=" + BOUNDARY + "\r\n\r\n"))
                        .spoiled("nested forms");
        };
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…(" + text.length() + ")";
    }
}
