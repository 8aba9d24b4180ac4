package org.zhijian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhijian.core.identity.Captcha;
import org.zhijian.core.identity.UsbKeySignIn;
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
        assertThat(module.get("stateTitle").textValue()).isEqualTo("未通过检查");
        assertThat(module.at("/problems/0/problem").textValue()).contains("org.zhijian.platform");
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

    private static Answer post(String path, String json) {
        return REST.send(REST.request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer good")
                .method("POST", BodyPublishers.ofString(json)));
    }

    @Test
    void aCaptchaIsAPictureAndItsAnswerGoesWithThePassword() {
        Answer captcha = REST.send(REST.request("/api/v1/auth/captcha"));
        assertThat(captcha.json().get("captchaId").textValue()).isEqualTo("c-1");
        assertThat(captcha.json().get("image").textValue()).isEqualTo("data:image/png;base64,AQ==");

        token("{\"portal\":\"sample\",\"loginName\":\"j1\",\"password\":\"right\","
                + "\"captchaId\":\"c-1\",\"captcha\":\"K7P2\"}");
        assertThat(REST.core.seen).containsEntry("captcha", new Captcha.Answer("c-1", "K7P2"));
    }

    @Test
    void aDynamicPasswordIsAskedForAndGivesAToken() {
        Answer sent = post("/api/v1/auth/sms", "{\"portal\":\"sample\",\"loginName\":\"j1\"}");
        assertThat(sent.status()).isEqualTo(202);
        assertThat(REST.core.seen).containsEntry("codeFor", "j1");

        Answer answer = token("{\"portal\":\"sample\",\"loginName\":\"j1\",\"smsCode\":\"012345\"}");
        assertThat(answer.json().get("token").textValue()).isEqualTo("good");
        assertThat(REST.core.seen).containsEntry("code", "012345");
    }

    @Test
    void aScannedCodeLeadsToATicketAndATicketToAToken() {
        Answer code = post("/api/v1/auth/qr", "{\"portal\":\"sample\"}");
        assertThat(code.json().get("content").textValue()).isEqualTo("/sample/scan/q-1");
        assertThat(post("/api/v1/auth/qr/q-1/scan", "")
                        .json()
                        .at("/roles/0/note")
                        .textValue())
                .isEqualTo("待审核");
        post("/api/v1/auth/qr/q-1/confirm", "{\"accountId\":\"a-1\"}");
        assertThat(REST.core.seen).containsEntry("role", "a-1");
        assertThat(REST.send(REST.request("/api/v1/auth/qr/q-1"))
                        .json()
                        .get("ticket")
                        .isNull())
                .isTrue();
        assertThat(REST.send(REST.request("/api/v1/auth/qr/q-1").header("X-Qr-Secret", "secret"))
                        .json()
                        .get("ticket")
                        .textValue())
                .isEqualTo("ticket");

        assertThat(token("{\"qrId\":\"q-1\",\"ticket\":\"ticket\"}").status()).isEqualTo(200);
        assertThat(token("{\"ticket\":\"ticket\"}").status()).isEqualTo(400);
    }

    @Test
    void whoeverComesFromAServicePlatformBringsStateAndTicket() {
        Answer started = post("/api/v1/auth/service-platform", "{\"portal\":\"sample\"}");
        assertThat(started.json().get("address").textValue()).isEqualTo("https://platform.example/");

        assertThat(token("{\"state\":\"state\",\"ticket\":\"t-1\"}").status()).isEqualTo(200);
        assertThat(REST.core.seen).containsEntry("platform", "state t-1");
        assertThat(token("{\"state\":\"state\"}").status()).isEqualTo(400);
    }

    @Test
    void aLockAnswersItsChallenge() {
        Answer challenge = post("/api/v1/auth/usbkey/challenge", "{\"serial\":\"L-1\"}");
        assertThat(challenge.json().get("nonce").textValue()).isEqualTo("nonce");
        Answer answer = post(
                "/api/v1/auth/usbkey/verify",
                "{\"serial\":\"L-1\",\"certificate\":\"c\",\"signature\":\"s\",\"password\":\"p\"}");
        assertThat(answer.json().get("token").textValue()).isEqualTo("good");
        assertThat(REST.core.seen).containsEntry("proof", new UsbKeySignIn.Proof("L-1", "", "c", "s", "p"));
    }

    @Test
    void aMobileNumberIsChangedInTwoStepsAndAnOfficeDecides() {
        assertThat(post("/api/v1/me/mobile/old-code", "").status()).isEqualTo(202);
        assertThat(post("/api/v1/me/mobile/proof", "{\"code\":\"1\"}")
                        .json()
                        .get("proof")
                        .textValue())
                .isEqualTo("proof");
        assertThat(post("/api/v1/me/mobile/new-code", "{\"proof\":\"p\",\"mobile\":\"13900000002\"}")
                        .status())
                .isEqualTo(202);
        Answer changed = post("/api/v1/me/mobile", "{\"proof\":\"p\",\"mobile\":\"13900000002\",\"code\":\"1\"}");
        assertThat(changed.json().get("effective").booleanValue()).isFalse();
        assertThat(as("good", "/api/v1/me/mobile").json().get("pending").textValue())
                .isEqualTo("139****0002");

        assertThat(as("good", "/api/v1/jurisdictions/sample/mobile-changes")
                        .json()
                        .at("/items/0/requestedAt")
                        .textValue())
                .isEqualTo("2026-11-23T09:00:00+08:00");
        post(
                "/api/v1/jurisdictions/sample/mobile-changes/m-1/decision",
                "{\"decision\":\"RETURN\",\"opinion\":\"不符\"}");
        assertThat(REST.core.seen).containsEntry("decided", "m-1 false 不符");
        assertThat(post("/api/v1/jurisdictions/sample/mobile-changes/m-1/decision", "{\"decision\":\"MAYBE\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anOfficeChangesNumbersAndLocks() {
        String means = "/api/v1/jurisdictions/sample/sign-in-means";
        assertThat(as("good", means).json().at("/items/0/mobile").textValue()).isEqualTo("139****0001");
        assertThat(REST.send(REST.request(means + "/a-1/usb-key")
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer good")
                                .method("PUT", BodyPublishers.ofString("{\"serial\":\"L-1\"}")))
                        .status())
                .isEqualTo(204);
        assertThat(REST.core.seen).containsEntry("bound", "L-1");
    }
}
