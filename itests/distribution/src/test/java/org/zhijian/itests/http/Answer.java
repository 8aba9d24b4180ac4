package org.zhijian.itests.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the server answered.
 *
 * @param request the call, for messages of failed tests
 */
public record Answer(String request, int status, String contentType, HttpResponse<byte[]> response) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Answer of(String request, HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("content-type").orElse("");
        return new Answer(request, response.statusCode(), type, response);
    }

    /** The same answer, if it has this status. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError(
                    "%s\nexpected %d, answered %d %s\n%s".formatted(request, expected, status, contentType, text()));
        }
        return this;
    }

    /** The body of a success. */
    public JsonNode ok() {
        if (status / 100 != 2) {
            expect(200);
        }
        return json();
    }

    public JsonNode json() {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(request + "\n" + text(), unreadable);
        }
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public boolean isProblem() {
        return contentType.startsWith("application/problem+json");
    }

    /** The code of a problem. */
    public String code() {
        return json().path("code").asText();
    }

    /** All texts that a problem tells people. */
    public List<String> messages() {
        JsonNode problem = json();
        Stream<String> violations = stream(problem.path("violations"))
                .map(node -> node.path("message").asText());
        return Stream.concat(Stream.of(problem.path("detail").asText()), violations)
                .distinct()
                .toList();
    }

    /** The items of a list. */
    public List<JsonNode> items() {
        return stream(ok().path("items")).toList();
    }

    public static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
