package org.zhijian.itests.security;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Wire;
import org.zhijian.itests.http.Wire.Reply;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/**
 * Ten thousand malformed requests, made from the OpenAPI document: none is a fault of ours, every refusal is a problem in the words of the
 * house, and every status is one that the document tells of. The seed is printed; {@code -Dzhijian.seed} sets it, {@code
 * -Dzhijian.malformed} the number. The log is looked at when the server ends.
 */
@Tag("derby")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedRequestsTest {
    private static final int REQUESTS = Integer.getInteger("zhijian.malformed", 10_000);
    private static final int CALLERS = 8;
    private static final String FORGED = "Bearer forged";
    private static final int SHOWN = 4;
    private static final int SHOWN_OF_BODY = 300;
    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]");
    private static final Pattern INSIDES = Pattern.compile(
            "Exception|Error:|\\tat |org\\.zhijian|java\\.|jakarta\\.|org\\.apache|jetty", Pattern.CASE_INSENSITIVE);

    private Server server;

    @BeforeAll
    void start() {
        server = Server.demo(Database.DERBY);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void ten_thousand_malformed_requests_are_refused_in_the_words_of_the_house() throws Exception {
        long seed = Long.getLong("zhijian.seed", System.nanoTime());
        System.out.println("malformed requests: -Dzhijian.seed=" + seed);
        List<String> tokens = tokens();
        MalformedRequests requests =
                new MalformedRequests(server.nobody().get("/api/openapi.json").ok(), tokens, ids(), seed);

        Instant begun = Instant.now();
        AtomicInteger next = new AtomicInteger();
        Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
        ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                String from = "127.0.1." + (caller + 1);
                running.add(callers.submit(() -> call(from, requests, next, statuses, faults)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            callers.shutdownNow();
        }
        System.out.println(REQUESTS + " malformed requests in "
                + Duration.between(begun, Instant.now()).toSeconds() + " s: " + statuses);
        Map<String, List<String>> kinds =
                faults.stream().collect(groupingBy(fault -> fault.split(" — ")[0], TreeMap::new, toList()));
        assertThat(kinds.entrySet().stream()
                        .map(kind -> kind.getValue().size() + " × "
                                + String.join(
                                        "\n    ",
                                        kind.getValue()
                                                .subList(
                                                        0,
                                                        Math.min(
                                                                SHOWN,
                                                                kind.getValue().size()))))
                        .collect(joining("\n")))
                .as("%d faults in %d requests, seed %d", faults.size(), REQUESTS, seed)
                .isEmpty();
        assertThat(tokens).as("every session goes on").allSatisfy(this::isAlive);
        assertThat(statuses.keySet()).contains(400, 401, 403, 404, 405, 406, 413, 415, 422);
    }

    private void call(
            String from,
            MalformedRequests requests,
            AtomicInteger next,
            Map<Integer, AtomicInteger> statuses,
            ConcurrentLinkedQueue<String> faults) {
        try (Wire wire = new Wire(URI.create(server.address()).getPort(), from)) {
            for (int number = next.getAndIncrement(); number < REQUESTS; number = next.getAndIncrement()) {
                Attempt attempt = requests.get(number);
                try {
                    Reply reply = wire.send(attempt.bytes(), attempt.method().equals("HEAD"));
                    statuses.computeIfAbsent(reply.status(), status -> new AtomicInteger())
                            .incrementAndGet();
                    problems(attempt, reply)
                            .forEach(fault -> faults.add(fault + " " + reply.status() + " — " + attempt + "\n"
                                    + reply.text()
                                            .substring(0, Math.min(reply.text().length(), SHOWN_OF_BODY))
                                            .replaceAll("\\s+", " ")));
                } catch (IOException unanswered) {
                    faults.add("no answer (" + unanswered.getMessage() + ") — " + attempt);
                }
            }
        }
    }

    /** What is wrong with an answer. */
    private static Stream<String> problems(Attempt attempt, Reply reply) {
        Map<String, Boolean> asked = new TreeMap<>();
        boolean refused = reply.status() >= 400;
        // Jetty answers TRACE, which nobody here serves, with the bare status.
        boolean readable = !List.of("HEAD", "TRACE").contains(attempt.method());
        boolean busy = reply.status() == 503 || reply.status() == 429;
        asked.put("a fault of ours", reply.status() < 500 || reply.status() == 503);
        asked.put("no Retry-After", !busy || reply.header("retry-after").matches("\\d+"));
        asked.put(
                "a status that the document does not tell of",
                !attempt.aimed() || attempt.endpoint().statuses().contains(reply.status()));
        asked.put(
                "shows its insides", !refused || !INSIDES.matcher(reply.text()).find());
        // An address may climb out of the interface: then the portal answers, with a page.
        boolean climbs = attempt.target().split("[?]")[0].contains("/../");
        asked.put("no problem in the words of the house", !refused || !readable || climbs || isProblem(reply));
        asked.put("injected", reply.header("x-injected").isEmpty());
        return asked.entrySet().stream().filter(entry -> !entry.getValue()).map(Map.Entry::getKey);
    }

    private static boolean isProblem(Reply reply) {
        if (!reply.header("content-type").startsWith("application/problem+json")) {
            return false;
        }
        try {
            JsonNode problem = MalformedRequests.MAPPER.readTree(reply.body());
            return problem.path("status").asInt() == reply.status()
                    && !problem.path("traceId").asText().isBlank()
                    && !problem.path("code").asText().isBlank()
                    && CHINESE.matcher(problem.path("detail").asText()).find();
        } catch (IOException noJson) {
            return false;
        }
    }

    private List<String> tokens() {
        Stream<Api> callers = Stream.concat(
                Stream.of("j1", "j2", "js-city-3201", "js-prov", "admin").map(server::as),
                Stream.of(server.nobody().asAgency()));
        return Stream.concat(Stream.of("", FORGED), callers.map(caller -> caller.header("Authorization")))
                .toList();
    }

    private void isAlive(String token) {
        if (!token.isBlank() && !token.equals(FORGED)) {
            server.nobody().with("Authorization", token).get("/api/v1/me").expect(200);
        }
    }

    /** So that requests come deeper than to the first look for something that is not there. */
    private Map<String, List<String>> ids() {
        String draft = server.as("j1")
                .start("personnel-transfer", Map.of())
                .expect(201)
                .json()
                .path("id")
                .asText();
        String certificate = server.as("js-prov")
                .records("certificates", "")
                .get(0)
                .path("key")
                .asText();
        // Its account may well be disabled on the way; that of the agency that calls must not.
        server.as("admin")
                .post("/api/v1/admin/agencies", Map.of("clientId", "second-agency", "name", "第二接入方"))
                .expect(201);
        return Map.of(
                "jurisdiction", List.of(Api.JURISDICTION),
                "procedure", List.of("personnel-transfer", "staff-filing"),
                "register", List.of("certificates"),
                "key", List.of(Api.encode(certificate)),
                "field", List.of("personId", "receivingOrgId"),
                "n", List.of("1"),
                "day", List.of("2026-12-01"),
                "year", List.of("2026"),
                "clientId", List.of("second-agency"),
                "cases.id", List.of(draft));
    }
}
