package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.zhijian.core.access.Caller;
import org.zhijian.core.internal.store.entity.AccountEntity;

/** The officers of a jurisdiction: its active accounts that are members of offices. Not thread-safe. */
public final class OfficeAccounts {
    private static final int MOST = 1000;

    private final EntityManager em;

    public OfficeAccounts(EntityManager em) {
        this.em = em;
    }

    /** The officer with this login name. */
    public Optional<Caller> find(String jurisdiction, String loginName) {
        return new Accounts(em).find(jurisdiction, loginName).flatMap(this::officer);
    }

    /** The officer with this account. */
    public Optional<Caller> byId(String accountId) {
        return Optional.ofNullable(em.find(AccountEntity.class, accountId)).flatMap(this::officer);
    }

    private Optional<Caller> officer(AccountEntity account) {
        boolean isOfficer = account.kind().equals(Caller.Kind.OFFICE.name())
                && account.status().equals(Accounts.ACTIVE);
        return isOfficer ? Optional.of(Callers.of(em, account, "")) : Optional.empty();
    }

    /** All officers, by login name. */
    public List<Caller> all(String jurisdiction) {
        return em
                .createQuery(
                        "select a from AccountEntity a where a.portal = :portal and a.kind = :kind and a.status = :status"
                                + " order by a.loginName",
                        AccountEntity.class)
                .setParameter("portal", jurisdiction)
                .setParameter("kind", Caller.Kind.OFFICE.name())
                .setParameter("status", Accounts.ACTIVE)
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .map(account -> Callers.of(em, account, ""))
                .toList();
    }
}
