package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.zhijian.api.signin.SignInMethod;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.Session;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AccountEntity;

/** Signing in by dynamic password (AUTH-02). Nobody learns whether a login name has an account. Thread-safe. */
final class CodeSignIn {
    private final Transactions transactions;
    private final Time time;
    private final SignInPolicies policies;
    private final Entrance entrance;

    CodeSignIn(Transactions transactions, Time time, SignInPolicies policies, Entrance entrance) {
        this.transactions = transactions;
        this.time = time;
        this.policies = policies;
        this.entrance = entrance;
    }

    /** Also where a lost lock leaves nothing else. */
    void requireOffered(String portal) {
        if (!policies.at(portal).offered().contains(SignInMethod.USB_KEY)) {
            policies.requireOffered(portal, SignInMethod.SMS);
        }
    }

    void send(String portal, String loginName, String address) {
        find(portal, loginName)
                .ifPresent(id -> transactions.run(em -> locked(em, id)
                        .filter(account -> !account.mobile().isBlank())
                        .ifPresent(account -> send(em, account, address))));
    }

    /** Found before the transaction: what is locked in it must not have been read in it before. */
    private Optional<String> find(String portal, String loginName) {
        return transactions.read(em -> KnownAccount.find(em, portal, loginName)).map(KnownAccount::id);
    }

    /** The account, locked, if it may come in like this. */
    private Optional<AccountEntity> locked(EntityManager em, String id) {
        return Optional.ofNullable(AccountEvents.locked(em, id))
                .filter(account -> account.status().equals(Accounts.ACTIVE))
                .filter(account -> mayUse(em, account));
    }

    private void send(EntityManager em, AccountEntity account, String address) {
        boolean sent = new SmsCodes(em, time).send(SmsCodes.Purpose.SIGN_IN, account, account.mobile());
        if (sent) {
            AccountEvents.CODE_SENT.append(em, account, time.now(), "", address, "");
        }
    }

    private boolean mayUse(EntityManager em, AccountEntity account) {
        Caller.Kind kind = Caller.Kind.valueOf(account.kind());
        return policies.offers(account.portal(), kind, SignInMethod.SMS)
                || policies.offers(account.portal(), kind, SignInMethod.USB_KEY)
                        && new UsbKeys(em).hasLost(account.id());
    }

    Session signIn(String portal, String loginName, String code, String address) {
        Tried tried = find(portal, loginName)
                .map(id -> transactions.write(em -> locked(em, id)
                        .map(account -> attempt(em, account, code, address))
                        .orElse(Tried.WRONG)))
                .orElse(Tried.WRONG);
        return switch (tried.outcome()) {
            case RIGHT -> tried.session();
            case WRONG -> throw new Refusal(Refusal.Kind.UNAUTHENTICATED, "BAD_CODE", "账号或动态密码错误");
            case EXPIRED -> throw new Refusal(Refusal.Kind.UNAUTHENTICATED, "CODE_EXPIRED", "动态密码已过期");
        };
    }

    private record Tried(SmsCodes.Outcome outcome, Session session) {
        private static final Tried WRONG = new Tried(SmsCodes.Outcome.WRONG, null);
    }

    private Tried attempt(EntityManager em, AccountEntity account, String code, String address) {
        SmsCodes.Outcome outcome =
                new SmsCodes(em, time).check(SmsCodes.Purpose.SIGN_IN, account.id(), account.mobile(), code);
        if (outcome == SmsCodes.Outcome.RIGHT) {
            return new Tried(outcome, entrance.open(em, account, SignInMethod.SMS, address));
        }
        AccountEvents.SIGN_IN_FAILED.append(em, account, time.now(), "", address, SignInMethod.SMS.title());
        return new Tried(outcome, null);
    }
}
