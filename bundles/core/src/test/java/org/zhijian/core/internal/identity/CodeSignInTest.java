package org.zhijian.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.core.internal.identity.SignInScene.HASH;
import static org.zhijian.core.internal.identity.SignInScene.HERE;
import static org.zhijian.core.internal.identity.SignInScene.MOBILE;
import static org.zhijian.core.internal.identity.SignInScene.assertRefused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.signin.SignInMethod;
import org.zhijian.api.signin.SignInPolicy;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.Captcha;
import org.zhijian.core.identity.Session;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.EventEntity;

/** AUTH-02, row by row. */
class CodeSignInTest {

    private static SignInScene scene(Database database) {
        SignInScene scene = new SignInScene(database);
        scene.policy = SignInPolicy.PASSWORDS.withoutCaptcha().parties(SignInMethod.SMS);
        return scene;
    }

    private static String send(SignInScene scene) {
        scene.signIn.sendCode(scene.portal, "j1", Captcha.Answer.NONE, HERE);
        return scene.lastCode(MOBILE);
    }

    private static Session enter(SignInScene scene, String login, String code) {
        return scene.signIn.byCode(scene.portal, login, code, HERE);
    }

    private static String wrong(String code) {
        return code.equals("111111") ? "222222" : "111111";
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theCodeThatWasSentOpensASessionOnce(Database database) {
        SignInScene scene = scene(database);
        String code = send(scene);
        scene.clock.forward(Duration.ofSeconds(299));

        assertThat(enter(scene, "j1", code).caller().accountId()).isEqualTo(scene.account);
        assertRefused(() -> enter(scene, "j1", code), 401, "BAD_CODE");
        assertThat(scene.events())
                .extracting(EventEntity::action)
                .containsExactly("CODE_SENT", "SIGNED_IN", "SIGN_IN_FAILED");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void after301SecondsItHasExpired(Database database) {
        SignInScene scene = scene(database);
        String code = send(scene);
        scene.clock.forward(Duration.ofSeconds(301));

        assertRefused(() -> enter(scene, "j1", wrong(code)), 401, "BAD_CODE");
        assertThat(assertRefused(() -> enter(scene, "j1", code), 401, "CODE_EXPIRED"))
                .hasMessage("动态密码已过期");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theSixthTryIsRefusedThoughRight(Database database) {
        SignInScene scene = scene(database);
        String code = send(scene);
        for (int i = 0; i < 5; i++) {
            assertRefused(() -> enter(scene, "j1", wrong(code)), 401, "BAD_CODE");
        }

        assertRefused(() -> enter(scene, "j1", code), 401, "BAD_CODE");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theCodeOfOneLoginDoesNotOpenAnotherOfTheSameFirm(Database database) {
        SignInScene scene = scene(database);
        scene.create(NewAccount.organisation(scene.portal, "j1-b", scene.organisation, HASH));
        String code = send(scene);

        assertRefused(() -> enter(scene, "j1-b", code), 401, "BAD_CODE");
        scene.signIn.sendCode(scene.portal, "j1-b", Captcha.Answer.NONE, HERE);
        assertThat(enter(scene, "j1", code).caller().loginName()).isEqualTo("j1");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aCodeSentToANumberThatIsNoLongerTheAccountsIsWorthNothing(Database database) {
        SignInScene scene = scene(database);
        String code = send(scene);
        scene.transactions.run(em -> em.find(AccountEntity.class, scene.account).mobile("13900000099"));

        assertRefused(() -> enter(scene, "j1", code), 401, "BAD_CODE");
    }

    /** Fifty guesses at the same moment are five tries and forty-five that are not looked at; the right one is among the latter. */
    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void fiftyGuessesAtTheSameMomentCountAsFifty(Database database) throws Exception {
        SignInScene scene = scene(database);
        String code = send(scene);
        List<Callable<String>> guesses = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String guess = "%06d".formatted((Integer.parseInt(code) + 1 + i) % 1_000_000);
            guesses.add(() -> outcome(scene, guess));
        }
        ExecutorService attackers = Executors.newFixedThreadPool(10);
        try {
            for (Future<String> guess : attackers.invokeAll(guesses)) {
                assertThat(guess.get()).isEqualTo("BAD_CODE");
            }
        } finally {
            attackers.shutdown();
        }

        assertRefused(() -> enter(scene, "j1", code), 401, "BAD_CODE");
        assertThat(scene.events())
                .filteredOn(event -> event.action().equals("SIGN_IN_FAILED"))
                .hasSize(51);
    }

    private static String outcome(SignInScene scene, String guess) {
        try {
            enter(scene, "j1", guess);
            return "in";
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void oneRightCodeOpensOneSessionHoweverManyTryIt(Database database) throws Exception {
        SignInScene scene = scene(database);
        String code = send(scene);
        List<Callable<String>> same = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            same.add(() -> outcome(scene, code));
        }
        ExecutorService people = Executors.newFixedThreadPool(5);
        List<String> outcomes = new ArrayList<>();
        try {
            for (Future<String> outcome : people.invokeAll(same)) {
                outcomes.add(outcome.get());
            }
        } finally {
            people.shutdown();
        }

        assertThat(outcomes).containsExactlyInAnyOrder("in", "BAD_CODE", "BAD_CODE", "BAD_CODE", "BAD_CODE");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theNextIsSentAfterAMinuteAndTenADay(Database database) {
        SignInScene scene = scene(database);
        send(scene);
        scene.clock.forward(Duration.ofSeconds(59));
        send(scene);
        assertThat(scene.messagesTo(MOBILE)).isEqualTo(1);
        scene.clock.forward(Duration.ofSeconds(1));
        for (int i = 0; i < 12; i++) {
            send(scene);
            scene.clock.forward(Duration.ofSeconds(60));
        }

        assertThat(scene.messagesTo(MOBILE)).isEqualTo(10);
        scene.clock.forward(Duration.ofDays(1));
        send(scene);
        assertThat(scene.messagesTo(MOBILE)).isEqualTo(11);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void nobodyLearnsWhichNamesExist(Database database) {
        SignInScene scene = scene(database);

        scene.signIn.sendCode(scene.portal, "nobody", Captcha.Answer.NONE, HERE);
        scene.signIn.sendCode(scene.portal, "j\0", Captcha.Answer.NONE, HERE);

        Refusal unknown = assertRefused(() -> enter(scene, "nobody", "123456"), 401, "BAD_CODE");
        String code = send(scene);
        Refusal known = assertRefused(() -> enter(scene, "j1", wrong(code)), 401, "BAD_CODE");
        assertThat(unknown.getMessage()).isEqualTo(known.getMessage());
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aDisabledAccountGetsNoCode(Database database) {
        SignInScene scene = scene(database);
        scene.transactions.run(em -> em.find(AccountEntity.class, scene.account).status(Accounts.DISABLED));

        scene.signIn.sendCode(scene.portal, "j1", Captcha.Answer.NONE, HERE);

        assertThat(scene.messagesTo(MOBILE)).isZero();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whatTheRegionDoesNotOfferIsRefused(Database database) {
        SignInScene scene = scene(database);
        assertRefused(scene::enter, 403, "METHOD_NOT_OFFERED");
        scene.fail("j1", HERE);

        scene.policy = SignInPolicy.PASSWORDS;
        assertRefused(
                () -> scene.signIn.sendCode(scene.portal, "j1", Captcha.Answer.NONE, HERE), 403, "METHOD_NOT_OFFERED");
        assertRefused(() -> enter(scene, "j1", "123456"), 403, "METHOD_NOT_OFFERED");

        scene.policy = SignInPolicy.PASSWORDS.reviewers(SignInMethod.SMS).withoutCaptcha();
        scene.signIn.sendCode(scene.portal, "j1", Captcha.Answer.NONE, HERE);
        assertThat(scene.messagesTo(MOBILE)).isZero();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whereACaptchaIsAskedForItIsBeforeASmsToo(Database database) {
        SignInScene scene = scene(database);
        scene.policy = SignInPolicy.PASSWORDS.parties(SignInMethod.SMS);

        assertRefused(() -> scene.signIn.sendCode(scene.portal, "j1", Captcha.Answer.NONE, HERE), 422, "CAPTCHA");
        assertThat(scene.messagesTo(MOBILE)).isZero();
    }
}
