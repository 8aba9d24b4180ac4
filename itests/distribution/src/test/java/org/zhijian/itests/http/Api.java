package org.zhijian.itests.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A client of the REST interface: one address, at most one token. */
public final class Api {
    public static final String JURISDICTION = "jiangsu-testing";
    public static final String PASSWORD = "Demo-2026!";

    private static final String V1 = "/api/v1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String address;
    private final String jurisdiction;
    private final Map<String, String> headers;

    /** A client that has not signed in. */
    public Api(String address) {
        this(address, JURISDICTION, Map.of("Accept", "application/json, application/problem+json, */*;q=0.5"));
    }

    private Api(String address, String jurisdiction, Map<String, String> headers) {
        this.address = address;
        this.jurisdiction = jurisdiction;
        this.headers = Map.copyOf(headers);
    }

    /** This client in another jurisdiction. */
    public Api in(String other) {
        return new Api(address, other, headers);
    }

    /** This client with one more header. */
    public Api with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(address, jurisdiction, more);
    }

    /** What this client sends as this header, blank if nothing. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** This client with an idempotency key. */
    public Api once(String key) {
        return with("Idempotency-Key", key);
    }

    /** This client with a fresh token. */
    public Api signIn(String loginName) {
        JsonNode token = post(
                        V1 + "/auth/token",
                        Map.of("portal", jurisdiction, "loginName", loginName, "password", PASSWORD))
                .ok();
        return bearing(token.path("token").asText());
    }

    /** This client with a token. */
    public Api bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** This client as the agency of the demonstration. */
    public Api asAgency() {
        JsonNode token = post(
                        V1 + "/auth/token",
                        Map.of("grant", "client_credentials", "clientId", "demo-agency", "clientSecret", PASSWORD))
                .ok();
        return with("Authorization", "Bearer " + token.path("token").asText());
    }

    /** This client with a fresh token of any region and password. */
    public Api signIn(String portal, String loginName, String password) {
        JsonNode token = token(portal, loginName, password).ok();
        return bearing(token.path("token").asText());
    }

    /** Asks for a token, whatever comes of it. */
    public Answer token(String portal, String loginName, String password) {
        return post(V1 + "/auth/token", Map.of("portal", portal, "loginName", loginName, "password", password));
    }

    /** True if the server says that it is ready; false also while nobody listens. */
    public boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            // The portal answers any path with a page before the REST interface is there.
            return Answer.of("GET /health/ready", response).contentType().contains("json")
                    && response.statusCode() == 200;
        } catch (IOException nobodyListens) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, HttpRequest.BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, HttpRequest.BodyPublishers.noBody());
    }

    public Answer post(String path) {
        return send("POST", path, null, HttpRequest.BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, "application/json", HttpRequest.BodyPublishers.ofString(json(body)));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, "application/json", HttpRequest.BodyPublishers.ofString(json(body)));
    }

    /** Any body under any media type. */
    public Answer send(String method, String path, String mediaType, String body) {
        return send(method, path, mediaType, HttpRequest.BodyPublishers.ofString(body));
    }

    /** Uploads a file into a slot, as a form with the parts {@code slot} and {@code file}. */
    public Answer upload(String path, String slot, Scan scan) {
        String boundary = "part-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, boundary, "name=\"slot\"", "text/plain; charset=UTF-8", slot.getBytes(StandardCharsets.UTF_8));
        part(body, boundary, "name=\"file\"; filename=\"" + scan.name() + "\"", scan.mediaType(), scan.content());
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return send(
                "POST",
                path,
                "multipart/form-data; boundary=" + boundary,
                HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    /** Sends a command as JSON in one part, and files in parts of their own. */
    public Answer upload(String path, String name, Object command, Map<String, Scan> files) {
        String boundary = "part-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(
                body,
                boundary,
                "name=\"" + name + "\"",
                "application/json",
                json(command).getBytes(StandardCharsets.UTF_8));
        files.forEach((slot, scan) -> part(
                body,
                boundary,
                "name=\"" + slot + "\"; filename=\"" + scan.name() + "\"",
                scan.mediaType(),
                scan.content()));
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return send(
                "POST",
                path,
                "multipart/form-data; boundary=" + boundary,
                HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static void part(
            ByteArrayOutputStream body, String boundary, String disposition, String mediaType, byte[] content) {
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: "
                + mediaType + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    // ---- the calls of the contract ---------------------------------------------------------------------------------

    /** A draft. */
    public Answer start(String procedure, Map<String, ?> form) {
        return post(
                V1 + "/jurisdictions/" + jurisdiction + "/procedures/" + procedure + "/cases", Map.of("form", form));
    }

    public Answer attach(String caseId, String slot, Scan scan) {
        return upload(V1 + "/cases/" + caseId + "/attachments", slot, scan);
    }

    public Answer attachToTask(String taskId, String slot, Scan scan) {
        return upload(V1 + "/tasks/" + taskId + "/attachments", slot, scan);
    }

    public Answer submit(String caseId) {
        return post(V1 + "/cases/" + caseId + "/submit");
    }

    public Answer withdraw(String caseId) {
        return post(V1 + "/cases/" + caseId + "/withdraw");
    }

    /** A case as this client may see it. */
    public JsonNode view(String caseId) {
        return get(V1 + "/cases/" + caseId).ok();
    }

    /** The tasks that wait for this client. */
    public List<JsonNode> inbox() {
        return get(V1 + "/tasks").items();
    }

    /** The id of this client's one task in a case. */
    public String taskOf(String caseId) {
        List<String> mine = inbox().stream()
                .filter(task -> task.path("caseId").asText().equals(caseId))
                .map(task -> task.path("id").asText())
                .toList();
        if (mine.size() != 1) {
            throw new AssertionError("expected one task in the case, found " + mine);
        }
        return mine.get(0);
    }

    public Answer decide(String taskId, String decision, String opinion, Map<String, ?> form) {
        return post(
                V1 + "/tasks/" + taskId + "/decision", Map.of("decision", decision, "opinion", opinion, "form", form));
    }

    /** A draft that a record of a register has filled in. */
    public Answer startFrom(String register, String key, String act) {
        return post(
                V1 + "/jurisdictions/" + jurisdiction + "/registers/" + register + "/" + encode(key) + "/acts/" + act);
    }

    /** What may be started from a record. */
    public List<String> acts(String register, String key) {
        return get(V1 + "/jurisdictions/" + jurisdiction + "/registers/" + register + "/" + encode(key) + "/acts")
                .items()
                .stream()
                .map(act -> act.path("id").asText())
                .toList();
    }

    /** The value of the one choice of a field whose label contains the text. */
    public String option(String procedure, String field, String label) {
        List<JsonNode> found = get(V1 + "/jurisdictions/" + jurisdiction + "/procedures/" + procedure + "/options/"
                        + field + "?q=" + encode(label))
                .items();
        if (found.size() != 1) {
            throw new AssertionError("expected one choice for “" + label + "”, found " + found);
        }
        return found.get(0).path("value").asText();
    }

    /** The records of a register, by a query such as {@code certNo=1}. */
    public List<JsonNode> records(String register, String query) {
        return get(V1 + "/jurisdictions/" + jurisdiction + "/registers/" + register + "?limit=100&" + query)
                .items();
    }

    /** The records of a register as the public sees them. */
    public List<JsonNode> publicRecords(String register, String query) {
        return get(V1 + "/public/jurisdictions/" + jurisdiction + "/registers/" + register + "?limit=100&" + query)
                .items();
    }

    /** The announcements, newest first. */
    public List<JsonNode> announcements() {
        return get(V1 + "/public/announcements?limit=100&jurisdiction=" + jurisdiction)
                .items();
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String json(Object body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    private Answer send(String method, String path, String mediaType, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .method(method, body);
        headers.forEach(request::header);
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        try {
            return Answer.of(
                    method + " " + path, CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + path, broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
