package org.zhijian.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.core.internal.identity.SignInScene.ELSEWHERE;
import static org.zhijian.core.internal.identity.SignInScene.HERE;
import static org.zhijian.core.internal.identity.SignInScene.PASSWORD;
import static org.zhijian.core.internal.identity.SignInScene.assertRefused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.signin.SignInPolicy;
import org.zhijian.core.identity.Captcha;
import org.zhijian.core.identity.Session;
import org.zhijian.core.identity.SignIn;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.entity.ChallengeEntity;
import org.zhijian.core.internal.store.entity.EventEntity;

/** AUTH-01, row by row. */
class CaptchaTest {
    private static final String TEXT = "K7P2";

    private static SignInScene scene(Database database) {
        SignInScene scene = new SignInScene(database);
        scene.policy = SignInPolicy.PASSWORDS;
        return scene;
    }

    private static Captcha.Answer read(SignInScene scene, String typed) {
        Captcha captcha = new Captchas(scene.transactions, scene.clock.time()).keep(TEXT);
        return new Captcha.Answer(captcha.id(), typed);
    }

    private static Session enter(SignInScene scene, String password, Captcha.Answer answer) {
        return scene.signIn.byPassword(scene.portal, "j1", password, answer, HERE);
    }

    private static void assertMisread(SignInScene scene, String password, Captcha.Answer answer) {
        assertThat(assertRefused(() -> enter(scene, password, answer), 422, "CAPTCHA"))
                .hasMessage("验证码错误或已过期");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void allRightOpensASessionInLettersOfEitherCase(Database database) {
        SignInScene scene = scene(database);

        assertThat(enter(scene, PASSWORD, read(scene, "k7p2")).token()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aMisreadCaptchaIsNoFailureOfThePassword(Database database) {
        SignInScene scene = scene(database);

        for (int i = 0; i < 6; i++) {
            assertMisread(scene, PASSWORD, read(scene, "K7P3"));
        }

        assertThat(scene.events()).isEmpty();
        assertThat(enter(scene, PASSWORD, read(scene, TEXT)).token()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theCaptchaIsLookedAtFirst(Database database) {
        SignInScene scene = scene(database);

        assertMisread(scene, "wrong", read(scene, "nope"));
        assertThat(assertRefused(() -> enter(scene, "wrong", Captcha.Answer.NONE), 422, "CAPTCHA"))
                .hasMessage("请输入验证码");
        assertRefused(() -> enter(scene, "wrong", read(scene, TEXT)), 401, "BAD_CREDENTIALS");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aCaptchaIsGoodOnceAndFor180Seconds(Database database) {
        SignInScene scene = scene(database);
        Captcha.Answer used = read(scene, TEXT);
        enter(scene, PASSWORD, used);
        assertMisread(scene, PASSWORD, used);

        Captcha.Answer misread = read(scene, "AAAA");
        assertMisread(scene, PASSWORD, misread);
        assertMisread(scene, PASSWORD, new Captcha.Answer(misread.id(), TEXT));

        Captcha.Answer late = read(scene, TEXT);
        scene.clock.forward(Duration.ofSeconds(181));
        assertMisread(scene, PASSWORD, late);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whatIsNoIdOfACaptchaIsNoneOfOurs(Database database) {
        SignInScene scene = scene(database);

        assertMisread(scene, PASSWORD, new Captcha.Answer("x", TEXT));
        assertMisread(scene, PASSWORD, new Captcha.Answer("\0".repeat(43), TEXT));
        assertMisread(scene, PASSWORD, new Captcha.Answer("a".repeat(100_000), TEXT));
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theAnswerIsNowhereToBeRead(Database database) {
        SignInScene scene = scene(database);
        String id = read(scene, TEXT).id();

        ChallengeEntity kept = scene.transactions.read(em -> em.find(ChallengeEntity.class, id));

        assertThat(kept.answer()).hasSize(64);
    }

    /** Nobody is locked out of their own account by others; who guesses together has to read. */
    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aNameThatIsGuessedAtFromManyAddressesAsksForACaptcha(Database database) {
        SignInScene scene = new SignInScene(database);
        for (int i = 0; i < 15; i++) {
            scene.fail("j1", "198.51.100." + i);
        }

        assertRefused(() -> scene.byPassword("j1", PASSWORD, ELSEWHERE), 422, "CAPTCHA");
        assertThat(scene.signIn
                        .byPassword(scene.portal, "j1", PASSWORD, read(scene, TEXT), ELSEWHERE)
                        .token())
                .isNotBlank();
        scene.clock.forward(Duration.ofMinutes(15));
        assertThat(scene.byPassword("j1", PASSWORD, ELSEWHERE).token()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aDemonstrationAsksForNoneButChecksWhatIsAnswered(Database database) {
        SignInScene scene = scene(database);
        SignInPolicies policies = new SignInPolicies(any -> Optional.of(scene.policy), true);
        SignIn demonstration = new SignInService(
                scene.transactions,
                scene.clock.time(),
                policies,
                new Entrance(scene.transactions, scene.clock.time(), policies));

        assertThat(demonstration
                        .byPassword(scene.portal, "j1", PASSWORD, Captcha.Answer.NONE, HERE)
                        .token())
                .isNotBlank();
        Captcha.Answer misread = read(scene, "AAAA");
        assertRefused(() -> demonstration.byPassword(scene.portal, "j1", PASSWORD, misread, HERE), 422, "CAPTCHA");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theLogOfTheAccountTellsTheMethod(Database database) {
        SignInScene scene = scene(database);
        enter(scene, PASSWORD, read(scene, TEXT));

        assertThat(scene.events()).extracting(EventEntity::opinion).isEqualTo(List.of("账号密码"));
    }

    @Test
    void everyCharacterCanBeDrawn() throws IOException {
        byte[] png = CaptchaPicture.png(CaptchaPicture.SIGNS.substring(0, 4), new Random(1));
        assertThat(CaptchaPicture.SIGNS).hasSize(25).doesNotContain("0", "O", "1", "I", "8", "B");
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(120);
        for (char sign : CaptchaPicture.SIGNS.toCharArray()) {
            assertThat(CaptchaPicture.png(String.valueOf(sign), new Random(2))).hasSizeGreaterThan(500);
        }
    }
}
