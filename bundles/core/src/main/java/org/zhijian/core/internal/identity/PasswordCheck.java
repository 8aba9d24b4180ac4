package org.zhijian.core.internal.identity;

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

    static Refusal locked() {
        return new Refusal(Refusal.Kind.TOO_MANY, "LOCKED", "登录失败次数过多，请15分钟后再试");
    }

    /**
     * True if there is such an account and the password is its own.
     *
     * @param failureKey of {@link SignInFailures#key}
     * @throws Refusal 429 while the key is locked, whatever the password
     */
    boolean passes(String failureKey, Optional<KnownAccount> account, String password, String address) {
        if (transactions.read(em -> new SignInFailures(em, time.now()).isLocked(failureKey))) {
            throw locked();
        }
        boolean right = account.isPresent()
                ? Passwords.matches(account.get().passwordHash(), password)
                : Passwords.verifyNothing(password);
        if (!right) {
            note(failureKey, account, address);
        }
        return right;
    }

    private void note(String failureKey, Optional<KnownAccount> account, String address) {
        transactions.run(em -> {
            Instant now = time.now();
            new SignInFailures(em, now).count(failureKey);
            account.ifPresentOrElse(
                    known -> {
                        AccountEntity entity = AccountEvents.locked(em, known.id());
                        AccountEvents.SIGN_IN_FAILED.append(em, entity, now, "", address, "");
                    },
                    () -> AuditTrail.note(
                            em, "sign-in", now, "", address, "SIGN_IN_FAILED", "登录失败", Map.of("tried", failureKey)));
        });
    }
}
