package org.zhijian.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.core.internal.identity.SignInScene.HASH;
import static org.zhijian.core.internal.identity.SignInScene.HERE;
import static org.zhijian.core.internal.identity.SignInScene.MOBILE;
import static org.zhijian.core.internal.identity.SignInScene.PASSWORD;
import static org.zhijian.core.internal.identity.SignInScene.assertRefused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.signin.SignInMethod;
import org.zhijian.api.signin.SignInPolicy;
import org.zhijian.core.identity.Captcha;
import org.zhijian.core.identity.Session;
import org.zhijian.core.identity.UsbKeySignIn;
import org.zhijian.core.identity.UsbKeySignIn.Proof;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.settings.TestSettings;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.entity.EventEntity;

/** AUTH-04, row by row, with a software key pair for a lock. */
class UsbKeySignInTest {
    private static final SoftwareLock AUTHORITY = SoftwareLock.authority("CN=locks");

    @TempDir
    Path folder;

    private SignInScene scene;
    private UsbKeySignIn usbKeys;
    private final String serial = "LOCK-" + Ids.next().substring(24);
    private final SoftwareLock lock = AUTHORITY.issue(serial);

    private void arrange(Database database) {
        scene = new SignInScene(database);
        scene.policy = SignInPolicy.PASSWORDS.withoutCaptcha().parties(SignInMethod.USB_KEY);
        Path authorities = write("authorities.pem", AUTHORITY.pem());
        Path revocations = write("revoked.pem", AUTHORITY.revoke(scene.clock.instant()));
        usbKeys = new UsbKeySignInService(
                scene.transactions,
                scene.clock.time(),
                scene.entrance,
                TestSettings.of(
                        folder,
                        Map.of(
                                "usbKeyAuthorities", authorities.toString(),
                                "usbKeyRevocations", revocations.toString())));
        scene.transactions.run(em -> new UsbKeys(em).bind(serial, scene.account, scene.clock.instant()));
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Session enter(SoftwareLock with, String password) {
        String nonce = usbKeys.challenge(serial).nonce();
        return usbKeys.verify(new Proof(serial, nonce, with.pem(), with.sign(nonce), password), HERE);
    }

    private void assertKeptOut(SoftwareLock with, String reason) {
        assertRefused(() -> enter(with, PASSWORD), 401, "USB_KEY_REFUSED");
        assertThat(scene.events()).last().extracting(EventEntity::opinion).isEqualTo("加密锁：" + reason);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theLockAndThePasswordOpenASession(Database database) {
        arrange(database);

        assertThat(enter(lock, PASSWORD).caller().accountId()).isEqualTo(scene.account);
        assertThat(scene.events()).extracting(EventEntity::opinion).containsExactly("加密锁");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void curvesAndSm2AreUnderstood(Database database) {
        arrange(database);

        assertThat(enter(AUTHORITY.issue(serial, SoftwareLock.END, "EC", "secp256r1", "SHA256withECDSA"), PASSWORD))
                .isNotNull();
        assertThat(enter(AUTHORITY.issue(serial, SoftwareLock.END, "EC", "sm2p256v1", "SM3withSM2"), PASSWORD))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theLastChallengeNeedNotBeNamed(Database database) {
        arrange(database);
        usbKeys.challenge(serial);
        scene.clock.forward(Duration.ofMillis(1));
        String nonce = usbKeys.challenge(serial).nonce();

        assertThat(usbKeys.verify(new Proof(serial, "", lock.pem(), lock.sign(nonce), PASSWORD), HERE))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theValidLockOfAnotherAccountIsRefused(Database database) {
        arrange(database);
        scene.create(NewAccount.organisation(scene.portal, "other", scene.organisation, HASH));
        SoftwareLock other = AUTHORITY.issue("OTHER-0001");

        assertKeptOut(other, "证书与加密锁序列号不符");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aRevokedCertificateIsRefused(Database database) {
        arrange(database);
        write("revoked.pem", AUTHORITY.revoke(scene.clock.instant(), lock));

        assertKeptOut(lock, "证书不受信任、已过期或已吊销");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aCertificateOfNobodyKnownOrThatHasEndedIsRefused(Database database) {
        arrange(database);
        Instant yesterday = scene.clock.instant().minus(Duration.ofDays(1));

        assertKeptOut(SoftwareLock.authority("CN=locks").issue(serial), "证书不受信任、已过期或已吊销");
        assertKeptOut(AUTHORITY.issue(serial, yesterday, "RSA", "", "SHA256withRSA"), "证书不受信任、已过期或已吊销");
        assertRefused(
                () -> usbKeys.verify(new Proof(serial, "", "no certificate", "AAAA", PASSWORD), HERE),
                401,
                "USB_KEY_REFUSED");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aSignatureOfAnotherKeyIsRefused(Database database) {
        arrange(database);
        String nonce = usbKeys.challenge(serial).nonce();
        String forged = AUTHORITY.issue(serial).sign(nonce);

        assertRefused(
                () -> usbKeys.verify(new Proof(serial, nonce, lock.pem(), forged, PASSWORD), HERE),
                401,
                "USB_KEY_REFUSED");
        assertThat(scene.events()).last().extracting(EventEntity::opinion).isEqualTo("加密锁：签名不正确");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theRightLockWithAWrongPasswordIsRefusedAndCounted(Database database) {
        arrange(database);
        for (int i = 0; i < 5; i++) {
            assertRefused(() -> enter(lock, "wrong"), 401, "BAD_CREDENTIALS");
        }

        assertRefused(() -> enter(lock, PASSWORD), 429, "LOCKED");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aChallengeIsGoodOnceAndFor120Seconds(Database database) {
        arrange(database);
        String used = usbKeys.challenge(serial).nonce();
        Proof proof = new Proof(serial, used, lock.pem(), lock.sign(used), PASSWORD);
        usbKeys.verify(proof, HERE);
        assertRefused(() -> usbKeys.verify(proof, HERE), 401, "USB_KEY_REFUSED");

        String late = usbKeys.challenge(serial).nonce();
        scene.clock.forward(Duration.ofSeconds(120));
        assertRefused(
                () -> usbKeys.verify(new Proof(serial, late, lock.pem(), lock.sign(late), PASSWORD), HERE),
                401,
                "USB_KEY_REFUSED");
        assertThat(scene.events()).last().extracting(EventEntity::opinion).isEqualTo("加密锁：验证已超时");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aLostLockOpensNothingAndLeavesTheDynamicPassword(Database database) {
        arrange(database);
        scene.signIn.sendCode(scene.portal, "j1", Captcha.Answer.NONE, HERE);
        assertThat(scene.messagesTo(MOBILE)).isZero();

        scene.transactions.run(em -> new UsbKeys(em).unbind(scene.account, scene.clock.instant()));

        assertRefused(() -> enter(lock, PASSWORD), 401, "USB_KEY_REFUSED");
        scene.signIn.sendCode(scene.portal, "j1", Captcha.Answer.NONE, HERE);
        assertThat(scene.signIn
                        .byCode(scene.portal, "j1", scene.lastCode(MOBILE), HERE)
                        .token())
                .isNotBlank();
    }
}
