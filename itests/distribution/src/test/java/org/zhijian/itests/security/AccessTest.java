package org.zhijian.itests.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;

/** Who is answered how by which endpoint: the table {@code access.txt} has a row for every one of them, and every row is asserted. */
@Tag("derby")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private Scene scene;
    private List<Endpoint> endpoints;
    private List<Row> table;

    /**
     * A row of the table.
     *
     * @param statuses expected, by the roles of the scene in their order
     * @param body blank for an empty object where the endpoint takes one
     */
    private record Row(String method, String template, List<Integer> statuses, String body) {
        static Row parse(String line) {
            String[] halves = line.split("\\|", 2);
            String[] words = halves[0].strip().split("\\s+");
            List<Integer> statuses = new ArrayList<>();
            for (int i = 2; i < words.length; i++) {
                statuses.add(Integer.valueOf(words[i]));
            }
            return new Row(words[0], words[1], statuses, halves.length > 1 ? halves[1].strip() : "");
        }

        String line() {
            String numbers = statuses.stream().map(String::valueOf).collect(Collectors.joining(" "));
            return "%-6s %-92s %s%s".formatted(method, template, numbers, body.isEmpty() ? "" : " | " + body);
        }
    }

    @BeforeAll
    void start() throws IOException {
        scene = new Scene();
        endpoints = Endpoint.of(scene.server.nobody().get("/api/openapi.json").ok());
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(AccessTest.class.getResourceAsStream("access.txt"), StandardCharsets.UTF_8))) {
            table = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::parse)
                    .toList();
        }
    }

    @AfterAll
    void stop() {
        scene.close();
    }

    @Test
    void every_endpoint_has_a_row_and_answers_each_role_as_it_says() {
        List<String> wrong = new ArrayList<>();
        for (Row row : table) {
            Row actual = ask(row);
            if (!actual.statuses().equals(row.statuses())) {
                wrong.add("expected " + row.line() + "\nanswered " + actual.line());
            }
        }
        endpoints.stream()
                .filter(endpoint ->
                        table.stream().noneMatch(row -> endpoint.isCaseOf(row.method(), row.template())))
                .map(endpoint -> ask(new Row(endpoint.method(), endpoint.path(), List.of(), "")))
                .forEach(actual -> wrong.add("no row for\n         " + actual.line()));
        table.stream()
                .filter(row -> endpoints.stream()
                        .noneMatch(endpoint -> endpoint.isCaseOf(row.method(), row.template())))
                .forEach(row -> wrong.add("no endpoint for " + row.line()));
        assertThat(wrong)
                .as("access.txt; roles: %s\n%s", scene.roles.keySet(), String.join("\n", wrong))
                .isEmpty();
    }

    private Row ask(Row row) {
        List<Integer> statuses = new ArrayList<>();
        for (Api api : scene.roles.values()) {
            Answer answer = send(api, row);
            statuses.add(answer.status());
            if (answer.status() >= 400) {
                assertThat(answer.isProblem()).as(answer.request() + "\n" + answer.text()).isTrue();
                assertThat(answer.json().path("traceId").asText()).isNotBlank();
            }
        }
        return new Row(row.method(), row.template(), statuses, row.body());
    }

    private Answer send(Api api, Row row) {
        Endpoint endpoint = endpoints.stream()
                .filter(one -> one.isCaseOf(row.method(), row.template()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no endpoint for " + row.line()));
        String address = scene.address(row.template());
        if (endpoint.isMultipart()) {
            return api.upload(address, "none", Scan.named("a.png"));
        }
        return endpoint.hasBody()
                ? api.send(row.method(), address, "application/json", row.body().isEmpty() ? "{}" : row.body())
                : api.send(row.method(), address, null, "");
    }
}
