package org.zhijian.itests.security;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to be sent as it stands.
 *
 * @param what how it is spoiled
 * @param endpoint the operation that it starts from
 * @param aimed whether it still reaches that operation: its method and path are whole
 * @param target path and query, encoded
 * @param headers besides host and length
 */
record Attempt(
        String what,
        Endpoint endpoint,
        boolean aimed,
        String method,
        String target,
        Map<String, String> headers,
        byte[] body) {

    Attempt spoiled(String how) {
        return new Attempt(how, endpoint, aimed, method, target, headers, body);
    }

    Attempt by(String otherMethod) {
        return new Attempt(what, endpoint, false, otherMethod, target, headers, body);
    }

    Attempt at(String otherTarget, boolean stillAimed) {
        return new Attempt(what, endpoint, stillAimed, method, otherTarget, headers, body);
    }

    Attempt with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Attempt(what, endpoint, aimed, method, target, more, body);
    }

    Attempt body(byte[] other) {
        return new Attempt(what, endpoint, aimed, method, target, headers, other);
    }

    Attempt body(String other) {
        return body(other.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes of the request. */
    byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        if (!headers.containsKey("Host")) {
            head.append("Host: 127.0.0.1\r\n");
        }
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body.length > 0 || endpoint.hasJsonBody() || endpoint.hasMultipartBody()) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    @Override
    public String toString() {
        return "%s (%s): %s %s".formatted(endpoint, what, method, target.substring(0, Math.min(160, target.length())));
    }
}
