package org.zhijian.core.internal.agency;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.zhijian.core.internal.http.HttpCall;
import org.zhijian.core.internal.store.Ids;

/**
 * Where a channel leads, and how its requests are signed: one file {@code etc/org.zhijian.channel-<name>.cfg} for each channel. Secrets stay
 * here and are never logged. Immutable.
 */
@Component(
        service = ChannelAddress.class,
        configurationPid = "org.zhijian.channel",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ChannelAddress {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)\\}");

    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x21-\\x7e]+");

    /** The keys of the configuration. */
    public @interface Keys {
        /** The jurisdiction that declares the channel. */
        String jurisdiction();

        /** Id of the channel. */
        String channel();

        /** Address; {@code {name}} stands for that value of the payload. */
        String url();

        String method() default "POST";

        /** How the receiver knows us; with a secret, requests are signed. */
        String agencyId() default "";

        String secret() default "";

        /** A PKCS#12 file with our client certificate, for mutual TLS. */
        String keyStore() default "";

        String keyStorePassword() default "";

        /** A PKCS#12 file with the authorities that the receiver's certificate may come from; those of Java by default. */
        String trustStore() default "";

        String trustStorePassword() default "";
    }

    private final Keys keys;
    private final HttpClient client;
    private final Clock clock;

    @Activate
    public ChannelAddress(Keys keys) throws IOException, GeneralSecurityException {
        this(keys, Clock.systemUTC());
    }

    ChannelAddress(Keys keys, Clock clock) throws IOException, GeneralSecurityException {
        this.keys = keys;
        this.clock = clock;
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(HttpCall.CONNECT);
        if (!keys.keyStore().isBlank() || !keys.trustStore().isBlank()) {
            builder.sslContext(tls(keys));
        }
        client = builder.build();
    }

    private static SSLContext tls(Keys keys) throws IOException, GeneralSecurityException {
        KeyManagerFactory ours = null;
        if (!keys.keyStore().isBlank()) {
            ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            char[] password = keys.keyStorePassword().toCharArray();
            ours.init(store(keys.keyStore(), password), password);
        }
        TrustManagerFactory theirs = null;
        if (!keys.trustStore().isBlank()) {
            theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            theirs.init(store(keys.trustStore(), keys.trustStorePassword().toCharArray()));
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                ours == null ? null : ours.getKeyManagers(), theirs == null ? null : theirs.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store(String file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(Path.of(file))) {
            store.load(content, password);
        }
        return store;
    }

    /** The lane of the outbox whose messages go here. */
    String lane() {
        return keys.jurisdiction() + "/" + keys.channel();
    }

    /**
     * Pushes a body.
     *
     * @param idempotencyKey the same with every try
     * @param values the payload's values, for the places of the address
     * @throws IOException if there was no answer
     */
    HttpCall.Reply push(String idempotencyKey, String json, Map<String, Object> values) throws IOException {
        URI address = URI.create(filled(keys.url(), values));
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Accept", "application/json")
                .header("Idempotency-Key", printable(idempotencyKey))
                .method(keys.method(), BodyPublishers.ofByteArray(body));
        if (!keys.agencyId().isBlank()) {
            request.header(RequestSignature.AGENCY, keys.agencyId());
        }
        if (!keys.secret().isBlank()) {
            sign(request, address, body);
        }
        return HttpCall.send(client, request.build());
    }

    private void sign(HttpRequest.Builder request, URI address, byte[] body) {
        String path = address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
        Instant now = clock.instant();
        String nonce = Ids.next();
        request.header(RequestSignature.TIMESTAMP, Long.toString(now.getEpochSecond()))
                .header(RequestSignature.NONCE, nonce)
                .header(
                        RequestSignature.SIGNATURE,
                        RequestSignature.of(keys.secret(), keys.method(), path, now.getEpochSecond(), nonce, body));
    }

    /** Headers hold printable ASCII; whatever else a key has is percent-encoded. */
    private static String printable(String key) {
        return BEYOND_ASCII.matcher(key).replaceAll(match -> URLEncoder.encode(match.group(), StandardCharsets.UTF_8));
    }

    private static String filled(String url, Map<String, Object> values) {
        return PLACE.matcher(url)
                .replaceAll(place -> Matcher.quoteReplacement(URLEncoder.encode(
                                String.valueOf(values.getOrDefault(place.group(1), "")), StandardCharsets.UTF_8)
                        .replace("+", "%20")));
    }
}
