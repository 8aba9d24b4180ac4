package org.zhijian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhijian.core.registers.RegisterBrowser;
import org.zhijian.rest.RunningRest.Answer;

class PublicTest {
    private static final String LICENCES = "/api/v1/public/jurisdictions/sample/registers/licences";

    @RegisterExtension
    static final RunningRest REST = new RunningRest();

    @RegisterExtension
    static final RunningRest BUSY = new RunningRest(2);

    @Test
    void aRecordIsOneFlatObject() {
        JsonNode found = REST.get("/api/v1/jurisdictions/sample/registers/licences?holder=%E5%BC%A0&q=L")
                .json()
                .at("/items/0");

        assertThat(found.get("key").textValue()).isEqualTo("L1");
        assertThat(found.get("status").textValue()).isEqualTo("RED");
        assertThat(found.get("number").textValue()).isEqualTo("L1");
        assertThat(found.get("amount").textValue()).isEqualTo("12.50");
        assertThat(found.at("/labels/colour").textValue()).isEqualTo("红");
        assertThat(found.get("version").intValue()).isEqualTo(2);
        assertThat(found.get("changedAt").textValue()).isEqualTo("2026-11-23T09:00:00+08:00");
        assertThat(REST.core.seen)
                .containsEntry("query", new RegisterBrowser.Query(Map.of("holder", "张"), "L", "", 50));
        assertThat(REST.get("/api/v1/jurisdictions/sample/registers/licences/L1")
                        .json()
                        .get("key")
                        .textValue())
                .isEqualTo("L1");
    }

    @Test
    void thePublicFindsByOpenColumnsOnly() {
        assertThat(REST.send(REST.request(LICENCES + "?number=L1")).status()).isEqualTo(200);
        assertThat(REST.send(REST.request(LICENCES + "?holder=x")).status()).isEqualTo(400);
    }

    @Test
    void aClosedRegisterDoesNotExistForThePublic() {
        Answer answer = REST.send(REST.request("/api/v1/public/jurisdictions/sample/registers/secrets?id=1"));
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void announcementsAreOpenToEverybody() {
        Answer list = REST.send(REST.request("/api/v1/public/announcements?jurisdiction=sample"));
        assertThat(list.json().at("/items/0/title").textValue()).isEqualTo("人员变更公告");
        assertThat(REST.send(REST.request("/api/v1/public/announcements/n-1"))
                        .json()
                        .get("kind")
                        .textValue())
                .isEqualTo("变更");
        assertThat(REST.send(REST.request("/api/v1/public/announcements/n-2")).status())
                .isEqualTo(404);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        assertThat(BUSY.send(BUSY.request(LICENCES)).status()).isEqualTo(200);
        assertThat(BUSY.send(BUSY.request(LICENCES)).status()).isEqualTo(200);

        Answer refused = BUSY.send(BUSY.request(LICENCES));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().get("code").textValue()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(BUSY.get("/api/v1/cases").status()).isEqualTo(200);
    }
}
