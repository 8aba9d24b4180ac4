package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.registration.Newcomer;
import org.zhijian.core.access.Caller;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.entity.AccountEntity;

/** The accounts, as one transaction sees them. Not thread-safe. */
public final class Accounts {
    /** The portal of accounts that belong to no jurisdiction: operators and agencies. */
    public static final String ANY_PORTAL = "*";

    /** The status of an account that may sign in. */
    public static final String ACTIVE = "ACTIVE";

    /** The status of an account whose registration is being reviewed. */
    public static final String PENDING = "PENDING";

    /** The status of an account that may not sign in. */
    public static final String DISABLED = "DISABLED";

    /**
     * An account to be made.
     *
     * @param portal the jurisdiction at whose portal it signs in, or {@link #ANY_PORTAL}
     * @param displayName its name where it stands for no organisation, person or office
     * @param passwordHash of {@link Passwords#hash}
     */
    public record NewAccount(
            String portal,
            String loginName,
            Caller.Kind kind,
            String displayName,
            String organisationId,
            String personId,
            Set<String> offices,
            String mobile,
            String passwordHash,
            boolean mustChangePassword) {

        public NewAccount {
            offices = Set.copyOf(offices);
        }

        public static NewAccount organisation(String portal, String loginName, Organisation owner, String hash) {
            return new NewAccount(
                    portal,
                    loginName,
                    Caller.Kind.ORGANISATION,
                    owner.name(),
                    owner.id(),
                    "",
                    Set.of(),
                    owner.contactMobile(),
                    hash,
                    false);
        }

        public static NewAccount person(String portal, String loginName, Person owner, String hash) {
            return new NewAccount(
                    portal,
                    loginName,
                    Caller.Kind.PERSON,
                    owner.name(),
                    "",
                    owner.id(),
                    Set.of(),
                    owner.mobile(),
                    hash,
                    false);
        }

        /** The office itself, which signs in under its name. */
        public static NewAccount office(String portal, String loginName, Office office, String hash) {
            return new NewAccount(
                    portal, loginName, Caller.Kind.OFFICE, "", "", "", Set.of(office.id()), "", hash, false);
        }

        public static NewAccount operator(String loginName, String hash) {
            return standalone(loginName, Caller.Kind.OPERATOR, "系统管理员", hash);
        }

        /** An agency's system; its login name is the client id. */
        public static NewAccount agency(String clientId, String displayName, String hash) {
            return standalone(clientId, Caller.Kind.AGENCY, displayName, hash);
        }

        private static NewAccount standalone(String loginName, Caller.Kind kind, String displayName, String hash) {
            return new NewAccount(ANY_PORTAL, loginName, kind, displayName, "", "", Set.of(), "", hash, false);
        }

        /** The same account, good for nothing before its password has been changed. */
        public NewAccount changingPasswordFirst() {
            return new NewAccount(
                    portal,
                    loginName,
                    kind,
                    displayName,
                    organisationId,
                    personId,
                    offices,
                    mobile,
                    passwordHash,
                    true);
        }
    }

    private final EntityManager em;

    public Accounts(EntityManager em) {
        this.em = em;
    }

    /** Lets a natural person choose an account as one of their roles. */
    public void hold(String accountId, String personId) {
        em.find(AccountEntity.class, accountId).holderId(personId);
    }

    /** The accounts at a portal that are a natural person's own or roles. */
    List<AccountEntity> rolesOf(String portal, String personId) {
        return em.createQuery(
                        "select a from AccountEntity a where a.portal = :portal"
                                + " and (a.personId = :person or a.holderId = :person) order by a.loginName",
                        AccountEntity.class)
                .setParameter("portal", portal)
                .setParameter("person", personId)
                .getResultList();
    }

    /** Makes an account, unless its portal has that login name already: then that account stays as it is. @return its id */
    public String create(NewAccount account, Instant now) {
        Optional<AccountEntity> existing = find(account.portal(), account.loginName());
        if (existing.isPresent()) {
            return existing.get().id();
        }
        AccountEntity entity = new AccountEntity(
                Ids.next(),
                account.portal(),
                account.loginName(),
                account.kind().name(),
                account.organisationId(),
                account.personId(),
                now);
        entity.displayName(account.displayName());
        entity.offices(String.join(",", new TreeSet<>(account.offices())));
        entity.mobile(account.mobile());
        entity.passwordHash(account.passwordHash());
        entity.passwordHistory("");
        entity.mustChangePassword(account.mustChangePassword());
        entity.status(ACTIVE);
        entity.organisationType("");
        entity.eventHash("");
        em.persist(entity);
        return entity.id();
    }

    /** True if this login name is taken at this portal, in small letters or capitals, or by an operator or agency. */
    public boolean isTaken(String portal, String loginName) {
        return !em.createQuery(
                        "select a.id from AccountEntity a where a.portal in (:portal, :any) and lower(a.loginName) = :login",
                        String.class)
                .setParameter("portal", portal)
                .setParameter("any", ANY_PORTAL)
                .setParameter("login", Newcomer.loginKey(loginName))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** True if the organisation has an account at this portal. */
    public boolean has(String portal, String organisationId) {
        return !em.createQuery(
                        "select a.id from AccountEntity a where a.portal = :portal and a.organisationId = :organisation",
                        String.class)
                .setParameter("portal", portal)
                .setParameter("organisation", organisationId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** True if the person has an account at this portal. */
    boolean hasPerson(String portal, String personId) {
        return !em.createQuery(
                        "select a.id from AccountEntity a where a.portal = :portal and a.personId = :person and a.kind = :kind",
                        String.class)
                .setParameter("portal", portal)
                .setParameter("person", personId)
                .setParameter("kind", Caller.Kind.PERSON.name())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public boolean exists(String portal, String loginName) {
        return find(portal, loginName).isPresent();
    }

    /** The account with this login name at this portal. */
    Optional<AccountEntity> find(String portal, String loginName) {
        return find(portal, loginName, "a.loginName")
                .or(() -> find(portal, Newcomer.loginKey(loginName), "lower(a.loginName)"));
    }

    private Optional<AccountEntity> find(String portal, String loginName, String stored) {
        return em
                .createQuery(
                        "select a from AccountEntity a where a.portal = :portal and " + stored + " = :login",
                        AccountEntity.class)
                .setParameter("portal", portal)
                .setParameter("login", loginName)
                .getResultList()
                .stream()
                .findFirst();
    }
}
