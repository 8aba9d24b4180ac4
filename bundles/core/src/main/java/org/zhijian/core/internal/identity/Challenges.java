package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.zhijian.core.internal.store.entity.ChallengeEntity;

/** What has been asked and may be answered once, before it expires. In the database, for any node may be answered. Not thread-safe. */
final class Challenges {

    enum Kind {
        /** A picture to be read. */
        CAPTCHA,
        /** Something to be signed by the lock with the serial that is the subject. */
        NONCE,
        /** Shows that the account that is the subject has proved its old mobile number. */
        MOBILE_PROOF,
        /** Somebody went to a service platform from the portal that is the subject. */
        PLATFORM_VISIT
    }

    private final EntityManager em;
    private final Instant now;

    Challenges(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    /** @param id of {@link Tokens#random} */
    void put(Kind kind, String id, String subject, String answer, Duration lifetime) {
        em.createQuery("delete from ChallengeEntity c where c.expiresAt < :now")
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
        em.persist(new ChallengeEntity(id, kind.name(), subject, answer, now.plus(lifetime)));
    }

    /** Takes it out, whatever comes of it; of many who try at the same moment one gets it. Empty also if it has expired. */
    Optional<ChallengeEntity> take(Kind kind, String id) {
        if (!Tokens.isOne(id)) {
            return Optional.empty();
        }
        ChallengeEntity found = em.find(ChallengeEntity.class, id);
        if (found == null || !found.kind().equals(kind.name())) {
            return Optional.empty();
        }
        int taken = em.createQuery("delete from ChallengeEntity c where c.id = :id")
                .setParameter("id", id)
                .executeUpdate();
        return taken == 1 && found.expiresAt().isAfter(now) ? Optional.of(found) : Optional.empty();
    }

    /** Looks at it and leaves it. */
    Optional<ChallengeEntity> find(Kind kind, String id) {
        return Tokens.isOne(id)
                ? Optional.ofNullable(em.find(ChallengeEntity.class, id))
                        .filter(found -> found.kind().equals(kind.name()))
                        .filter(found -> found.expiresAt().isAfter(now))
                : Optional.empty();
    }

    /** The one that expires last among those about a subject. */
    Optional<String> last(Kind kind, String subject) {
        return em
                .createQuery(
                        "select c.id from ChallengeEntity c where c.kind = :kind and c.subject = :subject"
                                + " order by c.expiresAt desc, c.id desc",
                        String.class)
                .setParameter("kind", kind.name())
                .setParameter("subject", subject)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}
