package org.zhijian.core.internal.registers;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.administration.Administration;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.internal.identity.AccountEvents;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.AgencyGrantEntity;
import org.zhijian.core.registers.AgencyGrants;

/** Which registers agencies may read. Thread-safe. */
@Component(service = AgencyGrants.class)
public final class AgencyGrantsService implements AgencyGrants {
    private final Catalogue catalogue;
    private final Administration administration;
    private final Transactions transactions;
    private final Writes writes;
    private final Time time;

    @Activate
    public AgencyGrantsService(
            @Reference Catalogue catalogue,
            @Reference Administration administration,
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Time time) {
        this.catalogue = catalogue;
        this.administration = administration;
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
    }

    /** True if this agency may read the register. */
    static boolean allows(EntityManager em, Caller agency, String jurisdiction, String register) {
        return em.find(AgencyGrantEntity.class, new AgencyGrantEntity.Key(agency.accountId(), jurisdiction, register))
                != null;
    }

    /** Lets an agency read a register, for whatever reason. */
    public static void enter(EntityManager em, String accountId, String jurisdiction, String register, Instant now) {
        if (em.find(AgencyGrantEntity.class, new AgencyGrantEntity.Key(accountId, jurisdiction, register)) == null) {
            em.persist(new AgencyGrantEntity(accountId, jurisdiction, register, now));
        }
    }

    /** The account of an agency, by its client id. */
    public static Optional<AccountEntity> agency(EntityManager em, String clientId) {
        return em
                .createQuery(
                        "select a from AccountEntity a where a.kind = :kind and a.loginName = :client",
                        AccountEntity.class)
                .setParameter("kind", Caller.Kind.AGENCY.name())
                .setParameter("client", clientId)
                .getResultList()
                .stream()
                .findFirst();
    }

    private void require(Caller caller, String jurisdiction) {
        Admission.require(caller);
        catalogue.jurisdiction(jurisdiction);
        if (!administration.administers(caller, jurisdiction)) {
            throw caller.jurisdiction().equals(jurisdiction) ? Refusal.forbidden("您的账号不能管理接入授权") : Refusal.notFound();
        }
    }

    @Override
    public List<Grant> list(Caller caller, String jurisdiction) {
        require(caller, jurisdiction);
        return transactions.read(em -> em
                .createQuery(
                        "select a.loginName, g from AgencyGrantEntity g, AccountEntity a where a.id = g.accountId"
                                + " and g.jurisdiction = :jurisdiction order by a.loginName, g.register",
                        Object[].class)
                .setParameter("jurisdiction", jurisdiction)
                .getResultList()
                .stream()
                .map(row -> grant((String) row[0], (AgencyGrantEntity) row[1]))
                .toList());
    }

    private static Grant grant(String clientId, AgencyGrantEntity entity) {
        return new Grant(clientId, entity.register(), entity.grantedAt());
    }

    @Override
    public void grant(Caller caller, Once once, String jurisdiction, String clientId, String register) {
        require(caller, jurisdiction);
        if (catalogue.jurisdiction(jurisdiction).register(register).isEmpty()) {
            throw Refusal.notFound();
        }
        writes.once(caller, once, "grant", List.of(jurisdiction, clientId, register), em -> {
            AccountEntity agency = locked(em, clientId);
            enter(em, agency.id(), jurisdiction, register, time.now());
            AccountEvents.GRANTED.append(em, agency, time.now(), caller, jurisdiction + "/" + register);
            return register;
        });
    }

    @Override
    public void revoke(Caller caller, Once once, String jurisdiction, String clientId, String register) {
        require(caller, jurisdiction);
        writes.once(caller, once, "revoke", List.of(jurisdiction, clientId, register), em -> {
            AccountEntity agency = locked(em, clientId);
            AgencyGrantEntity grant =
                    em.find(AgencyGrantEntity.class, new AgencyGrantEntity.Key(agency.id(), jurisdiction, register));
            if (grant != null) {
                em.remove(grant);
                AccountEvents.REVOKED.append(em, agency, time.now(), caller, jurisdiction + "/" + register);
            }
            return register;
        });
    }

    private static AccountEntity locked(EntityManager em, String clientId) {
        return agency(em, clientId)
                .map(agency -> AccountEvents.locked(em, agency.id()))
                .orElseThrow(Refusal::notFound);
    }
}
