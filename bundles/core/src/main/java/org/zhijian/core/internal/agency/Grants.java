package org.zhijian.core.internal.agency;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhijian.core.access.Caller;
import org.zhijian.core.internal.store.SearchText;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.AgencyGrantEntity;

/** What agencies may, as one transaction sees it. Pure functions of the database. */
public final class Grants {
    /** Stands for all jurisdictions, or all of a kind. */
    public static final String ALL = "*";

    /** What an agency may do. */
    public enum Kind {
        /** Follow changes; the object is a kind of change. */
        FEED,
        /** Read a register. */
        REGISTER,
        /** Push messages into a channel. */
        INTAKE
    }

    private Grants() {}

    /** True if this agency may do this with this object, or with all of its kind. */
    public static boolean allows(EntityManager em, Caller agency, String jurisdiction, Kind kind, String object) {
        return agency.kind() == Caller.Kind.AGENCY
                && (has(em, agency.accountId(), jurisdiction, kind, object)
                        || has(em, agency.accountId(), jurisdiction, kind, ALL));
    }

    private static boolean has(EntityManager em, String account, String jurisdiction, Kind kind, String object) {
        return em.find(AgencyGrantEntity.class, key(account, jurisdiction, kind, object)) != null;
    }

    private static AgencyGrantEntity.Key key(String account, String jurisdiction, Kind kind, String object) {
        return new AgencyGrantEntity.Key(account, jurisdiction, kind.name(), object);
    }

    /** Lets an agency do this, if it may not already. Answers true if something changed. */
    public static boolean enter(
            EntityManager em, String account, String jurisdiction, Kind kind, String object, Instant now) {
        boolean isNew = !has(em, account, jurisdiction, kind, object);
        if (isNew) {
            em.persist(new AgencyGrantEntity(account, jurisdiction, kind.name(), object, now));
        }
        return isNew;
    }

    /** Lets an agency no longer do this. Answers true if something changed. */
    public static boolean remove(EntityManager em, String account, String jurisdiction, Kind kind, String object) {
        AgencyGrantEntity grant = em.find(AgencyGrantEntity.class, key(account, jurisdiction, kind, object));
        if (grant != null) {
            em.remove(grant);
        }
        return grant != null;
    }

    /** What an agency may of this kind, in order. */
    public static List<AgencyGrantEntity> of(EntityManager em, String account, Kind kind) {
        return em.createQuery(
                        "select g from AgencyGrantEntity g where g.accountId = :account and g.kind = :kind"
                                + " order by g.jurisdiction, g.objectId",
                        AgencyGrantEntity.class)
                .setParameter("account", account)
                .setParameter("kind", kind.name())
                .getResultList();
    }

    /** The account of an agency, by its client id. */
    public static Optional<AccountEntity> agency(EntityManager em, String clientId) {
        return em
                .createQuery(
                        "select a from AccountEntity a where a.kind = :kind and a.loginName = :client",
                        AccountEntity.class)
                .setParameter("kind", Caller.Kind.AGENCY.name())
                .setParameter("client", SearchText.checked(clientId))
                .getResultList()
                .stream()
                .findFirst();
    }
}
