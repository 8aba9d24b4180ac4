package org.zhijian.itests.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * An operation of the OpenAPI document.
 *
 * @param path with its parameters in braces
 * @param statuses the documented ones
 */
record Endpoint(String method, String path, JsonNode operation, Set<Integer> statuses) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    static List<Endpoint> of(JsonNode document) {
        List<Endpoint> endpoints = new ArrayList<>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        Set<Integer> statuses = new TreeSet<>();
                        operation
                                .getValue()
                                .path("responses")
                                .fieldNames()
                                .forEachRemaining(status -> statuses.add(Integer.parseInt(status)));
                        endpoints.add(new Endpoint(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue(),
                                statuses));
                    }
                }));
        return endpoints;
    }

    /** True if this one's path is the other's with some parameters filled in, as the paths typed by procedure are. */
    boolean isCaseOf(String otherMethod, String template) {
        String[] mine = path.split("/");
        String[] others = template.split("/");
        if (!method.equals(otherMethod) || mine.length != others.length) {
            return false;
        }
        for (int i = 0; i < mine.length; i++) {
            if (!others[i].startsWith("{") && !others[i].equals(mine[i])) {
                return false;
            }
        }
        return true;
    }

    boolean isMultipart() {
        return operation.path("requestBody").path("content").has("multipart/form-data");
    }

    boolean hasBody() {
        return operation.has("requestBody");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
