package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.zhijian.core.access.Caller;
import org.zhijian.core.internal.store.entity.AccountEntity;

/** What is read of an account before its password is looked at; nothing of it may be trusted when the transaction is over. */
record KnownAccount(
        String id,
        String portal,
        String loginName,
        Caller.Kind kind,
        String passwordHash,
        String passwordHistory,
        boolean active,
        boolean underReview) {
    private static final int LONGEST = 60;

    static KnownAccount of(AccountEntity account) {
        return new KnownAccount(
                account.id(),
                account.portal(),
                account.loginName(),
                Caller.Kind.valueOf(account.kind()),
                account.passwordHash(),
                account.passwordHistory(),
                account.status().equals(Accounts.ACTIVE),
                account.status().equals(Accounts.PENDING));
    }

    /** The account with this name at this portal, or the operator or agency with this name; what cannot be a name finds none. */
    static Optional<KnownAccount> find(EntityManager em, String portal, String loginName) {
        if (!canBeName(portal) || !canBeName(loginName)) {
            return Optional.empty();
        }
        Accounts accounts = new Accounts(em);
        return accounts.find(portal, loginName)
                .or(() -> accounts.find(Accounts.ANY_PORTAL, loginName))
                .map(KnownAccount::of);
    }

    static boolean canBeName(String typed) {
        return typed.length() <= LONGEST && typed.chars().noneMatch(Character::isISOControl);
    }
}
