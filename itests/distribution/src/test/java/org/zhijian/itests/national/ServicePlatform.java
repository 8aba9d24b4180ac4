package org.zhijian.itests.national;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 国家政务服务平台 in small: whoever opens its page is the person that was last named here and is sent back with a ticket; for a ticket it tells,
 * once, whose it is. Thread-safe.
 */
public final class ServicePlatform implements AutoCloseable {
    private static final Pattern STATE = Pattern.compile("state=([A-Za-z0-9_-]+)");
    private static final Pattern TICKET = Pattern.compile("\"ticket\":\"([^\"]+)\"");

    private final Map<String, String> identities = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile String person = "{}";
    private volatile String portal = "";

    public ServicePlatform() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/login", this::login);
        server.createContext("/identity", this::identity);
        server.start();
    }

    /** Tells a server that has not started yet where it is. */
    public ServicePlatform announceTo(Path data) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            Path etc = Files.createDirectories(data.resolve("etc"));
            Files.writeString(
                    etc.resolve("org.zhijian.platform-national.cfg"),
                    "jurisdiction = national-supervisor\nsignInUrl = " + address
                            + "/login?state={state}\nidentityUrl = " + address
                            + "/identity\nagencyId = zhijian\nsecret = only-for-tests\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    /** Where people are sent back to. */
    public void sendsBackTo(String address) {
        portal = address;
    }

    /** Whoever opens its page now is this person. */
    public ServicePlatform knows(String openId, String name, String idNumber, String mobile) {
        person = "{\"openId\":\"%s\",\"name\":\"%s\",\"idNo\":\"%s\",\"mobile\":\"%s\"}"
                .formatted(openId, name, idNumber, mobile);
        return this;
    }

    /** A ticket of the person it knows now. */
    public String ticket() {
        String ticket = UUID.randomUUID().toString();
        identities.put(ticket, person);
        return ticket;
    }

    private void login(HttpExchange exchange) throws IOException {
        Matcher state = STATE.matcher(exchange.getRequestURI().getRawQuery());
        String back = portal + "?ticket=" + ticket() + "&state=" + (state.find() ? state.group(1) : "");
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void identity(HttpExchange exchange) throws IOException {
        Matcher ticket = TICKET.matcher(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean signed = exchange.getRequestHeaders().getFirst("X-Signature") != null;
        String identity = signed && ticket.find() ? identities.remove(ticket.group(1)) : null;
        if (identity == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            byte[] body = identity.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
