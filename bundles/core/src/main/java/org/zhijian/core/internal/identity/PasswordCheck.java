package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.audit.AuditTrail;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AccountEntity;

/** Compares a password and counts the failures. The costly comparison runs outside of transactions. Thread-safe. */
final class PasswordCheck {
    private final Transactions transactions;
    private final Time time;

    PasswordCheck(Transactions transactions, Time time) {
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * A try.
     *
     * @param portal the account's, or where it was tried if there is none
     */
    record Attempt(String portal, String loginName, String address) {
        private String here() {
            return SignInFailures.key(portal, loginName, address);
        }

        private String everywhere() {
            return SignInFailures.everywhere(portal, loginName);
        }
    }

    private static Refusal locked() {
        return new Refusal(Refusal.Kind.TOO_MANY, "LOCKED", "登录失败次数过多，请15分钟后再试");
    }

    /**
     * True if there is such an account and the password is its own.
     *
     * @throws Refusal 429 while this name is locked for this address, whatever the password
     */
    boolean passes(Attempt attempt, Optional<KnownAccount> account, String password) {
        transactions.read(em -> {
            requireUnlocked(em, attempt);
            return null;
        });
        boolean right = account.isPresent()
                ? Passwords.matches(account.get().passwordHash(), password)
                : Passwords.verifyNothing(password);
        if (!right) {
            note(attempt, account);
        }
        return right;
    }

    private void requireUnlocked(EntityManager em, Attempt attempt) {
        if (new SignInFailures(em, time.now()).isLocked(attempt.here())) {
            throw locked();
        }
    }

    private void note(Attempt attempt, Optional<KnownAccount> account) {
        transactions.run(em -> {
            Instant now = time.now();
            SignInFailures failures = new SignInFailures(em, now);
            failures.count(attempt.here(), SignInFailures.ALLOWED_HERE);
            failures.count(attempt.everywhere(), SignInFailures.ALLOWED_EVERYWHERE);
            account.ifPresentOrElse(
                    known -> {
                        AccountEntity entity = AccountEvents.locked(em, known.id());
                        AccountEvents.SIGN_IN_FAILED.append(em, entity, now, "", attempt.address(), "");
                    },
                    () -> AuditTrail.note(
                            em,
                            "sign-in",
                            now,
                            "",
                            attempt.address(),
                            "SIGN_IN_FAILED",
                            "登录失败",
                            Map.of("tried", attempt.here())));
        });
    }

    /** Forgets the failures. @throws Refusal 429 if meanwhile the lock has fallen */
    void succeed(EntityManager em, Attempt attempt) {
        requireUnlocked(em, attempt);
        new SignInFailures(em, time.now()).clear(attempt.here());
    }
}
