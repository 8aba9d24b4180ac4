package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.store.entity.RegistrationTryEntity;

/**
 * Holds those who register themselves to a rate, counted for each network address over all nodes: refusals say who is registered, and nobody
 * should ask for whole lists. Not thread-safe.
 */
public final class RegistrationRate {
    /** An office building behind one address registers no more in this time. */
    private static final int ALLOWED = 40;

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private RegistrationRate() {}

    /** Counts one try. @throws Refusal 429 if there were too many */
    public static void count(EntityManager em, String address, Instant now) {
        String id = Hashes.sha256("registration\n" + address);
        RegistrationTryEntity tries = em.find(RegistrationTryEntity.class, id);
        if (tries == null) {
            em.createQuery("delete from RegistrationTryEntity t where t.firstAt < :begun")
                    .setParameter("begun", now.minus(WINDOW).toEpochMilli())
                    .executeUpdate();
            tries = new RegistrationTryEntity(id, now);
            em.persist(tries);
        } else if (tries.firstAt().plus(WINDOW).isBefore(now)) {
            tries.beginAt(now);
        }
        if (tries.tries() >= ALLOWED) {
            throw new Refusal(Refusal.Kind.TOO_MANY, "TOO_MANY", "注册过于频繁，请稍后再试");
        }
        tries.countOne();
    }
}
