package org.zhijian.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.zhijian.api.directory.Organisation;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.Session;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.EventEntity;

/** One service with an account of its own at a portal of its own. */
final class SignInScene {
    static final String PASSWORD = "Demo-2026!";
    static final String HASH = Passwords.hash(PASSWORD);
    static final String HERE = "192.0.2.1";
    static final String ELSEWHERE = "192.0.2.2";

    final String portal = "portal-" + Ids.next().substring(24);
    final TestClock clock = new TestClock();
    final Transactions transactions;
    final SignInService signIn;
    final Organisation organisation = new Organisation(
            Ids.next(),
            "南京示例检测中心有限公司",
            "91320199PDY000116M",
            "PDY00011-6",
            Set.of("TESTING_ORG"),
            "320199",
            "",
            "",
            "");
    final String account;

    SignInScene(Database database) {
        transactions = new Transactions(database);
        signIn = new SignInService(transactions, clock.time());
        account = transactions.write(em -> {
            new DirectoryEditor(em).save(organisation);
            return create(em, NewAccount.organisation(portal, "j1", organisation, HASH));
        });
    }

    private String create(EntityManager em, NewAccount account) {
        return new Accounts(em).create(account, clock.instant());
    }

    String create(NewAccount account) {
        return transactions.write(em -> create(em, account));
    }

    Session enter() {
        return signIn.byPassword(portal, "j1", PASSWORD, HERE);
    }

    void fail(String login, String address) {
        assertRefused(() -> signIn.byPassword(portal, login, "wrong", address), 401, "BAD_CREDENTIALS");
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
