package org.zhijian.core.internal.sms;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.zhijian.core.internal.http.HttpCall;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.Storable;
import org.zhijian.core.sms.Sms;
import org.zhijian.core.sms.SmsException;
import org.zhijian.core.sms.SmsGateway;

/**
 * Any carrier that takes an SMS by one HTTP request, as {@code etc/org.zhijian.sms.cfg} says. In the address, the headers and the body
 * {@code {mobile}}, {@code {template}}, {@code {text}}, {@code {id}} (the client message id), {@code {params}} (all values as a JSON object),
 * {@code {params.name}} (one of them) and {@code {secret}} stand for what they say, escaped for where they stand. Secrets are never logged, nor
 * is the text. Immutable.
 */
@Component(
        service = SmsGateway.class,
        configurationPid = "org.zhijian.sms",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class HttpSmsGateway implements SmsGateway {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+(?:\\.[A-Za-z0-9]+)?)\\}");
    private static final int REASON_LENGTH = 200;

    /** The keys of the configuration. */
    public @interface Keys {
        String url();

        String method() default "POST";

        /** Lines {@code name: value}; in a file of properties {@code \n} separates them. */
        String headers() default "Content-Type: application/json; charset=utf-8";

        String body() default
                "{\"mobile\":\"{mobile}\",\"template\":\"{template}\",\"params\":{params},\"id\":\"{id}\"}";

        /** What stands for {@code {secret}}. */
        String secret() default "";

        /** A pattern that the answer of an accepted message contains, beside a status of success; blank if the status says it all. */
        String success() default "";
    }

    private final Keys keys;
    private final Pattern success;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(HttpCall.CONNECT).build();

    @Activate
    public HttpSmsGateway(Keys keys) {
        this.keys = keys;
        this.success = Pattern.compile(keys.success());
        keys.headers().lines().filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("a header of the SMS gateway has no colon");
            }
            headers.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        });
    }

    @Override
    public void send(Sms sms) throws SmsException {
        HttpCall.Reply reply = call(request(sms));
        if (!reply.isSuccess()) {
            throw new SmsException("短信网关应答 " + reply.status() + "：" + shown(reply.body(), sms));
        }
        if (!success.matcher(reply.body()).find()) {
            throw new SmsException("短信网关未接受：" + shown(reply.body(), sms));
        }
    }

    private HttpRequest request(Sms sms) {
        UnaryOperator<String> forUrl = HttpSmsGateway::urlEncoded;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(filled(keys.url(), sms, forUrl)))
                .method(keys.method(), BodyPublishers.ofString(filled(keys.body(), sms, bodyEscape())));
        headers.forEach((name, value) -> request.header(name, filled(value, sms, UnaryOperator.identity())));
        return request.build();
    }

    private HttpCall.Reply call(HttpRequest request) throws SmsException {
        try {
            return HttpCall.send(client, request);
        } catch (IOException unreachable) {
            throw new SmsException(unreachable.getMessage(), unreachable);
        }
    }

    private UnaryOperator<String> bodyEscape() {
        String type = headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        if (type.contains("json")) {
            return value -> new String(JsonStringEncoder.getInstance().quoteAsString(value));
        }
        return type.contains("form-urlencoded") ? HttpSmsGateway::urlEncoded : UnaryOperator.identity();
    }

    private static String urlEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String filled(String pattern, Sms sms, UnaryOperator<String> escape) {
        return PLACE.matcher(pattern).replaceAll(place -> Matcher.quoteReplacement(value(place, sms, escape)));
    }

    private String value(java.util.regex.MatchResult place, Sms sms, UnaryOperator<String> escape) {
        String name = place.group(1);
        if (name.equals("params")) {
            // In JSON the object stands by itself; anywhere else it is a text like any other.
            return isJsonBody(escape) ? Json.write(sms.params()) : escape.apply(Json.write(sms.params()));
        }
        if (name.startsWith("params.")) {
            return escape.apply(sms.params().getOrDefault(name.substring("params.".length()), ""));
        }
        return switch (name) {
            case "mobile" -> escape.apply(sms.mobile());
            case "template" -> escape.apply(sms.templateId());
            case "text" -> escape.apply(sms.text());
            case "id" -> escape.apply(sms.clientMsgId());
            case "secret" -> escape.apply(keys.secret());
            default -> place.group();
        };
    }

    private static boolean isJsonBody(UnaryOperator<String> escape) {
        return escape.apply("\"").equals("\\\"");
    }

    /** What a carrier says, without what it may have repeated of the message or of us. */
    private String shown(String answer, Sms sms) {
        String clean = answer.replace(sms.mobile(), "***").replace(sms.text(), "***");
        for (String value : sms.params().values()) {
            clean = value.isBlank() ? clean : clean.replace(value, "***");
        }
        clean = keys.secret().isBlank() ? clean : clean.replace(keys.secret(), "***");
        return Storable.text(REASON_LENGTH, clean);
    }
}
