package org.zhijian.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.core.internal.identity.SignInScene.HASH;
import static org.zhijian.core.internal.identity.SignInScene.HERE;
import static org.zhijian.core.internal.identity.SignInScene.MOBILE;
import static org.zhijian.core.internal.identity.SignInScene.assertRefused;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.directory.Office;
import org.zhijian.api.signin.MobileChange;
import org.zhijian.api.signin.SignInMethod;
import org.zhijian.api.signin.SignInPolicy;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.administration.Administration;
import org.zhijian.core.identity.Captcha;
import org.zhijian.core.identity.MobileChanges;
import org.zhijian.core.identity.MobileChanges.Waiting;
import org.zhijian.core.identity.SignInMeans;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.EventEntity;

/** AUTH-08, row by row, and what offices do to accounts. */
class MobileChangeTest {
    private static final String NEW = "13900000099";

    private SignInScene scene;
    private MobileChanges changes;
    private SignInMeans means;
    private Administration administration;
    private Caller owner;
    private Caller office;

    private void arrange(Database database, MobileChange mode) {
        scene = new SignInScene(database);
        String bureauId = scene.portal + "-bureau";
        scene.policy = SignInPolicy.PASSWORDS
                .withoutCaptcha()
                .parties(SignInMethod.PASSWORD, SignInMethod.SMS)
                .mobileChange(mode);
        Office bureau =
                Office.office(bureauId, "示例管理局", Office.Level.CITY, "000000").overseeing();
        Writes writes = new Writes(scene.transactions, scene.clock.time());
        administration =
                new AccountAdministration(scene.transactions, writes, scene.clock.time(), new OneRegion(scene, bureau));
        changes =
                new MobileChangeService(scene.transactions, writes, scene.clock.time(), scene.policies, administration);
        means = new SignInMeansService(scene.transactions, writes, scene.clock.time(), administration);
        scene.transactions.run(em -> new DirectoryEditor(em).saveOffices(scene.portal, List.of(bureau)));
        scene.create(NewAccount.office(scene.portal, bureauId, bureau, HASH));
        owner = scene.enter("j1");
        office = scene.enter(bureauId);
    }

    private String proveOld() {
        changes.sendOldCode(owner);
        return changes.prove(owner, scene.lastCode(MOBILE));
    }

    private boolean change(String mobile) {
        String proof = proveOld();
        changes.sendNewCode(owner, proof, mobile);
        return changes.change(owner, proof, mobile, scene.lastCode(mobile));
    }

    private String mobile() {
        return scene.transactions
                .read(em -> em.find(AccountEntity.class, scene.account))
                .mobile();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aChangeMayTakeEffectAtOnce(Database database) {
        arrange(database, MobileChange.AT_ONCE);

        assertThat(change(NEW)).isTrue();

        assertThat(mobile()).isEqualTo(NEW);
        assertThat(changes.standing(owner).mobile()).isEqualTo("139****0099");
        assertThat(scene.events()).last().satisfies(event -> {
            assertThat(event.action()).isEqualTo("MOBILE_CHANGED");
            assertThat(event.opinion()).isEqualTo("139****0011 → 139****0099");
        });
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aChangeMayWaitForAnOfficeAndUntilThenTheOldNumberStays(Database database) {
        arrange(database, MobileChange.AFTER_APPROVAL);

        assertThat(change(NEW)).isFalse();

        assertThat(changes.standing(owner).pending()).contains("139****0099");
        scene.signIn.sendCode(scene.portal, "j1", Captcha.Answer.NONE, HERE);
        assertThat(scene.messagesTo(NEW)).isEqualTo(1);
        assertThat(scene.signIn
                        .byCode(scene.portal, "j1", scene.lastCode(MOBILE), HERE)
                        .token())
                .isNotBlank();
        Waiting waiting = changes.waiting(office, scene.portal).get(0);
        assertThat(waiting.oldMobile()).isEqualTo("139****0011");
        Once once = new Once("press-" + scene.portal);
        changes.decide(office, once, scene.portal, waiting.id(), true, "");
        changes.decide(office, once, scene.portal, waiting.id(), true, "");
        assertThat(mobile()).isEqualTo(NEW);
        assertThat(changes.waiting(office, scene.portal)).isEmpty();
        assertRefused(
                () -> changes.decide(office, Once.UNKEYED, scene.portal, waiting.id(), true, ""),
                409,
                "ALREADY_DECIDED");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aReturnedChangeLeavesTheOldNumber(Database database) {
        arrange(database, MobileChange.AFTER_APPROVAL);
        change(NEW);
        String id = changes.waiting(office, scene.portal).get(0).id();

        assertRefused(() -> changes.decide(office, Once.UNKEYED, scene.portal, id, false, " "), 422, "RULE_VIOLATED");
        changes.decide(office, Once.UNKEYED, scene.portal, id, false, "请到窗口核实");

        assertThat(mobile()).isEqualTo(MOBILE);
        assertThat(scene.events()).last().extracting(EventEntity::opinion).isEqualTo("请到窗口核实");
        scene.clock.forward(Duration.ofMinutes(1));
        assertThat(change(NEW)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void withoutTheOldCodeThereIsNoSecondStep(Database database) {
        arrange(database, MobileChange.AT_ONCE);
        changes.sendOldCode(owner);
        String wrong = scene.lastCode(MOBILE).equals("111111") ? "222222" : "111111";

        assertThat(assertRefused(() -> changes.prove(owner, wrong), 422, "RULE_VIOLATED"))
                .hasMessage("验证码错误或已过期");
        assertRefused(() -> changes.sendNewCode(owner, "forged", NEW), 409, "OLD_MOBILE_NOT_PROVED");
        assertRefused(() -> changes.change(owner, "forged", NEW, "123456"), 409, "OLD_MOBILE_NOT_PROVED");
        assertThat(scene.messagesTo(NEW)).isZero();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theNewNumberMustBeOneAndAnother(Database database) {
        arrange(database, MobileChange.AT_ONCE);
        String proof = proveOld();

        assertThat(assertRefused(() -> changes.sendNewCode(owner, proof, MOBILE), 422, "RULE_VIOLATED"))
                .hasMessage("新手机号码与原手机号码相同");
        assertThat(assertRefused(() -> changes.sendNewCode(owner, proof, "12900000001"), 422, "RULE_VIOLATED"))
                .hasMessage("手机号码格式不正确");
        changes.sendNewCode(owner, proof, NEW);
        String code = scene.lastCode(NEW);
        assertRefused(() -> changes.change(owner, proof, "13900000098", code), 422, "RULE_VIOLATED");
        assertThat(mobile()).isEqualTo(MOBILE);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theNumberOfAnotherLoginOfTheSameFirmIsAllowed(Database database) {
        arrange(database, MobileChange.AT_ONCE);
        String other = scene.create(NewAccount.organisation(scene.portal, "j1-b", scene.organisation, HASH));
        scene.transactions.run(em -> em.find(AccountEntity.class, other).mobile(NEW));

        assertThat(change(NEW)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aSecondChangeIsRefusedWhileOneIsPending(Database database) {
        arrange(database, MobileChange.AFTER_APPROVAL);
        change(NEW);
        scene.clock.forward(Duration.ofMinutes(1));

        assertThat(assertRefused(() -> changes.sendOldCode(owner), 409, "CHANGE_PENDING"))
                .hasMessage("已有待审核的变更申请");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void anOfficeChangesANumberAtTheWindow(Database database) {
        arrange(database, MobileChange.NOT_OFFERED);
        assertRefused(() -> changes.sendOldCode(owner), 403, "FORBIDDEN");
        assertRefused(
                () -> means.changeMobile(office, Once.UNKEYED, scene.portal, scene.account, NEW, " "),
                422,
                "RULE_VIOLATED");

        means.changeMobile(office, Once.UNKEYED, scene.portal, scene.account, NEW, "加盖公章的变更证明");

        assertThat(mobile()).isEqualTo(NEW);
        assertThat(scene.events()).last().satisfies(event -> {
            assertThat(event.opinion()).isEqualTo("139****0011 → 139****0099；窗口办理：加盖公章的变更证明");
            assertThat(event.actor()).startsWith("示例管理局");
        });
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void othersKeepNoAccountsAndSeeNoneOfOtherRegions(Database database) {
        arrange(database, MobileChange.AFTER_APPROVAL);
        SignInScene elsewhere = new SignInScene(database);

        assertRefused(() -> means.list(owner, scene.portal, "", "", 10), 403, "FORBIDDEN");
        assertRefused(() -> changes.waiting(owner, scene.portal), 403, "FORBIDDEN");
        assertRefused(
                () -> administration.resetPassword(owner, Once.UNKEYED, scene.portal, scene.account), 403, "FORBIDDEN");
        assertRefused(
                () -> administration.resetPassword(office, Once.UNKEYED, scene.portal, elsewhere.account),
                404,
                "NOT_FOUND");
        assertRefused(() -> changes.decide(office, Once.UNKEYED, scene.portal, "x", true, ""), 404, "NOT_FOUND");
        assertThat(means.list(office, scene.portal, "", "", 1).items()).hasSize(1);
        assertThat(means.list(office, scene.portal, "J1", "", 10).items())
                .extracting(SignInMeans.Line::mobile)
                .containsExactly("139****0011");
    }

    /** AUTH-07: a random password goes to the registered number, and must be changed first of all. */
    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aResetSendsARandomPasswordAndEndsTheSessions(Database database) {
        arrange(database, MobileChange.AT_ONCE);
        scene.policy = scene.policy.forgotten(scene.policy.forgotten().sending());
        String before = scene.enter().token();

        assertThat(administration
                        .resetPassword(office, Once.UNKEYED, scene.portal, scene.account)
                        .initialPassword())
                .isEmpty();

        assertThat(scene.signIn.caller(before, HERE)).isEmpty();
        assertRefused(scene::enter, 401, "BAD_CREDENTIALS");
        String password = scene.lastMessage(MOBILE).replaceAll(".*已重置为(\\w+)，.*", "$1");
        assertThat(scene.byPassword("j1", password, HERE).caller().mustChangePassword())
                .isTrue();
        assertThat(scene.events()).extracting(EventEntity::action).contains("PASSWORD_RESET");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aRegionMayResetToItsInitialPassword(Database database) {
        arrange(database, MobileChange.AT_ONCE);
        scene.policy = scene.policy.forgotten(scene.policy.forgotten().resetTo("11111"));

        administration.resetPassword(office, Once.UNKEYED, scene.portal, scene.account);

        assertThat(scene.byPassword("j1", "11111", HERE).caller().mustChangePassword())
                .isTrue();
        assertThat(scene.messagesTo(MOBILE)).isZero();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void anOfficeBindsAndUnbindsLocks(Database database) {
        arrange(database, MobileChange.AT_ONCE);
        String serial = "K-" + scene.portal;
        String other = scene.create(NewAccount.organisation(scene.portal, "j1-b", scene.organisation, HASH));
        assertRefused(
                () -> means.bindUsbKey(office, Once.UNKEYED, scene.portal, scene.account, "锁"), 422, "RULE_VIOLATED");
        assertRefused(() -> means.unbindUsbKey(office, Once.UNKEYED, scene.portal, scene.account), 409, "NO_USB_KEY");

        means.bindUsbKey(office, Once.UNKEYED, scene.portal, scene.account, serial);
        assertRefused(() -> means.bindUsbKey(office, Once.UNKEYED, scene.portal, other, serial), 409, "USB_KEY_BOUND");
        assertThat(means.list(office, scene.portal, "j1", "", 10).items())
                .extracting(SignInMeans.Line::usbKey)
                .containsExactly(serial, "");
        means.unbindUsbKey(office, Once.UNKEYED, scene.portal, scene.account);
        assertThat(scene.events()).extracting(EventEntity::action).contains("USB_KEY_BOUND", "USB_KEY_UNBOUND");
        assertRefused(() -> means.bindUsbKey(office, Once.UNKEYED, scene.portal, other, serial), 409, "USB_KEY_BOUND");
    }

    /** AUTH-09. */
    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aReviewerHasOneSessionAtATime(Database database) {
        arrange(database, MobileChange.AT_ONCE);
        String first =
                scene.byPassword(office.loginName(), SignInScene.PASSWORD, HERE).token();
        String second =
                scene.byPassword(office.loginName(), SignInScene.PASSWORD, HERE).token();

        assertThat(scene.signIn.caller(first, HERE)).isEmpty();
        assertThat(scene.signIn.caller(second, HERE)).isPresent();
    }
}
