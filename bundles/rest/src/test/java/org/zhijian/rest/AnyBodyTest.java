package org.zhijian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.rest.RunningRest.Answer;

class AnyBodyTest {
    /** The same bodies in every run. */
    private static final long SEED = 20261123;

    private static final int BODIES = 60;

    @RegisterExtension
    static final RunningRest REST = new RunningRest();

    private static Answer post(String path, String type, byte[] body) {
        return REST.send(REST.signedIn(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    /** A good body with some of its bytes replaced, taken out or repeated. */
    private static byte[] damaged(String good, RandomGenerator random) {
        StringBuilder text =
                new StringBuilder(new String(good.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        for (int wound = 0; wound < 1 + random.nextInt(6); wound++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(20)));
                default -> text.insert(at, text.substring(0, at));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/auth/token",
                "/api/v1/me/password",
                "/api/v1/jurisdictions/sample/procedures/transfer/cases",
                "/api/v1/tasks/t-1/decision"
            })
    void aDamagedCommandIsNeverAFaultOfOurs(String path) {
        String good = "{\"decision\":\"APPROVE\",\"form\":{\"名称\":[1,2.5e3,true,null,{\"a\":\"\\u4e2d\"}]},"
                + "\"loginName\":\"j1\",\"password\":\"right\",\"oldPassword\":\"x\",\"newPassword\":\"y\"}";
        Random random = new Random(SEED);
        for (int i = 0; i < BODIES; i++) {
            byte[] body = damaged(good, random);
            assertThat(post(path, "application/json", body).status())
                    .as(new String(body, StandardCharsets.UTF_8))
                    .isLessThan(500);
        }
    }

    @Test
    void aDamagedUploadIsNeverAFaultOfOurs() {
        String good = "--x\r\nContent-Disposition: form-data; name=\"slot\"\r\n\r\ncontract\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"合同.pdf\"; filename*=UTF-8''%E5%90%88\r\n"
                + "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n%PDF\r\n--x--\r\n";
        Random random = new Random(SEED);
        for (int i = 0; i < BODIES; i++) {
            byte[] body = damaged(good, random);
            assertThat(post("/api/v1/cases/c-1/attachments", "multipart/form-data; boundary=x", body)
                            .status())
                    .as(new String(body, StandardCharsets.UTF_8))
                    .isLessThan(500);
        }
    }
}
