package org.zhijian.itests.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;

/** A lock of the demonstration, as the script of its maker would speak to it. */
public record SoftwareLock(String serial) {

    /** What it answers to a fresh challenge. */
    public Map<String, String> answer(Api nobody) {
        String pem = file();
        String nonce = nobody.post("/api/v1/auth/usbkey/challenge", Map.of("serial", serial))
                .ok()
                .path("nonce")
                .asText();
        String certificate = pem.substring(0, pem.indexOf("-----BEGIN PRIVATE KEY-----"));
        byte[] key = Base64.getMimeDecoder()
                .decode(pem.substring(certificate.length()).replaceAll("-----[A-Z ]+-----", ""));
        return Map.of(
                "serial", serial,
                "nonce", nonce,
                "certificate", certificate,
                "signature", Base64.getEncoder().encodeToString(sign(key, nonce)));
    }

    private static byte[] sign(byte[] key, String nonce) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
            signature.update(nonce.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("RSA is there", impossible);
        }
    }

    private String file() {
        try (InputStream file = SoftwareLock.class.getResourceAsStream("/org/zhijian/core/demo/" + serial + ".pem")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
