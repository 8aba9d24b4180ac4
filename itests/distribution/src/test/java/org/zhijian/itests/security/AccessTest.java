package org.zhijian.itests.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.http.Wire;
import org.zhijian.itests.security.AccessTable.Row;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/** Every operation of the OpenAPI document, asked by everybody: each is answered as the {@linkplain AccessTable table} says, and the table leaves out none. */
@Tag("derby")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private static final String OWN_SESSION = "a session of its own";

    private final List<Row> rows = AccessTable.rows();
    private final AtomicInteger addresses = new AtomicInteger();
    private Server server;
    private Map<String, Endpoint> endpoints;
    private SampleBody samples;
    private Callers callers;
    private Targets targets;

    @BeforeAll
    void start() {
        server = Server.demo(Database.DERBY);
        JsonNode document = server.nobody().get("/api/openapi.json").ok();
        endpoints = Endpoint.of(document).stream()
                .collect(Collectors.toMap(Endpoint::toString, endpoint -> endpoint, (one, same) -> one, TreeMap::new));
        samples = new SampleBody(document);
        callers = new Callers(server);
        targets = new Targets(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void the_table_knows_every_operation_and_no_other() {
        Set<String> known = rows.stream().map(Row::operation).collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> unknown = endpoints.keySet().stream()
                .filter(operation -> !known.contains(operation))
                .map(this::proposal)
                .toList();
        assertThat(String.join("\n", unknown))
                .as("operations without a row; what they answer now, to be judged and written down")
                .isEmpty();
        assertThat(known).as("rows without an operation").isSubsetOf(endpoints.keySet());
    }

    @TestFactory
    Stream<DynamicTest> everybody_is_answered_as_the_table_says() {
        return rows.stream()
                .filter(row -> endpoints.containsKey(row.operation()))
                .map(row -> DynamicTest.dynamicTest(
                        row.toString(), () -> assertThat(row.line(ask(row))).isEqualTo(row.line(row.statuses()))));
    }

    @Test
    void a_forged_token_is_worth_no_more_than_none() {
        Api forger = server.nobody().with("Authorization", "Bearer forged");
        assertThat(endpoints.values().stream().filter(Endpoint::isClosed))
                .hasSizeGreaterThan(40)
                .allSatisfy(endpoint -> {
                    Answer answer = endpoint.hasJsonBody()
                            ? forger.send(endpoint.method(), endpoint.address(), "application/json", "{}")
                            : forger.send(endpoint.method(), endpoint.address(), null, "");
                    answer.expect(401);
                    assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
                    assertThat(answer.json().path("traceId").asText()).isNotBlank();
                    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
                });
    }

    /** A row for an operation that has none, as a row of the same table would read. */
    private String proposal(String operation) {
        String[] parts = operation.split(" ");
        Row like = rows.stream()
                .filter(row -> parts[1].startsWith(row.under()))
                .max(Comparator.comparing(row -> row.under().length()))
                .orElseThrow();
        String target = parts[1].contains("{id}") ? "nothing" : "";
        Row row = new Row(like.portal(), like.under(), like.callers(), parts[0], parts[1], "", target, "", List.of());
        return row.line(ask(row));
    }

    /** What each caller is answered: those first who are to be refused, so that they find what others may change. */
    private List<Integer> ask(Row row) {
        List<String> asked = new ArrayList<>(row.callers());
        if (!row.statuses().isEmpty()) {
            asked.sort((one, other) -> Boolean.compare(succeeds(row, one), succeeds(row, other)));
        }
        Map<String, Integer> answered = asked.stream()
                .collect(Collectors.toMap(
                        caller -> caller, caller -> ask(row, caller), (a, b) -> a, LinkedHashMap::new));
        return row.callers().stream().map(answered::get).toList();
    }

    private static boolean succeeds(Row row, String caller) {
        return row.statuses().get(row.callers().indexOf(caller)) / 100 == 2;
    }

    private int ask(Row row, String caller) {
        Endpoint endpoint = endpoints.get(row.operation());
        boolean ownSession = row.target().equals(OWN_SESSION);
        Map<String, String> values = targets.of(ownSession ? "" : row.target(), row.portal());
        Optional<String> authorization =
                ownSession ? callers.fresh(row.portal(), caller) : callers.authorization(row.portal(), caller);
        Map<String, String> headers = new TreeMap<>(Map.of("Accept", "*/*"));
        authorization.ifPresent(token -> headers.put("Authorization", token));
        byte[] body = new byte[0];
        if (endpoint.hasJsonBody()) {
            headers.put("Content-Type", "application/json");
            String text =
                    row.body().isBlank() ? samples.of(endpoint.bodySchema()).toString() : row.body();
            body = text.getBytes(StandardCharsets.UTF_8);
        } else if (endpoint.hasMultipartBody()) {
            headers.put("Content-Type", "multipart/form-data; boundary=part");
            body = form(row.body().isBlank() ? "slot=none" : row.body());
        }
        String address = Targets.address(row.path(), values) + row.query();
        Attempt attempt = new Attempt("", endpoint, true, row.method(), address, headers, body);
        // Rates are held for each address: everybody comes from one of his own.
        int n = addresses.incrementAndGet();
        try (Wire wire =
                new Wire(callers.port(), "127." + (2 + n / 62_500) + "." + n / 250 % 250 + "." + (1 + n % 250))) {
            return wire.send(attempt.bytes(), row.method().equals("HEAD")).status();
        } catch (IOException broken) {
            throw new UncheckedIOException(row + " by " + caller, broken);
        }
    }

    /** A text, as {@code slot=releaseProof}, and a scan. */
    private static byte[] form(String part) {
        String[] named = part.split("=", 2);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String head = "--part\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n--part\r\n"
                        .formatted(named[0], named[1])
                + "Content-Disposition: form-data; name=\"file\"; filename=\"1.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Scan.named("1.jpg").content());
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
