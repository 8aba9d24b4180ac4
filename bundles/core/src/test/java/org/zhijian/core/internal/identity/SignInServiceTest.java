package org.zhijian.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.core.internal.identity.SignInScene.ELSEWHERE;
import static org.zhijian.core.internal.identity.SignInScene.HASH;
import static org.zhijian.core.internal.identity.SignInScene.HERE;
import static org.zhijian.core.internal.identity.SignInScene.PASSWORD;
import static org.zhijian.core.internal.identity.SignInScene.assertRefused;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.directory.Office;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.Captcha;
import org.zhijian.core.identity.Session;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.EventLog;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.EventEntity;

class SignInServiceTest {

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theRightPasswordOpensASession(Database database) {
        SignInScene scene = new SignInScene(database);

        Session session = scene.enter();

        assertThat(session.token()).hasSizeGreaterThanOrEqualTo(43);
        Caller caller = scene.signIn.caller(session.token(), HERE).orElseThrow();
        assertThat(caller)
                .isEqualTo(new Caller(
                        Caller.Kind.ORGANISATION,
                        scene.account,
                        "j1",
                        "南京示例检测中心有限公司（j1）",
                        scene.portal,
                        scene.organisation.id(),
                        "",
                        Set.of(),
                        false,
                        HERE))
                .isEqualTo(session.caller());
        scene.signIn.signOut(session.token());
        assertThat(scene.signIn.caller(session.token(), HERE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void anOfficeIsCalledByItsName(Database database) {
        SignInScene scene = new SignInScene(database);
        Office office = Office.office(scene.portal + "-city", "南京市质监站", Office.Level.CITY, "320100");
        scene.transactions.run(em -> new DirectoryEditor(em).saveOffices(scene.portal, List.of(office)));
        scene.create(NewAccount.office(scene.portal, office.id(), office, HASH));

        Caller caller = scene.byPassword(office.id(), PASSWORD, HERE).caller();

        assertThat(caller.kind()).isEqualTo(Caller.Kind.OFFICE);
        assertThat(caller.offices()).containsExactly(office.id());
        assertThat(caller.displayName()).isEqualTo("南京市质监站（" + office.id() + "）");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void wrongNameAndWrongPasswordReadTheSame(Database database) {
        SignInScene scene = new SignInScene(database);

        Refusal wrongPassword = assertRefused(() -> scene.byPassword("j1", "wrong", HERE), 401, "BAD_CREDENTIALS");
        Refusal wrongName = assertRefused(() -> scene.byPassword("nobody", PASSWORD, HERE), 401, "BAD_CREDENTIALS");
        Refusal noName = assertRefused(() -> scene.byPassword("j\0" + "1", PASSWORD, HERE), 401, "BAD_CREDENTIALS");

        assertThat(wrongPassword).hasMessage("账号或密码错误");
        assertThat(wrongName).hasMessage("账号或密码错误");
        assertThat(noName).hasMessage("账号或密码错误");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void fiveFailuresLockThisAddressAlone(Database database) {
        SignInScene scene = new SignInScene(database);
        for (int i = 0; i < 5; i++) {
            scene.fail("j1", HERE);
        }

        assertRefused(scene::enter, 429, "LOCKED");
        assertThat(scene.byPassword("j1", PASSWORD, ELSEWHERE).token()).isNotBlank();
        scene.clock.forward(Duration.ofMinutes(15));
        assertThat(scene.enter().token()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aNameWithoutAnAccountIsLockedToo(Database database) {
        SignInScene scene = new SignInScene(database);
        for (int i = 0; i < 5; i++) {
            scene.fail("nobody", HERE);
        }

        assertRefused(() -> scene.byPassword("nobody", "wrong", HERE), 429, "LOCKED");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void failuresAreForgottenAfterASuccessAndAfterAQuarterOfAnHour(Database database) {
        SignInScene scene = new SignInScene(database);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                scene.fail("j1", HERE);
            }
            scene.enter();
        }
        for (int i = 0; i < 4; i++) {
            scene.fail("j1", HERE);
        }
        scene.clock.forward(Duration.ofMinutes(16));
        scene.fail("j1", HERE);
        assertThat(scene.enter().token()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aSessionEndsWithoutUseAndAfterEightHours(Database database) {
        SignInScene scene = new SignInScene(database);
        String idle = scene.enter().token();
        scene.clock.forward(Duration.ofMinutes(31));
        assertThat(scene.signIn.caller(idle, HERE)).isEmpty();

        String used = scene.enter().token();
        for (int minutes = 0; minutes < 8 * 60 - 20; minutes += 20) {
            scene.clock.forward(Duration.ofMinutes(20));
            assertThat(scene.signIn.caller(used, HERE)).isPresent();
        }
        scene.clock.forward(Duration.ofMinutes(21));
        assertThat(scene.signIn.caller(used, HERE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aDisabledAccountHearsSoWithTheRightPasswordOnly(Database database) {
        SignInScene scene = new SignInScene(database);
        String token = scene.enter().token();
        scene.transactions.run(em -> em.find(AccountEntity.class, scene.account).status(Accounts.DISABLED));

        scene.fail("j1", HERE);
        assertThat(assertRefused(scene::enter, 403, "ACCOUNT_DISABLED")).hasMessage("账号已停用");
        assertThat(scene.signIn.caller(token, HERE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void operatorsSignInAnywhereAndAgenciesByTheirSecretAlone(Database database) {
        SignInScene scene = new SignInScene(database);
        String operator = "operator-" + scene.portal;
        String agency = "agency-" + scene.portal;
        scene.create(NewAccount.operator(operator, HASH));
        scene.create(NewAccount.agency(agency, "演示接入方", HASH));

        Caller caller = scene.byPassword(operator, PASSWORD, HERE).caller();
        assertThat(caller.kind()).isEqualTo(Caller.Kind.OPERATOR);
        assertThat(caller.jurisdiction()).isEmpty();
        assertThat(caller.displayName()).isEqualTo("系统管理员（" + operator + "）");
        assertThat(scene.signIn.byClientSecret(agency, PASSWORD, HERE).caller().kind())
                .isEqualTo(Caller.Kind.AGENCY);
        assertRefused(
                () -> scene.signIn.byPassword("*", agency, PASSWORD, Captcha.Answer.NONE, HERE),
                401,
                "BAD_CREDENTIALS");
        assertRefused(() -> scene.signIn.byClientSecret(operator, PASSWORD, HERE), 401, "BAD_CREDENTIALS");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void manyMaySignInToOneAccountAtTheSameTime(Database database) throws Exception {
        SignInScene scene = new SignInScene(database);
        Callable<Session> enter = scene::enter;
        ExecutorService people = Executors.newFixedThreadPool(6);
        Set<String> tokens = new HashSet<>();
        try {
            for (Future<Session> session : people.invokeAll(Collections.nCopies(12, enter))) {
                tokens.add(session.get().token());
            }
        } finally {
            people.shutdown();
        }

        assertThat(tokens).hasSize(12);
        assertThat(scene.events()).extracting(EventEntity::seq).hasSize(12).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void everySignInIsInTheLogOfTheAccount(Database database) {
        SignInScene scene = new SignInScene(database);
        scene.fail("j1", HERE);
        scene.signIn.changePassword(scene.enter().caller(), PASSWORD, "Wuxi2026");

        List<EventEntity> events = scene.events();
        assertThat(events)
                .extracting(EventEntity::action)
                .containsExactly("SIGN_IN_FAILED", "SIGNED_IN", "PASSWORD_CHANGED");
        assertThat(events).extracting(EventEntity::accountId).containsExactly("", scene.account, scene.account);
        EventLog.Head head = EventLog.Head.START;
        for (EventEntity event : events) {
            assertThat(EventLog.follows(head, event)).isTrue();
            head = new EventLog.Head(event.seq(), event.hash());
        }
        AccountEntity account = scene.transactions.read(em -> em.find(AccountEntity.class, scene.account));
        assertThat(new EventLog.Head(account.eventSeq(), account.eventHash())).isEqualTo(head);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void anAccountIsMadeOnce(Database database) {
        SignInScene scene = new SignInScene(database);

        String again = scene.create(
                NewAccount.organisation(scene.portal, "j1", scene.organisation, Passwords.hash("Other-2026")));

        assertThat(again).isEqualTo(scene.account);
        assertThat(scene.enter().token()).isNotBlank();
    }
}
