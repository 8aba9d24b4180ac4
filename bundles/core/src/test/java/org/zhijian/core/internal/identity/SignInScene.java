package org.zhijian.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.signin.SignInPolicy;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.Captcha;
import org.zhijian.core.identity.Session;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.outbox.SmsPayload;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.EventEntity;
import org.zhijian.core.internal.store.entity.OutboxEntity;

/** One service with an account of its own at a portal of its own. */
final class SignInScene {
    static final String MOBILE = "13900000011";
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    static final String PASSWORD = "Demo-2026!";
    static final String HASH = Passwords.hash(PASSWORD);
    static final String HERE = "192.0.2.1";
    static final String ELSEWHERE = "192.0.2.2";

    final String portal = "portal-" + Ids.next().substring(24);
    final TestClock clock = new TestClock();
    final Transactions transactions;
    final SignInPolicies policies;
    final Entrance entrance;
    final SignInService signIn;

    /** The caller behind this login name, here. */
    Caller enter(String login) {
        return byPassword(login, PASSWORD, HERE).caller();
    }

    /** What the region of the portal says; at first passwords alone. */
    volatile SignInPolicy policy = SignInPolicy.PASSWORDS.withoutCaptcha();

    final Organisation organisation = new Organisation(
            Ids.next(),
            "南京示例检测中心有限公司",
            "91320199PDY000116M",
            "PDY00011-6",
            Set.of("TESTING_ORG"),
            "320199",
            "",
            "",
            MOBILE);
    final String account;

    SignInScene(Database database) {
        transactions = new Transactions(database);
        policies = new SignInPolicies(any -> Optional.of(policy), false);
        entrance = new Entrance(transactions, clock.time(), policies);
        signIn = new SignInService(transactions, clock.time(), policies, entrance);
        account = transactions.write(em -> {
            new DirectoryEditor(em).save(organisation);
            return create(em, NewAccount.organisation(portal, "j1", organisation, HASH));
        });
    }

    private String create(EntityManager em, NewAccount account) {
        return new Accounts(em).create(account, clock.instant());
    }

    /** The code in the last message to a number. */
    String lastCode(String mobile) {
        Matcher code = CODE.matcher(lastMessage(mobile));
        assertThat(code.find()).isTrue();
        return code.group();
    }

    String lastMessage(String mobile) {
        List<String> received = messages(mobile);
        return received.get(received.size() - 1);
    }

    int messagesTo(String mobile) {
        return messages(mobile).size();
    }

    /** What waits in the outbox for a number, the oldest first. */
    private List<String> messages(String mobile) {
        return transactions.read(em -> em
                .createQuery(
                        "select m from OutboxEntity m where m.jurisdiction = :portal and m.target = :mobile order by m.seq",
                        OutboxEntity.class)
                .setParameter("portal", portal)
                .setParameter("mobile", mobile)
                .getResultList()
                .stream()
                .map(message -> Json.read(message.payload(), SmsPayload.class).text())
                .toList());
    }

    String create(NewAccount account) {
        return transactions.write(em -> create(em, account));
    }

    Session byPassword(String login, String password, String address) {
        return signIn.byPassword(portal, login, password, Captcha.Answer.NONE, address);
    }

    Session enter() {
        return byPassword("j1", PASSWORD, HERE);
    }

    void fail(String login, String address) {
        assertRefused(() -> byPassword(login, "wrong", address), 401, "BAD_CREDENTIALS");
    }

    List<EventEntity> events() {
        return transactions.read(em -> em.createQuery(
                        "select e from EventEntity e where e.stream = :stream order by e.seq", EventEntity.class)
                .setParameter("stream", account)
                .getResultList());
    }

    static Refusal assertRefused(ThrowingCallable call, int status, String code) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).isNotNull();
        assertThat(refusal.kind().status()).isEqualTo(status);
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }
}
