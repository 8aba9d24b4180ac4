package org.zhijian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhijian.rest.RunningRest.Answer;

class AuthenticationTest {
    @RegisterExtension
    static final RunningRest REST = new RunningRest();

    private static Answer as(String token, String path) {
        return REST.send(REST.request(path).header("Authorization", "Bearer " + token));
    }

    private static Answer token(String json) {
        return REST.send(REST.request("/api/v1/auth/token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    @Test
    void aPasswordGivesAToken() {
        Answer answer = token("{\"portal\":\"sample\",\"loginName\":\"j1\",\"password\":\"right\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("token").textValue()).isEqualTo("good");
        assertThat(answer.json().get("expiresIn").longValue()).isEqualTo(8 * 3600);
        assertThat(answer.json().get("mustChangePassword").booleanValue()).isFalse();
        assertThat(REST.core.seen).containsEntry("portal", "sample");
    }

    @Test
    void anAgencySignsInByItsSecret() {
        Answer answer = token("{\"grant\":\"client_credentials\",\"clientId\":\"demo-agency\",\"clientSecret\":\"s\"}");
        assertThat(answer.json().get("token").textValue()).isEqualTo("agency");
    }

    @Test
    void aWrongPasswordIs401InTheCoresWords() {
        Answer answer = token("{\"portal\":\"sample\",\"loginName\":\"j1\",\"password\":\"wrong\"}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("detail").textValue()).isEqualTo("用户名或密码错误");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void aSignInThatLacksSomethingIsMalformed() {
        for (String body : List.of(
                "{}",
                "{\"loginName\":\"j1\"}",
                "{\"grant\":\"magic\"}",
                "{\"grant\":\"client_credentials\"}",
                "{\"user\":\"j1\"}")) {
            assertThat(token(body).status()).as(body).isEqualTo(400);
        }
    }

    @Test
    void nobodyGetsNoFurtherThanWhatIsOpen() {
        for (String path : List.of(
                "/api/v1/me",
                "/api/v1/cases",
                "/api/v1/cases/c-1",
                "/api/v1/cases/c-1/attachments/1",
                "/api/v1/tasks",
                "/api/v1/jurisdictions/sample/registers/licences",
                "/api/v1/jurisdictions/sample/procedures/transfer/options/person",
                "/api/v1/admin/modules")) {
            assertThat(REST.send(REST.request(path)).status()).as(path).isEqualTo(401);
            assertThat(as("dead", path).status()).as(path).isEqualTo(401);
        }
        for (String path : List.of(
                "/api/v1/jurisdictions",
                "/api/v1/jurisdictions/sample/procedures/transfer",
                "/api/v1/public/announcements",
                "/api/v1/public/jurisdictions/sample/registers/licences",
                "/api/openapi.json",
                "/api/docs",
                "/health/live")) {
            assertThat(REST.send(REST.request(path)).status()).as(path).isEqualTo(200);
            assertThat(as("dead", path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void whoMustChangeThePasswordCanDoNothingElse() {
        Answer refused = as("fresh", "/api/v1/cases");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("code").textValue()).isEqualTo("MUST_CHANGE_PASSWORD");

        assertThat(as("fresh", "/api/v1/me").json().get("mustChangePassword").booleanValue())
                .isTrue();
        Answer changed = REST.send(REST.request("/api/v1/me/password")
                .header("Authorization", "Bearer fresh")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"oldPassword\":\"a\",\"newPassword\":\"b\"}")));
        assertThat(changed.status()).isEqualTo(204);
        assertThat(REST.core.seen).containsEntry("newPassword", "b");
        Answer left = REST.send(REST.request("/api/v1/auth/token")
                .header("Authorization", "Bearer fresh")
                .DELETE());
        assertThat(left.status()).isEqualTo(204);
        assertThat(REST.core.seen).containsEntry("signedOut", "fresh");
    }

    @Test
    void theModulesAreForTheOperatorAlone() {
        assertThat(as("good", "/api/v1/admin/modules").status()).isEqualTo(403);

        var module = as("operator", "/api/v1/admin/modules").json().at("/items/0");
        assertThat(module.get("id").textValue()).isEqualTo("sample");
        assertThat(module.get("state").textValue()).isEqualTo("REJECTED");
        assertThat(module.at("/problems/0").textValue()).contains("org.zhijian.platform");
    }

    @Test
    void theAccountIsToldToItsOwner() {
        var me = as("good", "/api/v1/me").json();
        assertThat(me.fieldNames())
                .toIterable()
                .containsExactly(
                        "accountId",
                        "loginName",
                        "displayName",
                        "kind",
                        "jurisdiction",
                        "organisationId",
                        "personId",
                        "offices",
                        "mustChangePassword");
        assertThat(me.at("/offices/0").textValue()).isEqualTo("city");
    }
}
