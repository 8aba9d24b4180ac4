package org.zhijian.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhijian.core.internal.identity.SignInScene.HASH;
import static org.zhijian.core.internal.identity.SignInScene.HERE;
import static org.zhijian.core.internal.identity.SignInScene.assertRefused;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Person;
import org.zhijian.api.signin.SignInMethod;
import org.zhijian.api.signin.SignInPolicy;
import org.zhijian.core.access.Caller;
import org.zhijian.core.identity.QrSignIn;
import org.zhijian.core.identity.QrSignIn.Progress;
import org.zhijian.core.identity.QrSignIn.Role;
import org.zhijian.core.identity.QrSignIn.Started;
import org.zhijian.core.identity.QrSignIn.State;
import org.zhijian.core.identity.Session;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.EventEntity;

/** AUTH-03, row by row. */
class QrSignInTest {
    private SignInScene scene;
    private QrSignIn qr;

    private void arrange(Database database) {
        scene = new SignInScene(database);
        scene.policy = SignInPolicy.PASSWORDS.withoutCaptcha().parties(SignInMethod.PASSWORD, SignInMethod.QR_CODE);
        OneRegion region = new OneRegion(scene, Office.office("o1", "示例科", Office.Level.CITY, "320100"));
        qr = new QrSignInService(scene.transactions, scene.clock.time(), scene.policies, scene.entrance, region);
    }

    /** A natural person with an account of their own, signed in on the phone. */
    private Caller person(String login) {
        String id = Ids.next();
        Person person = new Person(id, "许滇经", Person.IdType.ID, id.substring(18), "13900000021");
        scene.transactions.run(em -> new DirectoryEditor(em).save(person));
        scene.create(NewAccount.person(scene.portal, login, person, HASH));
        return scene.enter(login);
    }

    private void hold(Caller person, String accountId) {
        scene.transactions.run(em -> new Accounts(em).hold(accountId, person.personId()));
    }

    private State state(Started code) {
        return qr.progress(code.id(), code.secret()).state();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aPersonScansChoosesARoleAndTheScreenEnters(Database database) {
        arrange(database);
        Caller person = person("p21");
        hold(person, scene.account);
        Started code = qr.start(scene.portal);
        assertThat(code.expiresIn()).isEqualTo(Duration.ofSeconds(120));
        assertThat(state(code)).isEqualTo(State.PENDING);

        assertThat(qr.scan(person, code.id()))
                .extracting(Role::loginName, Role::displayName, Role::selectable, Role::preselected)
                .containsExactly(tuple("j1", "南京示例检测中心有限公司（j1）", true, false), tuple("p21", "许滇经（p21）", true, false));
        assertThat(state(code)).isEqualTo(State.SCANNED);
        qr.confirm(person, code.id(), scene.account);

        Progress progress = qr.progress(code.id(), code.secret());
        assertThat(progress.state()).isEqualTo(State.CONFIRMED);
        Session session = qr.redeem(code.id(), progress.ticket(), HERE);
        assertThat(session.caller().organisationId()).isEqualTo(scene.organisation.id());
        assertThat(session.caller().personId()).isEmpty();
        assertThat(scene.events()).extracting(EventEntity::opinion).containsExactly("扫码");
        assertThat(state(code)).isEqualTo(State.USED);
        assertRefused(() -> qr.redeem(code.id(), progress.ticket(), HERE), 401, "BAD_TICKET");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void unscannedFor120SecondsItExpires(Database database) {
        arrange(database);
        Caller person = person("p21");
        Started code = qr.start(scene.portal);
        scene.clock.forward(Duration.ofSeconds(120));

        assertThat(state(code)).isEqualTo(State.EXPIRED);
        assertRefused(() -> qr.scan(person, code.id()), 409, "QR_EXPIRED");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void anAccountOfAnotherCannotBeChosen(Database database) {
        arrange(database);
        Caller person = person("p21");
        Started code = qr.start(scene.portal);
        qr.scan(person, code.id());

        assertRefused(() -> qr.confirm(person, code.id(), scene.account), 403, "FORBIDDEN");
        assertThat(state(code)).isEqualTo(State.SCANNED);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void onlyTheSessionThatShowsTheCodeGetsTheTicket(Database database) {
        arrange(database);
        Caller person = person("p21");
        Started code = qr.start(scene.portal);
        qr.scan(person, code.id());
        qr.confirm(person, code.id(), person.accountId());

        assertThat(qr.progress(code.id(), "another")).isEqualTo(new Progress(State.CONFIRMED, ""));
        assertThat(qr.progress(code.id(), "").ticket()).isEmpty();
        assertRefused(() -> qr.redeem(code.id(), "", HERE), 401, "BAD_TICKET");
        assertThat(qr.progress(code.id(), code.secret()).ticket()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theTicketIsGoodFor30Seconds(Database database) {
        arrange(database);
        Caller person = person("p21");
        Started code = qr.start(scene.portal);
        qr.scan(person, code.id());
        qr.confirm(person, code.id(), person.accountId());
        String ticket = qr.progress(code.id(), code.secret()).ticket();
        scene.clock.forward(Duration.ofSeconds(30));

        assertRefused(() -> qr.redeem(code.id(), ticket, HERE), 401, "BAD_TICKET");
        assertThat(state(code)).isEqualTo(State.EXPIRED);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aSecondConfirmationIsRefused(Database database) {
        arrange(database);
        Caller person = person("p21");
        Started code = qr.start(scene.portal);
        qr.scan(person, code.id());
        qr.confirm(person, code.id(), person.accountId());

        assertRefused(() -> qr.confirm(person, code.id(), person.accountId()), 409, "QR_CONFIRMED");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aRoleUnderReviewIsShownButCannotBeChosen(Database database) {
        arrange(database);
        Caller person = person("p21");
        hold(person, scene.account);
        scene.transactions.run(em -> em.find(AccountEntity.class, scene.account).status(Accounts.PENDING));
        Started code = qr.start(scene.portal);

        assertThat(qr.scan(person, code.id()))
                .filteredOn(role -> role.loginName().equals("j1"))
                .singleElement()
                .satisfies(role -> {
                    assertThat(role.selectable()).isFalse();
                    assertThat(role.note()).isEqualTo("待审核");
                });
        assertRefused(() -> qr.confirm(person, code.id(), scene.account), 409, "ACCOUNT_UNDER_REVIEW");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theOnlyRoleIsPreselectedAndStillConfirmed(Database database) {
        arrange(database);
        Caller person = person("p21");
        Started code = qr.start(scene.portal);

        assertThat(qr.scan(person, code.id())).extracting(Role::preselected).containsExactly(true);
        assertThat(state(code)).isEqualTo(State.SCANNED);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whatOneHasScannedIsNotAnothers(Database database) {
        arrange(database);
        Caller person = person("p21");
        Caller other = person("p22");
        Started code = qr.start(scene.portal);
        assertRefused(() -> qr.confirm(person, code.id(), person.accountId()), 409, "QR_NOT_SCANNED");
        qr.scan(person, code.id());
        qr.scan(person, code.id());

        assertRefused(() -> qr.scan(other, code.id()), 409, "QR_TAKEN");
        assertRefused(() -> qr.cancel(other, code.id()), 409, "QR_TAKEN");
        qr.cancel(person, code.id());
        assertThat(state(code)).isEqualTo(State.CANCELLED);
        assertRefused(() -> qr.confirm(person, code.id(), person.accountId()), 409, "QR_CANCELLED");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void onlyNaturalPeopleScanAndOnlyWhereItIsOffered(Database database) {
        arrange(database);
        Started code = qr.start(scene.portal);

        assertRefused(() -> qr.scan(scene.enter().caller(), code.id()), 403, "FORBIDDEN");
        assertRefused(() -> qr.scan(Caller.nobody(HERE), code.id()), 401, "UNAUTHENTICATED");
        assertRefused(() -> qr.progress("unknown", ""), 404, "NOT_FOUND");
        scene.policy = SignInPolicy.PASSWORDS;
        assertRefused(() -> qr.start(scene.portal), 403, "METHOD_NOT_OFFERED");
    }
}
