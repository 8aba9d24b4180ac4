package org.zhijian.itests.security;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.jiangsu.Member;
import org.zhijian.itests.jiangsu.Transfer;
import org.zhijian.itests.server.Server;

/** The objects that rows of the table speak of, by name: what stands in the places of a path's parameters. One that begins with “a new” is made for each call. */
final class Targets {
    private static final String NOTHING = "00000000-0000-0000-0000-000000000000";
    private static final String V1 = "/api/v1/";

    private final Server server;
    private final AtomicInteger accounts = new AtomicInteger();
    private Transfer transfer;
    private Transfer received;
    private final Map<String, Supplier<Map<String, String>>> makers = new HashMap<>();
    private final Map<String, Map<String, String>> made = new ConcurrentHashMap<>();

    Targets(Server server) {
        this.server = server;
        makers.put("", Map::of);
        makers.put("nothing", Map::of);
        makers.put("a draft of j1", () -> Map.of("id", draft()));
        makers.put("a new draft of j1", () -> Map.of("id", draft()));
        makers.put("j1's case at j3", () -> Map.of("id", transfer().caseId()));
        makers.put(
                "j3's task",
                () -> Map.of("id", server.as("j3").taskOf(transfer().caseId())));
        makers.put("j2's case at the city", () -> Map.of("id", received().caseId()));
        makers.put(
                "the city's task",
                () -> Map.of("id", server.as("js-city-3201").taskOf(received().caseId())));
        makers.put("a certificate of j1", () -> Map.of("register", "certificates", "key", Api.encode(certificate())));
        makers.put("a new account", () -> Map.of("id", newAccount()));
        makers.put("a new notice of the city", () -> Map.of("id", notice()));
        makers.put("another jurisdiction", () -> Map.of("jurisdiction", "nowhere"));
        makers.put("j1's account", () -> Map.of("id", account("j1")));
        makers.put("the city's notice", () -> Map.of("id", notice()));
        makers.put("j3's message", () -> Map.of("id", message()));
        makers.put(
                "the agency",
                () -> Map.of("client", "demo-agency", "clientId", "demo-agency", "register", "print-jobs"));
    }

    /** Parameters of paths, encoded. */
    Map<String, String> of(String name, String portal) {
        Supplier<Map<String, String>> maker = makers.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("no such target: " + name);
        }
        Map<String, String> values = new HashMap<>(Map.of(
                "jurisdiction", portal,
                "procedure", "personnel-transfer",
                "register", "certificates",
                "field", "personId",
                "act", "replace",
                "n", "1",
                "day", "2026-12-01",
                "year", "2026"));
        values.putAll(name.startsWith("a new ") ? maker.get() : made.computeIfAbsent(name, same -> maker.get()));
        return values;
    }

    /** The address of a path with these parameters; what has no value is an id of nothing. */
    static String address(String path, Map<String, String> values) {
        String address = path;
        for (Map.Entry<String, String> value : values.entrySet()) {
            address = address.replace("{" + value.getKey() + "}", value.getValue());
        }
        return address.replaceAll("\\{\\w+}", NOTHING);
    }

    private String draft() {
        String id = server.as("j1")
                .start("personnel-transfer", Map.of())
                .expect(201)
                .json()
                .path("id")
                .asText();
        server.as("j1").attach(id, "releaseProof", Scan.named("1.jpg")).expect(201);
        return id;
    }

    private Transfer transfer() {
        if (transfer == null) {
            transfer = Transfer.submitted(server, Member.J1, "韩示双", Member.J3, "MATERIAL");
        }
        return transfer;
    }

    private Transfer received() {
        if (received == null) {
            received = Transfer.submitted(server, Member.J2, "杨样单", Member.J6, "MATERIAL")
                    .receive();
        }
        return received;
    }

    private String certificate() {
        return server.as("j1").records("certificates", "").get(0).path("key").asText();
    }

    private String account(String loginName) {
        return server.as(loginName).get(V1 + "me").ok().path("accountId").asText();
    }

    private String newAccount() {
        Map<String, Object> command = Map.of(
                "loginName", "officer-" + accounts.incrementAndGet(), "name", "示员", "offices", List.of("js-city-3204"));
        return server.as("js-prov")
                .post(V1 + "jurisdictions/" + Api.JURISDICTION + "/administration/accounts", command)
                .expect(201)
                .json()
                .path("account")
                .path("id")
                .asText();
    }

    private String notice() {
        return server.as("js-city-3201")
                .post(V1 + "jurisdictions/" + Api.JURISDICTION + "/announcements", Map.of("title", "通知", "body", "正文"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private String message() {
        transfer();
        List<JsonNode> messages = await("a message to j3")
                .until(() -> server.as("j3").get(V1 + "messages").items(), found -> !found.isEmpty());
        return messages.get(0).path("id").asText();
    }
}
