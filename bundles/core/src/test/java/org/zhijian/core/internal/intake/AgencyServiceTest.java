package org.zhijian.core.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhijian.core.internal.intake.IntakeScene.works;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.agencies.Agencies.Opened;
import org.zhijian.core.agencies.Agencies.Right;
import org.zhijian.core.internal.identity.AccountAdministration;
import org.zhijian.core.internal.identity.AgencyService;
import org.zhijian.core.internal.identity.Passwords;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.entity.AccountEntity;

/** The systems of other agencies: opened by the operator, allowed by the region; on every database. */
class AgencyServiceTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";
    private static final String WU = "320299198002120211";

    private static AgencyService agencies(IntakeScene scene) {
        AccountAdministration administration =
                new AccountAdministration(scene.transactions, scene.writes, scene.clock.time(), scene.modules);
        return new AgencyService(scene.modules, administration, scene.transactions, scene.writes, scene.clock.time());
    }

    private static String freshId() {
        return "gzw-" + Ids.next().substring(24);
    }

    private static void assertRefused(int status, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.kind().status())
                .isEqualTo(status));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void an_account_is_opened_with_a_secret_that_is_told_once(Database database) {
        IntakeScene scene = new IntakeScene(database);
        AgencyService agencies = agencies(scene);
        String id = freshId();
        Once once = new Once(id);

        Opened opened = agencies.open(scene.operator, once, id, "工改系统");
        Opened again = agencies.open(scene.operator, once, id, "工改系统");

        assertThat(opened.secret()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(again.secret()).isEmpty();
        AccountEntity account = scene.transactions.read(
                em -> em.createQuery("select a from AccountEntity a where a.loginName = :id", AccountEntity.class)
                        .setParameter("id", id)
                        .getSingleResult());
        assertThat(Passwords.matches(account.passwordHash(), opened.secret())).isTrue();
        assertThat(scene.audit(account.id())).containsExactly("OPENED");

        assertRefused(422, () -> agencies.open(scene.operator, Once.UNKEYED, id, "又一个"));
        assertRefused(422, () -> agencies.open(scene.operator, Once.UNKEYED, "大写A", "甲"));
        assertRefused(422, () -> agencies.open(scene.operator, Once.UNKEYED, freshId(), " "));
        assertRefused(403, () -> agencies.open(scene.head, Once.UNKEYED, freshId(), "甲"));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_new_secret_takes_the_place_of_the_old_one_and_an_account_is_stopped_and_let_go_on(Database database) {
        IntakeScene scene = new IntakeScene(database);
        AgencyService agencies = agencies(scene);
        String id = scene.agency.loginName();

        String secret = agencies.renewSecret(scene.operator, Once.UNKEYED, id).secret();

        assertThat(secret).isNotBlank();
        assertThat(agencies.activate(scene.operator, Once.UNKEYED, id, false).active())
                .isFalse();
        assertThat(agencies.activate(scene.operator, Once.UNKEYED, id, true).active())
                .isTrue();
        assertThat(scene.audit(scene.agency.accountId())).containsExactly("PASSWORD_RESET", "DISABLED", "ENABLED");
        assertRefused(404, () -> agencies.renewSecret(scene.operator, Once.UNKEYED, "nobody-known"));
        assertRefused(403, () -> agencies.renewSecret(scene.head, Once.UNKEYED, id));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void who_administers_a_region_says_what_a_system_may_there(Database database) {
        IntakeScene scene = new IntakeScene(database);
        AgencyService agencies = agencies(scene);
        Caller stranger = scene.stranger;
        FormData message = new FormData(works("G1", 1, "示例大厦", WU));
        assertRefused(403, () -> scene.reception.push(stranger, Once.UNKEYED, scene.jurisdiction, "works", message));

        for (Right right : Right.values()) {
            String object = right == Right.FEED ? "RECORD" : "works";
            agencies.grant(scene.head, Once.UNKEYED, scene.jurisdiction, stranger.loginName(), right, object);
        }
        scene.reception.push(stranger, Once.UNKEYED, scene.jurisdiction, "works", message);

        assertThat(agencies.grants(scene.head, scene.jurisdiction))
                .filteredOn(grant -> grant.clientId().equals(stranger.loginName()))
                .extracting(grant -> grant.right(), grant -> grant.object())
                .containsExactlyInAnyOrder(
                        tuple(Right.FEED, "RECORD"), tuple(Right.REGISTER, "works"), tuple(Right.INTAKE, "works"));
        agencies.revoke(scene.head, Once.UNKEYED, scene.jurisdiction, stranger.loginName(), Right.INTAKE, "works");
        assertRefused(403, () -> scene.reception.push(stranger, Once.UNKEYED, scene.jurisdiction, "works", message));
        assertThat(scene.audit(stranger.accountId())).containsExactly("GRANTED", "GRANTED", "GRANTED", "REVOKED");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void what_is_not_there_cannot_be_granted_and_nobody_grants_elsewhere(Database database) {
        IntakeScene scene = new IntakeScene(database);
        IntakeScene elsewhere = new IntakeScene(database);
        AgencyService agencies = agencies(scene);
        String client = scene.agency.loginName();

        for (Right right : Right.values()) {
            assertRefused(
                    404, () -> agencies.grant(scene.head, Once.UNKEYED, scene.jurisdiction, client, right, "nothing"));
        }
        assertRefused(
                404,
                () -> agencies.grant(
                        scene.head, Once.UNKEYED, scene.jurisdiction, "nobody-known", Right.REGISTER, "works"));
        assertRefused(
                404,
                () -> agencies.grant(
                        elsewhere.head, Once.UNKEYED, scene.jurisdiction, client, Right.REGISTER, "works"));
        assertRefused(404, () -> agencies.grants(elsewhere.head, scene.jurisdiction));
        assertRefused(403, () -> agencies.clients(scene.head));
    }
}
