package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.zhijian.api.directory.Person;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.identity.ServicePlatform.Identity;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.PlatformIdentityEntity;

/** Which account at a portal belongs to somebody for whom a service platform vouches. The subjects of the newcomer are locked by the caller. Not thread-safe. */
final class PlatformAccounts {
    /** Login names of those whose mobile number is another's login name; nobody has to know them by heart. */
    private static final String NAMELESS = "zwfw-";

    private static final int RANDOM_LENGTH = 12;

    private final EntityManager em;
    private final String portal;
    private final Instant now;
    private final Accounts accounts;
    private final DirectoryView directory;

    PlatformAccounts(EntityManager em, String portal, Instant now) {
        this.em = em;
        this.portal = portal;
        this.now = now;
        this.accounts = new Accounts(em);
        this.directory = new DirectoryView(em);
    }

    /**
     * The account that this identity has had before; at the first time the one of the person with this document, or a new one.
     *
     * @throws Refusal 409 if document, name and account do not belong together: then somebody has to look at it
     */
    AccountEntity of(Identity identity, String address) {
        Optional<Person> person = directory.personByIdNumber(Person.IdType.ID, identity.idNumber());
        if (person.filter(known -> !known.name().equals(identity.name())).isPresent()) {
            throw mismatch();
        }
        PlatformIdentityEntity bound =
                em.find(PlatformIdentityEntity.class, new PlatformIdentityEntity.Key(portal, identity.openId()));
        if (bound != null) {
            AccountEntity account = em.find(AccountEntity.class, bound.accountId());
            if (person.filter(owner -> owner.id().equals(account.personId())).isEmpty()) {
                throw mismatch();
            }
            return account;
        }
        AccountEntity account = person.flatMap(this::own).orElseGet(() -> open(identity, person, address));
        em.persist(new PlatformIdentityEntity(portal, identity.openId(), account.id(), now));
        AccountEvents.PLATFORM_BOUND.append(em, account, now, identity.name(), address, "");
        return account;
    }

    private Optional<AccountEntity> own(Person person) {
        return accounts.rolesOf(portal, person.id()).stream()
                .filter(account -> account.personId().equals(person.id()))
                .filter(account -> account.kind().equals(Caller.Kind.PERSON.name()))
                .findFirst()
                .map(account -> AccountEvents.locked(em, account.id()));
    }

    private AccountEntity open(Identity identity, Optional<Person> known, String address) {
        Person person = known.orElseGet(() ->
                new Person(Ids.next(), identity.name(), Person.IdType.ID, identity.idNumber(), identity.mobile()));
        if (known.isEmpty()) {
            new DirectoryEditor(em).save(person);
            em.flush();
        }
        String id = accounts.create(
                Accounts.NewAccount.person(
                        portal, loginName(identity), person, Passwords.hash(FirstPasswords.random())),
                now);
        em.flush();
        AccountEntity account = AccountEvents.locked(em, id);
        AccountEvents.OPENED.append(em, account, now, identity.name(), address, "");
        return account;
    }

    private String loginName(Identity identity) {
        boolean free = !identity.mobile().isEmpty() && !accounts.isTaken(portal, identity.mobile());
        return free ? identity.mobile() : NAMELESS + lastOf(Ids.next());
    }

    /** The part of an id that is random. */
    private static String lastOf(String id) {
        return id.substring(id.length() - RANDOM_LENGTH);
    }

    private static Refusal mismatch() {
        return Refusal.conflict("IDENTITY_MISMATCH", "政务服务平台的实名信息与本系统登记的不一致，请用本系统账号登录并核对个人信息");
    }
}
