package org.zhijian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhijian.core.events.Events.Grant;
import org.zhijian.core.notices.Delivery;
import org.zhijian.core.notices.Medium;
import org.zhijian.core.notices.OutgoingMessages;
import org.zhijian.rest.RunningRest.Answer;

class CommunicationTest {
    @RegisterExtension
    static final RunningRest REST = new RunningRest();

    @Test
    void aMessageSaysWhetherItWasRead() {
        Answer list = REST.get("/api/v1/messages");
        assertThat(list.json().at("/items/0/title").textValue()).isEqualTo("新的待办：许可 1");
        assertThat(list.json().at("/items/0/read").booleanValue()).isFalse();
        assertThat(list.json().at("/items/0/caseId").isNull()).isTrue();
        assertThat(REST.get("/api/v1/messages?unread=true").json().at("/items")).isEmpty();
        assertThat(REST.get("/api/v1/messages/unread").json().get("unread").intValue())
                .isEqualTo(3);
        assertThat(REST.post("/api/v1/messages/m-1/read", "").status()).isEqualTo(200);
        assertThat(REST.post("/api/v1/messages/m-2/read", "").status()).isEqualTo(404);
        assertThat(REST.send(REST.request("/api/v1/messages")).status()).isEqualTo(401);
    }

    @Test
    void theFeedAlwaysSaysWhereToGoOn() {
        Answer first = REST.get("/api/v1/events");
        assertThat(first.json().at("/items/0/objectId").textValue()).isEqualTo("c-1");
        assertThat(first.json().at("/items/0/detail/state").textValue()).isEqualTo("PENDING");
        Answer last =
                REST.get("/api/v1/events?after=" + first.json().get("next").textValue());
        assertThat(last.json().get("items")).isEmpty();
        assertThat(last.json().get("next").textValue()).isEqualTo("behind");
    }

    @Test
    void grantsAreReplacedAsAWhole() {
        Answer answer = REST.send(REST.signedIn("/api/v1/admin/agencies/agency/grants")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"grants\":[{\"jurisdiction\":\"sample\",\"kind\":\"CASE\"}]}")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(REST.core.seen).containsEntry("grants", List.of(new Grant("sample", "CASE")));
        for (String body : List.of("{}", "{\"grants\":[null]}", "{\"grants\":[{\"kind\":\"CASE\"}]}", "")) {
            assertThat(REST.send(REST.signedIn("/api/v1/admin/agencies/agency/grants")
                                    .header("Content-Type", "application/json")
                                    .PUT(BodyPublishers.ofString(body)))
                            .status())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @Test
    void aSecretIsShownOnceAndGrantsNameWhatTheyAllow() {
        Answer opened = REST.post("/api/v1/admin/agencies", "{\"clientId\":\"gzw\",\"name\":\"工改系统\"}");
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.json().get("clientSecret").textValue()).isEqualTo("s3cret");
        assertThat(REST.post("/api/v1/admin/agencies/gzw/disable", "")
                        .json()
                        .get("active")
                        .booleanValue())
                .isFalse();
        assertThat(REST.get("/api/v1/admin/agencies")
                        .json()
                        .at("/items/0/grants/0/right")
                        .textValue())
                .isEqualTo("REGISTER");
        String grants = "/api/v1/jurisdictions/sample/administration/grants/gzw/";
        assertThat(REST.send(REST.signedIn(grants + "intake/works").PUT(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(204);
        assertThat(REST.core.seen).containsEntry("granted", "gzw INTAKE works");
        assertThat(REST.send(REST.signedIn(grants + "licences").DELETE()).status())
                .isEqualTo(204);
        assertThat(REST.core.seen).containsEntry("revoked", "gzw REGISTER licences");
    }

    @Test
    void theOutboxIsAskedByChannelAndState() {
        Answer list = REST.get("/api/v1/admin/outbox?channel=SMS&state=DEAD&limit=5");
        assertThat(list.json().at("/items/0/reason").textValue()).isEqualTo("运营商无应答");
        assertThat(list.json().at("/items/0/channel").textValue()).isEqualTo("SMS");
        assertThat(REST.core.seen)
                .containsEntry("outgoing", new OutgoingMessages.Query("", Medium.SMS, Delivery.DEAD, "", "", 5));
        assertThat(REST.get("/api/v1/admin/outbox?state=LOST").status()).isEqualTo(400);
        assertThat(REST.post("/api/v1/admin/outbox/o-1/replay", "{\"reason\":\"对方已恢复\"}")
                        .status())
                .isEqualTo(200);
        assertThat(REST.core.seen).containsEntry("reason", "对方已恢复");
    }

    @Test
    void announcementsAreFollowedSinceADay() {
        String feed = "/api/v1/public/announcements?since=";
        assertThat(REST.send(REST.request(feed + "2026-11-23")).json().get("items"))
                .hasSize(1);
        assertThat(REST.send(REST.request(feed + "2026-11-24")).json().get("items"))
                .isEmpty();
        assertThat(REST.send(REST.request(feed + "2026-11-23T09:00:00%2B08:00"))
                        .json()
                        .get("items"))
                .hasSize(1);
        assertThat(REST.send(REST.request(feed + "2026-11-23T09:00:00+08:00"))
                        .json()
                        .get("items"))
                .hasSize(1);
        assertThat(REST.send(REST.request(feed + "yesterday")).status()).isEqualTo(400);
        assertThat(REST.send(REST.request(feed + "%2B999999999-12-31T23:59:59Z"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anOfficePublishesAndWithdraws() {
        Answer published =
                REST.post("/api/v1/jurisdictions/sample/announcements", "{\"title\":\"停机通知\",\"body\":\"今晚。\"}");
        assertThat(published.status()).isEqualTo(201);
        assertThat(published.json().get("category").textValue()).isEqualTo("NOTICE");
        Answer withdrawn =
                REST.post("/api/v1/jurisdictions/sample/announcements/n-1/withdrawal", "{\"reason\":\"误发\"}");
        assertThat(withdrawn.json().get("withdrawnAt").textValue()).isEqualTo("2026-11-23T09:00:00+08:00");
    }
}
