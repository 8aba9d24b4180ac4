package org.zhijian.itests.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhijian.itests.http.Api;

/**
 * Ten thousand requests that make no sense: none is a fault of the server's, and every refusal is a problem that tells its code. The seed is
 * printed; {@code -Dzhijian.seed} sets it.
 */
@Tag("derby")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NonsenseTest {
    private static final int REQUESTS = 10_000;
    private static final int AT_ONCE = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is refused before it is known whom it was meant for, or because of the address alone. */
    private static final Set<Integer> BEFOREHAND = Set.of(400, 404, 405, 406, 413, 414, 415, 431, 501, 505);

    private Scene scene;
    private JsonNode document;
    private List<Endpoint> endpoints;
    private List<String> authorizations;
    private int port;

    /** An answer as it came over the wire. */
    private record Reply(int status, Map<String, String> headers, String body) {}

    @BeforeAll
    void start() {
        scene = new Scene();
        port = URI.create(scene.server.address()).getPort();
        document = scene.server.nobody().get("/api/openapi.json").ok();
        // A session that is ended would make all that follows a 401; public pages are rate-limited and would answer 429 alone.
        endpoints = Endpoint.of(document).stream()
                .filter(endpoint -> !endpoint.toString().matches("(DELETE|POST) /api/v1/auth/(token|session|sign-?out)"))
                .toList();
        authorizations = new ArrayList<>();
        for (Api api : scene.roles.values()) {
            authorizations.add(api.header("Authorization"));
        }
    }

    @AfterAll
    void stop() {
        scene.close();
    }

    @Test
    void nothing_that_a_caller_sends_is_a_fault_of_ours() throws Exception {
        long seed = Long.getLong("zhijian.seed", System.nanoTime());
        Map<String, Integer> seen = new ConcurrentSkipListMap<>();
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        long begun = System.nanoTime();
        try {
            List<Future<?>> lanes = new ArrayList<>();
            for (int lane = 0; lane < AT_ONCE; lane++) {
                Random random = new Random(seed + lane);
                lanes.add(threads.submit(() -> {
                    Nonsense nonsense = new Nonsense(random, document, endpoints, scene);
                    for (int i = 0; i < REQUESTS / AT_ONCE + 1 && wrong.size() < 20; i++) {
                        attempt(nonsense.next(), random, seen, wrong);
                    }
                    return null;
                }));
            }
            for (Future<?> lane : lanes) {
                lane.get();
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.printf(
                "%d requests, seed %d, %d s: %s%n",
                seen.values().stream().mapToInt(Integer::intValue).sum(),
                seed,
                (System.nanoTime() - begun) / 1_000_000_000,
                new TreeMap<>(seen));
        assertThat(wrong).as("seed %d\n%s", seed, String.join("\n\n", wrong)).isEmpty();
        assertThat(scene.server.nobody().isReady()).isTrue();
    }

    private void attempt(Nonsense.Request request, Random random, Map<String, Integer> seen, List<String> wrong)
            throws IOException {
        String authorization = authorizations.get(random.nextInt(authorizations.size()));
        if (random.nextInt(20) == 0) {
            authorization = List.of("Bearer ", "Basic YWRtaW46YWRtaW4=", "Bearer a b", "x", "Bearer \u00ff").get(random.nextInt(5));
        }
        int cut = random.nextInt(60) == 0 && request.body().length > 1 ? 1 + random.nextInt(request.body().length) : 0;
        Reply reply = send(request, authorization, cut);
        if (reply == null) {
            if (cut == 0) {
                wrong.add("no answer to " + request);
            }
            return;
        }
        seen.merge(String.valueOf(reply.status()), 1, Integer::sum);
        String fault = fault(request, reply);
        if (!fault.isEmpty()) {
            wrong.add(fault + "\n" + request + "\nanswered " + reply);
        }
    }

    /** What is wrong with the answer, blank if nothing. */
    private static String fault(Nonsense.Request request, Reply reply) throws IOException {
        int status = reply.status();
        boolean asDocumented = request.endpoint().statuses().contains(status);
        if (status >= 500 && status != 503 && status != 501 && status != 505) {
            return "a fault";
        }
        if (reply.body().contains("\tat ") || reply.body().contains("Exception")) {
            return "a stack trace";
        }
        boolean sameMethod = request.method().equals(request.endpoint().method());
        if (sameMethod && !asDocumented && !BEFOREHAND.contains(status) && status != 401) {
            return "an undocumented status";
        }
        if (status >= 400 && !request.method().equals("HEAD")) {
            String type = reply.headers().getOrDefault("content-type", "");
            if (!type.startsWith("application/problem+json")) {
                return "not a problem: " + type;
            }
            JsonNode problem = JSON.readTree(reply.body());
            if (problem.path("code").asText().isBlank() || problem.path("traceId").asText().isBlank()) {
                return "a problem without code or traceId";
            }
        }
        return "";
    }

    /**
     * Sends the bytes as they are: no client library would.
     *
     * @param cut how many bytes of the body are kept back
     * @return null if the connection was closed without an answer
     */
    private Reply send(Nonsense.Request request, String authorization, int cut) throws IOException {
        StringBuilder head = new StringBuilder()
                .append(request.method())
                .append(' ')
                .append(request.target())
                .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
        if (!authorization.isEmpty()) {
            head.append("Authorization: ").append(authorization).append("\r\n");
        }
        request.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (request.body().length > 0 || !request.method().equals("GET")) {
            head.append("Content-Length: ").append(request.body().length).append("\r\n");
        }
        head.append("\r\n");
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(40_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.toString().getBytes(StandardCharsets.UTF_8));
            out.write(request.body(), 0, request.body().length - cut);
            out.flush();
            if (cut > 0) {
                socket.shutdownOutput();
            }
            return read(socket.getInputStream().readAllBytes());
        } catch (SocketException reset) {
            return null;
        }
    }

    private static Reply read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return null;
        }
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(lines[i].substring(0, colon).toLowerCase(), lines[i].substring(colon + 1).strip());
        }
        String body = text.substring(end + 4);
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            body = unchunked(body);
        }
        return new Reply(Integer.parseInt(lines[0].split(" ")[1]), headers, body);
    }

    /** Good enough for problems, which come in few chunks of text. */
    private static String unchunked(String body) {
        return body.replaceAll("(?m)^[0-9a-fA-F]{1,6}\r\n", "").replace("\r\n", "");
    }
}
