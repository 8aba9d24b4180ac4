package org.zhijian.core.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.TreeSet;
import org.zhijian.api.procedure.Subject;
import org.zhijian.core.internal.store.entity.LockEntity;

/** Locks by name, held until the transaction ends. */
public final class Locks {
    private Locks() {}

    /** Waits until nobody else holds it. */
    public static void take(EntityManager em, String name) {
        if (em.find(LockEntity.class, name, LockModeType.PESSIMISTIC_WRITE) == null) {
            em.persist(new LockEntity(name));
            em.flush();
        }
    }

    /** Locks the subjects, always in the same order, so that nobody waits in a circle. */
    public static void take(EntityManager em, Collection<Subject> subjects) {
        new TreeSet<>(subjects).forEach(subject -> take(em, name(subject)));
    }

    /** What a subject is called wherever it is stored. */
    public static String name(Subject subject) {
        return subject.kind() + ":" + subject.id();
    }
}
