package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.zhijian.core.internal.store.entity.SessionEntity;

/** Sign-ins that last (AUTH-09): 30 minutes without a call, 8 hours in all. Not thread-safe. */
final class Sessions {
    /** How long a session lives without being used. */
    static final Duration IDLE = Duration.ofMinutes(30);

    private static final Duration LONGEST = Duration.ofHours(8);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final EntityManager em;
    private final Instant now;

    Sessions(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    /** Begins a session; those of the account that have run out go. */
    void begin(String accountId, String token) {
        em.createQuery("delete from SessionEntity s where s.accountId = :account and s.expiresAt < :now")
                .setParameter("account", accountId)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
        SessionEntity session = new SessionEntity(Tokens.hash(token), accountId, now, now.plus(LONGEST));
        session.lastUsedAt(now);
        em.persist(session);
    }

    Optional<SessionEntity> find(String tokenHash) {
        return Optional.ofNullable(em.find(SessionEntity.class, tokenHash))
                .filter(session -> session.expiresAt().isAfter(now))
                .filter(session -> session.lastUsedAt().plus(IDLE).isAfter(now));
    }

    /** True if the use of the session should be noted; more often than once a minute would make every call a write. */
    boolean isToBeNoted(SessionEntity session) {
        return !session.lastUsedAt().plus(NOTED_EVERY).isAfter(now);
    }

    void note(String tokenHash) {
        em.createQuery("update SessionEntity s set s.lastUsedAt = :now where s.tokenHash = :token")
                .setParameter("now", now.toEpochMilli())
                .setParameter("token", tokenHash)
                .executeUpdate();
    }

    void end(String tokenHash) {
        em.createQuery("delete from SessionEntity s where s.tokenHash = :token")
                .setParameter("token", tokenHash)
                .executeUpdate();
    }

    /** Ends all sessions of the account but this one; blank ends all. */
    void endOthers(String accountId, String tokenHash) {
        em.createQuery("delete from SessionEntity s where s.accountId = :account and s.tokenHash <> :token")
                .setParameter("account", accountId)
                .setParameter("token", tokenHash)
                .executeUpdate();
    }
}
