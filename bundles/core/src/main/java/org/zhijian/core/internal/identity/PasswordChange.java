package org.zhijian.core.internal.identity;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhijian.api.check.PasswordRules;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AccountEntity;

/** Changes passwords by the rules (AUTH-06). Thread-safe. */
final class PasswordChange {
    private static final String RULE = "AUTH-06";
    private static final int REMEMBERED = 3;

    private final Transactions transactions;
    private final Time time;
    private final PasswordCheck check;

    PasswordChange(Transactions transactions, Time time, PasswordCheck check) {
        this.transactions = transactions;
        this.time = time;
        this.check = check;
    }

    /** @param sessionToKeep hash of the token of the session that goes on; blank if none does */
    void apply(Caller caller, String sessionToKeep, String oldPassword, String newPassword) {
        KnownAccount account = transactions
                .read(em -> Optional.ofNullable(em.find(AccountEntity.class, caller.accountId()))
                        .map(KnownAccount::of))
                .orElseThrow(Refusal::notFound);
        PasswordCheck.Attempt attempt =
                new PasswordCheck.Attempt(account.portal(), account.loginName(), caller.address());
        if (!check.passes(attempt, Optional.of(account), oldPassword)) {
            throw wrongOldPassword();
        }
        List<String> recent = recent(account.passwordHash(), account.passwordHistory());
        List<Violation> violations = PasswordRules.check(newPassword, account.loginName(), typed -> recent.stream()
                        .anyMatch(hash -> Passwords.matches(hash, typed)))
                .stream()
                .map(finding -> Violation.of("newPassword", RULE, finding.message()))
                .toList();
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        String hash = Passwords.hash(newPassword);
        transactions.run(em -> {
            Instant now = time.now();
            AccountEntity entity = AccountEvents.locked(em, account.id());
            if (!entity.passwordHash().equals(account.passwordHash())) {
                throw wrongOldPassword();
            }
            remember(entity);
            entity.passwordHash(hash);
            entity.mustChangePassword(false);
            new Sessions(em, now).endOthers(account.id(), sessionToKeep);
            AccountEvents.PASSWORD_CHANGED.append(em, entity, now, caller.displayName(), caller.address(), "");
        });
    }

    /** Keeps the present password among the last ones, before it is replaced. */
    static void remember(AccountEntity account) {
        account.passwordHistory(recent(account.passwordHash(), account.passwordHistory()).stream()
                .limit(REMEMBERED - 1)
                .collect(Collectors.joining(" ")));
    }

    /** Hashes of the last passwords, the present one first. */
    private static List<String> recent(String present, String before) {
        return Stream.concat(
                        Stream.of(present), Arrays.stream(before.split(" ")).filter(hash -> !hash.isEmpty()))
                .limit(REMEMBERED)
                .toList();
    }

    private static Refusal wrongOldPassword() {
        return Refusal.invalid(Violation.of("oldPassword", RULE, "原密码不正确"));
    }
}
