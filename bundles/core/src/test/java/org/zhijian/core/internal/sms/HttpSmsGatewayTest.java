package org.zhijian.core.internal.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhijian.core.internal.http.HttpDouble;
import org.zhijian.core.internal.settings.TestKeys;
import org.zhijian.core.sms.Sms;
import org.zhijian.core.sms.SmsException;

class HttpSmsGatewayTest {
    private static final Sms SMS =
            new Sms("13900000001", "XX_RETURNED", Map.of("opinion", "缺\"公章\"\n{secret}"), "您的业务被退回：缺\"公章\"", "m-1");

    private HttpDouble carrier;

    @BeforeEach
    void start() throws Exception {
        carrier = new HttpDouble();
    }

    @AfterEach
    void stop() {
        carrier.close();
    }

    private HttpSmsGateway gateway(Map<String, Object> more) {
        Map<String, Object> keys = new HashMap<>(Map.of("url", carrier.address() + "/send", "secret", "s3cret&"));
        keys.putAll(more);
        return new HttpSmsGateway(TestKeys.of(HttpSmsGateway.Keys.class, keys));
    }

    @Test
    void aJsonCarrierGetsWhatItsTemplateAsksFor() throws Exception {
        gateway(Map.of("headers", "Content-Type: application/json\nAuthorization: Bearer {secret}"))
                .send(SMS);

        HttpDouble.Request got = carrier.requests.get(0);
        assertThat(got.method()).isEqualTo("POST");
        assertThat(got.header("Authorization")).isEqualTo("Bearer s3cret&");
        assertThat(got.body())
                .isEqualTo("{\"mobile\":\"13900000001\",\"template\":\"XX_RETURNED\","
                        + "\"params\":{\"opinion\":\"缺\\\"公章\\\"\\n{secret}\"},\"id\":\"m-1\"}");
    }

    @Test
    void aFormCarrierGetsEscapedFields() throws Exception {
        gateway(Map.of(
                        "headers", "Content-Type: application/x-www-form-urlencoded",
                        "body", "key={secret}&to={mobile}&content={text}"))
                .send(SMS);

        assertThat(carrier.requests.get(0).body())
                .isEqualTo("key=s3cret%26&to=13900000001&content="
                        + "%E6%82%A8%E7%9A%84%E4%B8%9A%E5%8A%A1%E8%A2%AB%E9%80%80%E5%9B%9E%EF%BC%9A"
                        + "%E7%BC%BA%22%E5%85%AC%E7%AB%A0%22");
    }

    @Test
    void aCarrierMayBeAskedByItsAddressAlone() throws Exception {
        gateway(Map.of(
                        "url", carrier.address() + "/send?to={mobile}&why={params.opinion}",
                        "method", "GET",
                        "headers", "",
                        "body", ""))
                .send(SMS);

        assertThat(carrier.requests.get(0).path())
                .startsWith("/send?to=13900000001&why=%E7%BC%BA%22%E5%85%AC%E7%AB%A0%22%0A%7Bsecret%7D");
    }

    @Test
    void whatTheCarrierDoesNotTakeIsToldWithoutSecretsAndText() {
        carrier.answers(500, "bad key s3cret& for 13900000001: 您的业务被退回：缺\"公章\"");
        assertThatThrownBy(() -> gateway(Map.of()).send(SMS))
                .isInstanceOf(SmsException.class)
                .hasMessage("短信网关应答 500：bad key *** for ***: ***");

        carrier.answers(200, "{\"code\":\"LIMIT\"}");
        assertThatThrownBy(() -> gateway(Map.of("success", "\"code\":\"OK\"")).send(SMS))
                .isInstanceOf(SmsException.class)
                .hasMessage("短信网关未接受：{\"code\":\"LIMIT\"}");
    }

    @Test
    void aCarrierThatIsAwayIsAFailureToBeTriedAgain() {
        HttpSmsGateway gateway = gateway(Map.of());
        carrier.close();

        assertThatThrownBy(() -> gateway.send(SMS))
                .isInstanceOf(SmsException.class)
                .hasMessageContaining("无法连接对方");
    }
}
