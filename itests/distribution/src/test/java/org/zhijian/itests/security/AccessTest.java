package org.zhijian.itests.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/** Every endpoint that the OpenAPI document closes is closed, whatever is sent to it. */
@Tag("derby")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private Server server;
    private List<Endpoint> closed;

    @BeforeAll
    void start() {
        server = Server.demo(Database.DERBY);
        closed = Endpoint.of(server.nobody().get("/api/openapi.json").ok()).stream()
                .filter(Endpoint::isClosed)
                .toList();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void nobody_is_asked_to_sign_in_by_every_closed_endpoint() {
        assertThat(closed).hasSizeGreaterThan(40).allSatisfy(endpoint -> isAskedToSignIn(server.nobody(), endpoint));
    }

    @Test
    void a_forged_token_is_worth_no_more_than_none() {
        Api forger = server.nobody().with("Authorization", "Bearer forged");
        assertThat(closed).allSatisfy(endpoint -> isAskedToSignIn(forger, endpoint));
    }

    private static void isAskedToSignIn(Api api, Endpoint endpoint) {
        Answer answer = endpoint.hasJsonBody()
                ? api.send(endpoint.method(), endpoint.address(), "application/json", "{}")
                : api.send(endpoint.method(), endpoint.address(), null, "");
        answer.expect(401);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.json().path("traceId").asText()).isNotBlank();
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
}
