package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.store.entity.SignInFailureEntity;

/**
 * Failed sign-ins (AUTH-09), counted for a login name and a client address together, so that nobody can lock out another; and for a login name
 * from wherever, so that many who guess together have at least to read a captcha each time. Names without an account are counted as well: a
 * lock must not tell which names exist. Not thread-safe.
 */
final class SignInFailures {
    /** From one address. */
    static final int ALLOWED_HERE = 5;

    /** From all addresses together. */
    static final int ALLOWED_EVERYWHERE = 15;

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration LOCK = Duration.ofMinutes(15);

    private final EntityManager em;
    private final Instant now;

    SignInFailures(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    /** Under which failures are counted; a hash, for names and addresses are as long as clients make them. */
    static String key(String portal, String loginName, String address) {
        return Hashes.sha256(portal + "\n" + loginName + "\n" + address);
    }

    /** As {@link #key}, from wherever. */
    static String everywhere(String portal, String loginName) {
        return key(portal, loginName, "*");
    }

    boolean isLocked(String key) {
        SignInFailureEntity entity = em.find(SignInFailureEntity.class, key);
        return entity != null && isLocked(entity);
    }

    private boolean isLocked(SignInFailureEntity entity) {
        return entity.lockedUntil() != null && entity.lockedUntil().isAfter(now);
    }

    /** @param allowed after how many failures the lock falls */
    void count(String key, int allowed) {
        SignInFailureEntity entity = em.find(SignInFailureEntity.class, key);
        if (entity == null) {
            forgetOld();
            entity = new SignInFailureEntity(key);
            em.persist(entity);
        }
        if (isLocked(entity)) {
            return;
        }
        if (entity.firstAt() == null || entity.firstAt().plus(WINDOW).isBefore(now)) {
            entity.firstAt(now);
            entity.failures(0);
            entity.lockedUntil(null);
        }
        entity.failures(entity.failures() + 1);
        if (entity.failures() >= allowed) {
            entity.lockedUntil(now.plus(LOCK));
            entity.failures(0);
            entity.firstAt(now);
        }
    }

    void clear(String key) {
        SignInFailureEntity entity = em.find(SignInFailureEntity.class, key);
        if (entity != null) {
            em.remove(entity);
        }
    }

    /** Whoever tries names at random must not fill the table. */
    private void forgetOld() {
        em.createQuery("delete from SignInFailureEntity f"
                        + " where f.firstAt < :begun and (f.lockedUntil is null or f.lockedUntil < :now)")
                .setParameter("begun", now.minus(WINDOW).toEpochMilli())
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }
}
