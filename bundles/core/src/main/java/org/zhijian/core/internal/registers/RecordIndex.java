package org.zhijian.core.internal.registers;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.store.entity.RecordEntity;
import org.zhijian.core.internal.store.entity.RecordIndexEntity;

/** The values under which records are found: one row for each value of a column that is indexed or names an owner. */
final class RecordIndex {
    private static final int LONGEST = 200;

    private RecordIndex() {}

    static boolean isIndexed(ColumnInfo column) {
        return column.index() || column.owner();
    }

    /** A value as it stands in the index: an enum constant by its code, a day as {@code yyyy-MM-dd}, what is too long by its hash. */
    static String key(Object value) {
        String text = value instanceof Enum<?> constant
                ? constant.name()
                : value instanceof LocalDate day
                        ? day.toString()
                        : String.valueOf(value).strip();
        return text.length() <= LONGEST ? text : Hashes.sha256(text);
    }

    /** Brings the index rows of a record in line with its content. */
    static void keep(EntityManager em, Register<?> register, RecordEntity entity, Cells cells) {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        register.columns().stream()
                .filter(RecordIndex::isIndexed)
                .forEach(column -> wanted.put(
                        column.id(),
                        cells.texts(column.id()).stream()
                                .map(RecordIndex::key)
                                .collect(Collectors.toCollection(HashSet::new))));
        for (RecordIndexEntity row : em.contains(entity) ? rows(em, entity) : List.<RecordIndexEntity>of()) {
            Set<String> values = wanted.get(row.columnId());
            if (values == null || !values.remove(row.indexValue())) {
                em.remove(row);
            }
        }
        wanted.forEach((column, values) -> values.forEach(value -> em.persist(
                new RecordIndexEntity(entity.jurisdiction(), entity.register(), column, value, entity.recordKey()))));
    }

    private static List<RecordIndexEntity> rows(EntityManager em, RecordEntity entity) {
        return em.createQuery(
                        "select i from RecordIndexEntity i where i.jurisdiction = :jurisdiction"
                                + " and i.register = :register and i.recordKey = :key",
                        RecordIndexEntity.class)
                .setParameter("jurisdiction", entity.jurisdiction())
                .setParameter("register", entity.register())
                .setParameter("key", entity.recordKey())
                .getResultList();
    }
}
