package org.zhijian.itests.security;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.server.Server;

/**
 * Who calls: {@code nobody}, {@code ended} (with the token of a session that is over), {@code newcomer} (who has to change the password first),
 * {@code agency}, {@code admin}, or a login name of the demonstration, with {@code @} and a portal where it is not the table's.
 */
final class Callers {
    private static final Set<String> SPECIAL = Set.of("nobody", "ended", "newcomer", "agency");

    private final Server server;
    private final AtomicInteger newcomers = new AtomicInteger();
    private final Map<String, Optional<String>> authorizations = new ConcurrentHashMap<>();

    Callers(Server server) {
        this.server = server;
    }

    /** What the caller sends as {@code Authorization}, the same each time; empty if nothing. */
    Optional<String> authorization(String portal, String caller) {
        String name = caller.contains("@") ? caller : caller + "@" + portal;
        return name.endsWith("@" + Api.JURISDICTION) && !SPECIAL.contains(caller.split("@")[0])
                // An officer has one session at a time: the one in which objects are made is the one that asks.
                ? Optional.of(server.as(name.split("@")[0]).header("Authorization"))
                : authorizations.computeIfAbsent(name, who -> fresh(portal, caller));
    }

    /** The same of a session of its own. */
    Optional<String> fresh(String portal, String caller) {
        String[] parts = caller.split("@");
        return switch (parts[0]) {
            case "nobody" -> Optional.empty();
            case "ended" -> Optional.of(ended(parts.length > 1 ? parts[1] : portal));
            case "newcomer" -> Optional.of(newcomer(portal));
            case "agency" -> Optional.of(server.nobody().asAgency().header("Authorization"));
            default ->
                Optional.of(server.nobody()
                        .signIn(parts.length > 1 ? parts[1] : portal, parts[0], Api.PASSWORD)
                        .header("Authorization"));
        };
    }

    private String ended(String portal) {
        Api somebody = server.nobody().signIn(portal, "j1", Api.PASSWORD);
        somebody.delete("/api/v1/auth/token").expect(204);
        return somebody.header("Authorization");
    }

    private String newcomer(String portal) {
        String loginName = "newcomer-" + newcomers.incrementAndGet();
        Map<String, Object> command = Map.of("loginName", loginName, "name", "新示员", "offices", List.of("js-city-3201"));
        String password = server.as("js-prov")
                .post("/api/v1/jurisdictions/" + portal + "/administration/accounts", command)
                .expect(201)
                .json()
                .path("initialPassword")
                .asText();
        return server.nobody().signIn(portal, loginName, password).header("Authorization");
    }

    int port() {
        return URI.create(server.address()).getPort();
    }
}
