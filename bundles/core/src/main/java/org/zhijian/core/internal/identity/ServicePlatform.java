package org.zhijian.core.internal.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.zhijian.api.check.IdNumber;
import org.zhijian.api.check.Mobile;
import org.zhijian.api.directory.Person;
import org.zhijian.api.registration.Newcomer;
import org.zhijian.core.internal.http.Counterpart;
import org.zhijian.core.internal.http.HttpCall;
import org.zhijian.core.internal.store.Json;

/**
 * A government service platform (NS-I1): where its people sign in, and where it tells who has come with a ticket. One file
 * {@code etc/org.zhijian.platform-<name>.cfg} for each region that has one. Immutable.
 */
@Component(
        service = ServicePlatform.class,
        configurationPid = "org.zhijian.platform",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ServicePlatform {
    private static final int LONGEST_OPEN_ID = 100;
    private static final int LONGEST_NAME = 50;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /** What says that a ticket is not good; anything else but success says that the platform is not well. */
    private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 404, 409, 410, 422);

    /** The keys of the configuration. */
    public @interface Keys {
        /** The region whose people come from there. */
        String jurisdiction();

        /** What people call it. */
        String title() default "国家政务服务平台";

        /** Where they sign in; {@code {state}} stands for what they have to bring back. */
        String signInUrl();

        /** What tells who has come with a ticket: POST of {@code {ticket}}, answered with {@code {openId, name, idNo, mobile}}. */
        String identityUrl();

        /** How the platform knows us; with a secret, requests are signed. */
        String agencyId() default "";

        String secret() default "";

        /** A PKCS#12 file with our client certificate, for mutual TLS. */
        String keyStore() default "";

        String keyStorePassword() default "";

        /** A PKCS#12 file with the authorities that the platform's certificate may come from; those of Java by default. */
        String trustStore() default "";

        String trustStorePassword() default "";
    }

    /**
     * Whom the platform vouches for.
     *
     * @param idNumber of an identity card, checked by the platform
     * @param mobile blank if the platform tells none that is one
     */
    record Identity(String openId, String name, String idNumber, String mobile) {
        /** The person, who would sign in under the mobile number. */
        Newcomer newcomer() {
            return Newcomer.person(new Person("", name, Person.IdType.ID, idNumber, mobile), mobile);
        }
    }

    /** The platform gave no answer that can be used; the message is Chinese, for the log of whoever runs this. */
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private final Keys keys;
    private final URI identityAddress;
    private final Counterpart platform;

    @Activate
    public ServicePlatform(Keys keys) throws IOException, GeneralSecurityException {
        this.keys = keys;
        // An address that is none shall be told when the file is read, and not to the first who wants to sign in.
        signInAddress("");
        this.identityAddress = URI.create(keys.identityUrl());
        this.platform = new Counterpart(
                new Counterpart.Keys(
                        keys.agencyId(),
                        keys.secret(),
                        new Counterpart.Store(keys.keyStore(), keys.keyStorePassword()),
                        new Counterpart.Store(keys.trustStore(), keys.trustStorePassword())),
                Clock.systemUTC());
    }

    String jurisdiction() {
        return keys.jurisdiction();
    }

    String title() {
        return keys.title();
    }

    URI signInAddress(String state) {
        return URI.create(keys.signInUrl().replace("{state}", URLEncoder.encode(state, StandardCharsets.UTF_8)));
    }

    /** Who has come with this ticket; empty if the platform does not know it. */
    Optional<Identity> identity(String ticket, LocalDate today) throws Unreachable {
        HttpCall.Reply reply;
        try {
            String asked = Json.write(Map.of("ticket", ticket));
            reply = platform.send("POST", identityAddress, Map.of(), asked);
        } catch (IOException silent) {
            throw new Unreachable(silent.getMessage(), silent);
        }
        if (REFUSED.contains(reply.status())) {
            return Optional.empty();
        }
        if (!reply.isSuccess()) {
            throw new Unreachable("对方应答 " + reply.status(), null);
        }
        return Optional.of(read(reply.body(), today));
    }

    /** What it says is looked at like anything that comes from outside: an identity that cannot be one opens no account. */
    private static Identity read(String body, LocalDate today) throws Unreachable {
        Map<String, Object> values;
        try {
            values = Objects.requireNonNullElse(Json.MAPPER.readValue(body, OBJECT), Map.of());
        } catch (JsonProcessingException otherwise) {
            throw new Unreachable("对方应答不是约定的格式", otherwise);
        }
        String openId = text(values, "openId");
        String name = text(values, "name");
        String idNumber = IdNumber.normalise(text(values, "idNo"));
        String mobile = Mobile.normalise(text(values, "mobile"));
        boolean complete = !openId.isEmpty()
                && openId.length() <= LONGEST_OPEN_ID
                && !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && IdNumber.check(idNumber, today).accepted();
        if (!complete) {
            throw new Unreachable("对方应答缺少openId、姓名或有效的身份证号", null);
        }
        return new Identity(openId, name, idNumber, Mobile.check(mobile).accepted() ? mobile : "");
    }

    private static String text(Map<String, Object> values, String key) {
        return values.get(key) instanceof String text ? text.strip() : "";
    }
}
