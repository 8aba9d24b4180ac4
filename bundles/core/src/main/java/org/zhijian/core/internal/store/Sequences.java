package org.zhijian.core.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.zhijian.core.internal.store.entity.SequenceEntity;

/** Numbers without gaps: a sequence's row is locked until the transaction ends, so what is rolled back is given again. */
public final class Sequences {
    private Sequences() {}

    public static long next(EntityManager em, String sequence) {
        SequenceEntity entity = em.find(SequenceEntity.class, sequence, LockModeType.PESSIMISTIC_WRITE);
        if (entity == null) {
            entity = new SequenceEntity(sequence);
            em.persist(entity);
        }
        entity.lastNumber(entity.lastNumber() + 1);
        return entity.lastNumber();
    }
}
