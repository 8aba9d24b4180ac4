package org.zhijian.core.internal.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature by which agencies know one another (core.md §13): HMAC-SHA256 under the shared secret over five lines, joined by line feeds
 * and written in small hexadecimal digits: method, path with query, {@code X-Timestamp} (seconds since 1970), {@code X-Nonce}, SHA-256 of the
 * body in small hexadecimal digits. Pure functions.
 */
public final class RequestSignature {
    public static final String AGENCY = "X-Agency-Id";
    public static final String TIMESTAMP = "X-Timestamp";
    public static final String NONCE = "X-Nonce";
    public static final String SIGNATURE = "X-Signature";

    private static final String HMAC = "HmacSHA256";

    private RequestSignature() {}

    public static String of(String secret, String method, String path, long timestamp, String nonce, byte[] body) {
        try {
            String bodyHash = hex(MessageDigest.getInstance("SHA-256").digest(body));
            String signed = String.join("\n", method, path, Long.toString(timestamp), nonce, bodyHash);
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return hex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + HMAC + " and SHA-256", missing);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
