package org.zhijian.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.zhijian.rest.http.TokenBuckets;

/** The contract over real HTTP on a free port of the loopback, with the fake core behind it, for all tests of a class. */
final class RunningRest implements BeforeAllCallback, AfterAllCallback {
    private static final ObjectMapper JSON = new ObjectMapper();

    final FakeCore core = new FakeCore();
    private final int burst;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Server jetty = new Server();
    private RestServer rest;
    private int port;

    RunningRest() {
        this(10_000);
    }

    /** @param burst how often the public may ask at once */
    RunningRest(int burst) {
        this.burst = burst;
    }

    /** An answer with its body read as text and, if it is one, as JSON. */
    record Answer(HttpResponse<byte[]> raw) {
        int status() {
            return raw.statusCode();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        String text() {
            return new String(raw.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(raw.body());
            } catch (IOException notJson) {
                throw new UncheckedIOException(text(), notJson);
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Services services = core.services();
        rest = new RestServer(services, new TokenBuckets(burst, 1, InstantSource.system()));
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        ServletContextHandler handler = new ServletContextHandler();
        handler.addServlet(new ServletHolder(rest.servlet()), "/api/*");
        handler.addServlet(new ServletHolder(new HealthServlet(services.installation())), "/health/*");
        handler.addServlet(new ServletHolder(new HealthServlet()), "/starting/*");
        jetty.setHandler(handler);
        jetty.start();
        port = connector.getLocalPort();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        jetty.stop();
        rest.close();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /** A request of somebody who has signed in. */
    HttpRequest.Builder signedIn(String path) {
        return request(path).header("Authorization", "Bearer good");
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    Answer get(String path) {
        return send(signedIn(path));
    }

    Answer post(String path, String json) {
        return send(signedIn(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** The status line that answers to these very bytes, for what no decent client sends. */
    String rawStatusLine(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            byte[] answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
