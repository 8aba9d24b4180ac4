package org.zhijian.core.internal.registers;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.RegisterView;
import org.zhijian.core.internal.store.entity.RecordEntity;

/** The records of one register of one jurisdiction. Not thread-safe. */
final class StoredRecords<R extends Record> implements RegisterView<R> {
    private final EntityManager em;
    private final String jurisdiction;
    private final Register<R> register;

    StoredRecords(EntityManager em, String jurisdiction, Register<R> register) {
        this.em = em;
        this.jurisdiction = jurisdiction;
        this.register = register;
    }

    Optional<RecordEntity> entity(String key) {
        return key.isBlank()
                ? Optional.empty()
                : Optional.ofNullable(
                        em.find(RecordEntity.class, new RecordEntity.Key(jurisdiction, register.id(), key)));
    }

    R read(RecordEntity entity) {
        return RecordJson.read(entity.data(), register.type());
    }

    @Override
    public Optional<R> find(String key) {
        return entity(key).map(this::read);
    }

    @Override
    public List<R> where(String column, Object value) {
        if (register.column(column).filter(RecordIndex::isIndexed).isEmpty()) {
            throw new IllegalArgumentException("register " + register.id() + " has no indexed column " + column);
        }
        return em
                .createQuery(
                        "select r from RecordEntity r where r.jurisdiction = :jurisdiction and r.register = :register"
                                + " and r.recordKey in (select i.recordKey from RecordIndexEntity i"
                                + " where i.jurisdiction = :jurisdiction and i.register = :register"
                                + " and i.columnId = :column and i.indexValue = :value)",
                        RecordEntity.class)
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("register", register.id())
                .setParameter("column", column)
                .setParameter("value", RecordIndex.key(value))
                .getResultList()
                .stream()
                .sorted(Comparator.comparing(RecordEntity::recordKey))
                .map(this::read)
                .toList();
    }
}
