package org.zhijian.core.internal.registers;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhijian.api.form.Option;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.internal.store.SearchText;
import org.zhijian.core.internal.store.entity.RecordEntity;

/** Gathers the conditions of one search in one register. Not thread-safe. */
final class RecordSearch {
    private final EntityManager em;
    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    RecordSearch(EntityManager em, String jurisdiction, Register<?> register) {
        this.em = em;
        parameters.put("jurisdiction", jurisdiction);
        parameters.put("register", register.id());
    }

    /** Records whose index has one of the values in this column. */
    RecordSearch having(ColumnInfo column, Set<String> values) {
        return having(List.of(column), values);
    }

    /** Records whose index has one of the values in one of these columns. */
    RecordSearch having(List<ColumnInfo> columns, Set<String> values) {
        if (columns.isEmpty() || values.isEmpty()) {
            conditions.append(" and 1 = 0");
            return this;
        }
        int n = parameters.size();
        conditions
                .append(
                        " and r.recordKey in (select i.recordKey from RecordIndexEntity i where i.jurisdiction = :jurisdiction")
                .append(" and i.register = :register and i.columnId in :columns" + n + " and i.indexValue in :values"
                        + n)
                .append(")");
        parameters.put("columns" + n, columns.stream().map(ColumnInfo::id).toList());
        parameters.put("values" + n, values.stream().map(RecordIndex::key).toList());
        return this;
    }

    /** Records whose column has what was typed: the value, the title of a code, or the exact name of what an id refers to. */
    RecordSearch matching(ColumnInfo column, String typed) {
        String text = SearchText.checked(typed.strip());
        Set<String> values = new LinkedHashSet<>();
        values.add(text);
        column.options().stream()
                .filter(option -> option.label().equals(text))
                .map(Option::value)
                .forEach(values::add);
        values.addAll(ReferredNames.idsNamed(em, column.refers(), text));
        return having(column, values);
    }

    RecordSearch containing(String field, String typed) {
        if (!typed.isBlank()) {
            conditions.append(" and r.").append(field).append(" like :text escape '!'");
            parameters.put("text", SearchText.contained(typed));
        }
        return this;
    }

    /** Records that were kept under this declaration of the register. */
    RecordSearch declaredAs(String signature) {
        conditions.append(" and r.declaration = :declaration");
        parameters.put("declaration", signature);
        return this;
    }

    RecordSearch withKey(String key) {
        conditions.append(" and r.recordKey = :key");
        parameters.put("key", SearchText.checked(key));
        return this;
    }

    RecordSearch after(String key) {
        conditions.append(" and r.recordKey > :after");
        parameters.put("after", SearchText.checked(key));
        return this;
    }

    /** The first records by key. */
    List<RecordEntity> first(int limit) {
        TypedQuery<RecordEntity> query = em.createQuery(
                "select r from RecordEntity r where r.jurisdiction = :jurisdiction and r.register = :register"
                        + conditions + " order by r.recordKey",
                RecordEntity.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }
}
