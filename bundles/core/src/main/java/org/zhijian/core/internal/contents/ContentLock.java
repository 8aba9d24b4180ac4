package org.zhijian.core.internal.contents;

import jakarta.persistence.EntityManager;
import org.zhijian.core.internal.store.Locks;
import org.zhijian.core.internal.store.entity.LockEntity;

/**
 * Keeps whoever stores a content and whoever takes it away from doing both at once, on whatever nodes they are: each holds its lock until its
 * transaction ends.
 */
public final class ContentLock {
    private ContentLock() {}

    /** Waits for the lock. To be called before the content is stored, and before anybody asks whether it is still referred to. */
    public static void take(EntityManager em, String sha256) {
        Locks.take(em, id(sha256));
    }

    /** Forgets a lock that this transaction holds, for its content is gone. */
    static void forget(EntityManager em, String sha256) {
        em.remove(em.find(LockEntity.class, id(sha256)));
    }

    private static String id(String sha256) {
        return "content:" + sha256;
    }
}
