package org.zhijian.core.internal.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhijian.api.Descriptor;
import org.zhijian.api.notice.Answer;
import org.zhijian.api.notice.Channel;
import org.zhijian.core.internal.http.HttpDouble;
import org.zhijian.core.internal.http.HttpDouble.Request;
import org.zhijian.core.internal.http.RequestSignature;
import org.zhijian.core.internal.modules.OneTown;
import org.zhijian.core.internal.outbox.Carrier.Outcome;
import org.zhijian.core.internal.outbox.OutboxMessage;
import org.zhijian.core.internal.registers.RecordJson;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.settings.TestKeys;

class AgencyPushTest {
    /** What is pushed. */
    public record Filing(String filingId, LocalDate on, BigDecimal amount) {}

    private final List<Answer> answers = new ArrayList<>();
    private final TestClock clock = new TestClock();
    private final ChannelAddresses addresses = new ChannelAddresses();
    private HttpDouble agency;

    @BeforeEach
    void start() throws Exception {
        agency = new HttpDouble();
    }

    @AfterEach
    void stop() {
        agency.close();
    }

    private Channel<Filing> silent() {
        return Channel.channel("filings", "报监结果", Filing.class, Filing::filingId);
    }

    private Channel<Filing> listening() {
        return silent().onAnswer((filing, answer, changes) -> answers.add(answer));
    }

    private AgencyCarrier carrier(Channel<?>... channels) {
        Descriptor town =
                Descriptor.jurisdiction("town", "示例").channels(channels).build();
        return new AgencyCarrier(new OneTown(town), addresses, new Enclosures(null, null), clock.time());
    }

    private void configure(Map<String, Object> more) throws Exception {
        Map<String, Object> keys = new HashMap<>(Map.of(
                "jurisdiction",
                "town",
                "channel",
                "filings",
                "url",
                agency.address() + "/filings/{filingId}/result?v=1"));
        keys.putAll(more);
        addresses.add(new ChannelAddress(TestKeys.of(ChannelAddress.Keys.class, keys), clock));
    }

    private static OutboxMessage message() {
        Filing filing = new Filing("甲 1", LocalDate.of(2026, 11, 23), new BigDecimal("12.50"));
        return new OutboxMessage(
                "id", "town/filings/甲 1", "town", "filings", "filings", RecordJson.write(filing), "case", 1);
    }

    private void conclude(Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Arrived.class, arrived -> arrived.then()
                .accept(null));
    }

    @Test
    void aPushIsSignedNamedAndAddressedByItsPayload() throws Exception {
        configure(Map.of("agencyId", "town-hall", "secret", "s3cret"));

        conclude(carrier(silent()).deliver(message()));

        Request got = agency.requests.get(0);
        assertThat(got.path()).isEqualTo("/filings/%E7%94%B2%201/result?v=1");
        assertThat(got.body()).isEqualTo("{\"amount\":\"12.50\",\"filingId\":\"甲 1\",\"on\":\"2026-11-23\"}");
        assertThat(got.header("X-Agency-Id")).isEqualTo("town-hall");
        assertThat(got.header("X-Timestamp"))
                .isEqualTo(String.valueOf(clock.instant().getEpochSecond()));
        assertThat(got.header("X-Signature"))
                .isEqualTo(RequestSignature.of(
                        "s3cret",
                        "POST",
                        got.path(),
                        clock.instant().getEpochSecond(),
                        got.header("X-Nonce"),
                        got.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(got.header("Idempotency-Key")).isEqualTo("town/filings/%E7%94%B2+1");
    }

    @Test
    void anAnswerIsHandedToTheJurisdiction() throws Exception {
        configure(Map.of());
        AgencyCarrier carrier = carrier(listening());

        agency.answers(200, "{\"result\":\"NAK\",\"message\":\"建设单位组织机构代码不存在\",\"extra\":null}");
        conclude(carrier.deliver(message()));
        agency.answers(422, "no json");
        conclude(carrier.deliver(message()));

        assertThat(answers.get(0).accepted()).isTrue();
        assertThat(answers.get(0).value("message")).isEqualTo("建设单位组织机构代码不存在");
        assertThat(answers.get(1).accepted()).isFalse();
        assertThat(answers.get(1).text()).isEqualTo("no json");
    }

    @Test
    void aRefusedContentIsGivenUpWhereNobodyListens() throws Exception {
        configure(Map.of());
        agency.answers(422, "代码不存在");

        assertThat(carrier(silent()).deliver(message())).isEqualTo(new Outcome.Refused("对方拒收 422：代码不存在"));
    }

    @Test
    void whatMayPassIsTriedAgain() throws Exception {
        configure(Map.of());
        AgencyCarrier carrier = carrier(listening());
        for (int status : List.of(301, 401, 404, 408, 429, 500, 503)) {
            agency.answers(status, "");
            assertThat(carrier.deliver(message())).isEqualTo(new Outcome.Failed("对方应答 " + status + "："));
        }
        agency.close();
        assertThat(carrier.deliver(message())).isInstanceOf(Outcome.Failed.class);
        assertThat(answers).isEmpty();
    }

    @Test
    void withoutAnAddressOrAModuleAPushWaits() throws Exception {
        assertThat(carrier(silent()).deliver(message())).isEqualTo(new Outcome.Held("未配置接收地址，配置后发送"));
        configure(Map.of());
        assertThat(carrier().deliver(message())).isEqualTo(new Outcome.Held("业务模块未启用，启用后发送"));
        assertThat(agency.requests).isEmpty();
    }
}
