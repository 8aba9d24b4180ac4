package org.zhijian.core.internal.store;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.openjpa.persistence.OpenJPAEntityManager;
import org.apache.openjpa.persistence.OpenJPAPersistence;

/**
 * What an entity manager holds in memory. One serves one transaction and the answer that is made of it after the commit: what the transaction
 * has read or written under its locks need not be asked for again.
 */
public final class Held {
    private Held() {}

    /** The row if the entity manager holds it; the database is not asked. */
    public static <T> Optional<T> known(EntityManager em, Class<T> type, Object id) {
        return Optional.ofNullable(OpenJPAPersistence.cast(em).findCached(type, id));
    }

    /** The row, from the database if it is not held; null if there is none. */
    public static <T> T find(EntityManager em, Class<T> type, Object id) {
        return known(em, type, id).orElseGet(() -> em.find(type, id));
    }

    /** The one helper of its type that goes with this entity manager, made when it is first asked for. */
    public static <T> T companion(EntityManager em, Class<T> type, Supplier<T> maker) {
        OpenJPAEntityManager manager = OpenJPAPersistence.cast(em);
        T held = type.cast(manager.getUserObject(type));
        if (held == null) {
            held = maker.get();
            manager.putUserObject(type, held);
        }
        return held;
    }
}
