package org.zhijian.core.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.zhijian.core.internal.store.Ids;

/** Another system that is called with JSON over HTTP: by what it knows us, and by what we know it. Its secrets are never logged. Thread-safe. */
public final class Counterpart {

    /**
     * How both sides know each other.
     *
     * @param agencyId the name it knows us by; may be blank
     * @param secret shared by both; with it, requests are signed ({@link RequestSignature}); may be blank
     * @param ours our certificate for mutual TLS
     * @param theirs the authorities that its certificate may come from; those of Java if blank
     */
    public record Keys(String agencyId, String secret, Store ours, Store theirs) {}

    /** A PKCS#12 file and its password; none if the name is blank. */
    public record Store(String file, String password) {
        private boolean isGiven() {
            return !file.isBlank();
        }

        private KeyStore load() throws IOException, GeneralSecurityException {
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream content = Files.newInputStream(Path.of(file))) {
                store.load(content, password.toCharArray());
            }
            return store;
        }
    }

    private final Keys keys;
    private final HttpClient client;
    private final Clock clock;

    /** @throws IOException if a key store cannot be read */
    public Counterpart(Keys keys, Clock clock) throws IOException, GeneralSecurityException {
        this.keys = keys;
        this.clock = clock;
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(HttpCall.CONNECT);
        if (keys.ours().isGiven() || keys.theirs().isGiven()) {
            builder.sslContext(tls());
        }
        client = builder.build();
    }

    private SSLContext tls() throws IOException, GeneralSecurityException {
        KeyManagerFactory ours = null;
        if (keys.ours().isGiven()) {
            ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            ours.init(keys.ours().load(), keys.ours().password().toCharArray());
        }
        TrustManagerFactory theirs = null;
        if (keys.theirs().isGiven()) {
            theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            theirs.init(keys.theirs().load());
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                ours == null ? null : ours.getKeyManagers(), theirs == null ? null : theirs.getTrustManagers(), null);
        return context;
    }

    /**
     * Sends a body and waits for the answer.
     *
     * @param headers besides those that every request has
     * @throws IOException if there was no answer, with a Chinese message for operators that names no address
     */
    public HttpCall.Reply send(String method, URI address, Map<String, String> headers, String json)
            throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Accept", "application/json")
                .method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (!keys.agencyId().isBlank()) {
            request.header(RequestSignature.AGENCY, keys.agencyId());
        }
        if (!keys.secret().isBlank()) {
            sign(request, method, address, body);
        }
        return HttpCall.send(client, request.build());
    }

    private void sign(HttpRequest.Builder request, String method, URI address, byte[] body) {
        String path = address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
        Instant now = clock.instant();
        String nonce = Ids.next();
        request.header(RequestSignature.TIMESTAMP, Long.toString(now.getEpochSecond()))
                .header(RequestSignature.NONCE, nonce)
                .header(
                        RequestSignature.SIGNATURE,
                        RequestSignature.of(keys.secret(), method, path, now.getEpochSecond(), nonce, body));
    }
}
