package org.zhijian.itests.security;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.jiangsu.Member;
import org.zhijian.itests.jiangsu.Transfer;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/**
 * A demonstration of two jurisdictions with a transfer that waits for two cities, and one client for each role towards it. Roles stand in the
 * order of what they may do, the least first: whoever changes something does so after the others were refused.
 */
final class Scene implements AutoCloseable {
    private static final String ELSEWHERE = "sample";
    private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

    final Server server;
    final Map<String, Api> roles = new LinkedHashMap<>();
    final String caseId;
    final String taskId;
    final String person;
    final String certificate;

    Scene() {
        server = Server.demo(Database.DERBY);
        installSample();
        Transfer transfer = Transfer.submitted(server, Member.J1, "韩示双", Member.J3, "MATERIAL").receive();
        caseId = transfer.caseId();
        roles.put("nobody", server.nobody());
        roles.put("agency", agency());
        roles.put("operator", server.as("admin"));
        roles.put("elsewhere", elsewhere());
        roles.put("city", server.as("js-city-3202"));
        roles.put("other", server.as("j2"));
        roles.put("province", server.as("js-prov"));
        roles.put("chain", server.as("js-city-3201"));
        roles.put("party", server.as("j1"));
        taskId = roles.get("chain").taskOf(caseId);
        JsonNode record = roles.get("party").records("certificates", "").get(0);
        certificate = record.path("key").asText();
        person = record.path("person").asText();
    }

    private void installSample() {
        Path jar = Path.of(System.getProperty("zhijian.sample.jar"));
        try {
            Files.copy(jar, server.setup().data().resolve("deploy").resolve(jar.getFileName()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        await("the sample jurisdiction").atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).until(() -> server.nobody()
                .get("/api/v1/jurisdictions")
                .text()
                .contains("\"" + ELSEWHERE + "\""));
    }

    private Api agency() {
        Map<String, String> grant =
                Map.of("grant", "client_credentials", "clientId", "demo-agency", "clientSecret", Api.PASSWORD);
        return bearer(server.nobody().post("/api/v1/auth/token", grant));
    }

    private Api elsewhere() {
        return bearer(server.nobody()
                .post(
                        "/api/v1/auth/token",
                        Map.of("portal", ELSEWHERE, "loginName", "sa-window-east", "password", Api.PASSWORD)));
    }

    private Api bearer(Answer token) {
        return server.nobody()
                .with("Authorization", "Bearer " + token.ok().path("token").asText());
    }

    /** An address of the endpoint with what is there in the places of its parameters. */
    String address(String template) {
        StringBuilder address = new StringBuilder();
        String before = "";
        for (String segment : template.substring(1).split("/")) {
            address.append('/').append(segment.startsWith("{") ? Api.encode(value(before, segment)) : segment);
            before = segment;
        }
        return address.toString();
    }

    private String value(String before, String parameter) {
        return switch (parameter) {
            case "{jurisdiction}" -> Api.JURISDICTION;
            case "{procedure}" -> "personnel-transfer";
            case "{register}" -> "certificates";
            case "{key}" -> certificate;
            case "{n}" -> "1";
            case "{field}" -> "personId";
            default ->
                switch (before) {
                    case "cases" -> caseId;
                    case "tasks" -> taskId;
                    default -> UNKNOWN;
                };
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
