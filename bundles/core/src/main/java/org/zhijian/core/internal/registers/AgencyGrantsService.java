package org.zhijian.core.internal.registers;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.administration.Administration;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.internal.agency.Grants;
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
                                + " and g.jurisdiction = :jurisdiction and g.kind = :kind order by a.loginName, g.objectId",
                        Object[].class)
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("kind", Grants.Kind.REGISTER.name())
                .getResultList()
                .stream()
                .map(row -> grant((String) row[0], (AgencyGrantEntity) row[1]))
                .toList());
    }

    private static Grant grant(String clientId, AgencyGrantEntity entity) {
        return new Grant(clientId, entity.objectId(), entity.grantedAt());
    }

    @Override
    public void grant(Caller caller, Once once, String jurisdiction, String clientId, String register) {
        require(caller, jurisdiction);
        if (catalogue.jurisdiction(jurisdiction).register(register).isEmpty()) {
            throw Refusal.notFound();
        }
        writes.once(caller, once, "grant", List.of(jurisdiction, clientId, register), em -> {
            AccountEntity agency = locked(em, clientId);
            Grants.enter(em, agency.id(), jurisdiction, Grants.Kind.REGISTER, register, time.now());
            AccountEvents.GRANTED.append(em, agency, time.now(), caller, jurisdiction + "/" + register);
            return register;
        });
    }

    @Override
    public void revoke(Caller caller, Once once, String jurisdiction, String clientId, String register) {
        require(caller, jurisdiction);
        writes.once(caller, once, "revoke", List.of(jurisdiction, clientId, register), em -> {
            AccountEntity agency = locked(em, clientId);
            if (Grants.remove(em, agency.id(), jurisdiction, Grants.Kind.REGISTER, register)) {
                AccountEvents.REVOKED.append(em, agency, time.now(), caller, jurisdiction + "/" + register);
            }
            return register;
        });
    }

    private static AccountEntity locked(EntityManager em, String clientId) {
        return Grants.agency(em, clientId)
                .map(agency -> AccountEvents.locked(em, agency.id()))
                .orElseThrow(Refusal::notFound);
    }
}
