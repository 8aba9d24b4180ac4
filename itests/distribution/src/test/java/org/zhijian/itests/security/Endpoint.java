package org.zhijian.itests.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * An operation of the OpenAPI document.
 *
 * @param path with its parameters in braces
 */
record Endpoint(String method, String path, JsonNode operation) {
    private static final Set<String> MEMBERS_OF_PATHS = Set.of("parameters", "summary", "description", "servers");

    static List<Endpoint> of(JsonNode document) {
        List<Endpoint> endpoints = new ArrayList<>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    if (!MEMBERS_OF_PATHS.contains(operation.getKey())) {
                        endpoints.add(new Endpoint(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()));
                    }
                }));
        return endpoints;
    }

    /** True if it is for those alone who have signed in. */
    boolean isClosed() {
        return !operation.path("security").isEmpty();
    }

    boolean hasJsonBody() {
        return content().has("application/json");
    }

    boolean hasMultipartBody() {
        return content().has("multipart/form-data");
    }

    /** The schema of its body; missing if it has none. */
    JsonNode bodySchema() {
        return content()
                .path(hasJsonBody() ? "application/json" : "multipart/form-data")
                .path("schema");
    }

    private JsonNode content() {
        return operation.path("requestBody").path("content");
    }

    /** The names of its query parameters. */
    List<String> queries() {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    /** The statuses that the document tells of. */
    Set<Integer> statuses() {
        return StreamSupport.stream(
                        ((Iterable<String>) () -> operation.path("responses").fieldNames()).spliterator(), false)
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    /** An address of it, with ids of nothing in the places of its parameters. */
    String address() {
        return path.replace("{n}", "1").replaceAll("\\{\\w+}", "00000000-0000-0000-0000-000000000000");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
