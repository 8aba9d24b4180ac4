package org.zhijian.itests.jiangsu;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The print service, the post and the social-insurance office in one: speaks HTTP, and remembers the key of each push that it took. */
final class OtherAgencies implements AutoCloseable {
    private static final Map<String, String> ANSWERS = Map.of(
            "certificate-printing", "{}",
            "postal-waybill", "{\"state\":\"已妥投\",\"time\":\"2026-11-25T10:00:00+08:00\"}",
            "social-insurance", "{\"insured\":true}");

    private final HttpServer server;
    private final List<String> taken = new CopyOnWriteArrayList<>();

    OtherAgencies() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String channel = exchange.getRequestURI().getPath().substring(1);
        exchange.getRequestBody().readAllBytes();
        taken.add(channel + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        byte[] body = ANSWERS.get(channel).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Tells a server that has not started yet where they are. */
    void announceTo(Path data) {
        try {
            Path etc = Files.createDirectories(data.resolve("etc"));
            for (String channel : ANSWERS.keySet()) {
                Files.writeString(
                        etc.resolve("org.zhijian.channel-" + channel + ".cfg"),
                        "jurisdiction = jiangsu-testing\nchannel = " + channel + "\nurl = http://127.0.0.1:"
                                + server.getAddress().getPort() + "/" + channel + "\n");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The channel and key of each push, in the order in which they came. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() {
        server.stop(0);
        ((java.util.concurrent.ExecutorService) server.getExecutor()).shutdownNow();
    }
}
