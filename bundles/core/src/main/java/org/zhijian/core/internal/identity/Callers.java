package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhijian.core.access.Caller;
import org.zhijian.core.internal.store.entity.AccountEntity;

/** Makes callers of accounts, under the names that their owners bear now. */
final class Callers {
    private Callers() {}

    static Caller of(EntityManager em, AccountEntity account, String address) {
        Set<String> offices = offices(account);
        String name = ownerName(new Names(em), account, offices);
        return new Caller(
                Caller.Kind.valueOf(account.kind()),
                account.id(),
                account.loginName(),
                name + "（" + account.loginName() + "）",
                account.portal().equals(Accounts.ANY_PORTAL) ? "" : account.portal(),
                account.organisationId(),
                account.personId(),
                offices,
                account.mustChangePassword(),
                address);
    }

    private static Set<String> offices(AccountEntity account) {
        return Arrays.stream(account.offices().split(","))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String ownerName(Names names, AccountEntity account, Set<String> offices) {
        if (!account.organisationId().isEmpty()) {
            return names.organisation(account.organisationId()).orElse(account.displayName());
        }
        if (!account.personId().isEmpty()) {
            return names.person(account.personId()).orElse(account.displayName());
        }
        String joined = String.join("、", names.offices(offices).values());
        return joined.equals(account.displayName()) ? joined : (joined + " " + account.displayName()).strip();
    }
}
