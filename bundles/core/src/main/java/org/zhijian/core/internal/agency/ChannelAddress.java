package org.zhijian.core.internal.agency;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.zhijian.core.internal.http.Counterpart;
import org.zhijian.core.internal.http.HttpCall;

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
    private final Counterpart receiver;

    @Activate
    public ChannelAddress(Keys keys) throws IOException, GeneralSecurityException {
        this(keys, Clock.systemUTC());
    }

    ChannelAddress(Keys keys, Clock clock) throws IOException, GeneralSecurityException {
        this.keys = keys;
        this.receiver = new Counterpart(
                new Counterpart.Keys(
                        keys.agencyId(),
                        keys.secret(),
                        new Counterpart.Store(keys.keyStore(), keys.keyStorePassword()),
                        new Counterpart.Store(keys.trustStore(), keys.trustStorePassword())),
                clock);
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
        return receiver.send(
                keys.method(),
                URI.create(filled(keys.url(), values)),
                Map.of("Idempotency-Key", printable(idempotencyKey)),
                json);
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
