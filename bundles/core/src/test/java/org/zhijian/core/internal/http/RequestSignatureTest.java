package org.zhijian.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestSignatureTest {
    private static String of(String secret, String method, String path, long timestamp, String nonce, String body) {
        return RequestSignature.of(secret, method, path, timestamp, nonce, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Computed with OpenSSL: printf 'POST\n/x?y=1\n1764028800\nn-1\nSHA256' | openssl dgst -sha256 -hmac key. */
    @Test
    void itIsWhatOpenSslComputes() {
        assertThat(of("key", "POST", "/x?y=1", 1764028800L, "n-1", "{\"a\":1}"))
                .isEqualTo("927b2f38a315bb9b80e4112235bd08c0871dae7c7feb6416271f77f9208dfa1f");
    }

    @Test
    void everyPartCounts() {
        String signature = of("key", "POST", "/x", 1L, "n", "{}");
        assertThat(signature)
                .isNotEqualTo(of("other", "POST", "/x", 1L, "n", "{}"))
                .isNotEqualTo(of("key", "PUT", "/x", 1L, "n", "{}"))
                .isNotEqualTo(of("key", "POST", "/y", 1L, "n", "{}"))
                .isNotEqualTo(of("key", "POST", "/x", 2L, "n", "{}"))
                .isNotEqualTo(of("key", "POST", "/x", 1L, "m", "{}"))
                .isNotEqualTo(of("key", "POST", "/x", 1L, "n", "[]"));
    }
}
