package org.zhijian.itests.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An operation of the OpenAPI document.
 *
 * @param path with its parameters in braces
 */
record Endpoint(String method, String path, JsonNode operation) {

    static List<Endpoint> of(JsonNode document) {
        List<Endpoint> endpoints = new ArrayList<>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(operation -> endpoints.add(new Endpoint(
                        operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return endpoints;
    }

    /** True if it is for those alone who have signed in. */
    boolean isClosed() {
        return !operation.path("security").isEmpty();
    }

    boolean hasJsonBody() {
        return operation.path("requestBody").path("content").has("application/json");
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
