package org.zhijian.core.internal.registers;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhijian.api.form.Option;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Sort;
import org.zhijian.core.internal.store.Order;
import org.zhijian.core.internal.store.SearchText;
import org.zhijian.core.internal.store.Sql;
import org.zhijian.core.internal.store.entity.RecordEntity;
import org.zhijian.core.registers.DaySpan;
import org.zhijian.core.registers.RegisterBrowser;

/** Gathers the conditions of one search in one register. Not thread-safe. */
final class RecordSearch {
    /** Where the values of a column stand that is sorted by; a record without one has no row. */
    private static final String SORTED_VALUE = "coalesce((select min(o.INDEX_VALUE) from ZJ_RECORD_INDEX o"
            + " where o.JURISDICTION = r.JURISDICTION and o.REGISTER_ID = r.REGISTER_ID"
            + " and o.RECORD_KEY = r.RECORD_KEY and o.COLUMN_ID = '%s'), '')";

    private final EntityManager em;
    private final String jurisdiction;
    private final Register<?> register;
    private final Sql conditions;

    RecordSearch(EntityManager em, String jurisdiction, Register<?> register) {
        this.em = em;
        this.jurisdiction = jurisdiction;
        this.register = register;
        this.conditions = new Sql(em);
    }

    /** Records whose index has one of the values in this column. */
    RecordSearch having(ColumnInfo column, Set<String> values) {
        return having(List.of(column), values);
    }

    /** Records whose index has one of the values in one of these columns. */
    RecordSearch having(List<ColumnInfo> columns, Set<String> values) {
        conditions.add(
                " and r.RECORD_KEY in (select i.RECORD_KEY from ZJ_RECORD_INDEX i"
                        + " where i.JURISDICTION = ? and i.REGISTER_ID = ? and ",
                jurisdiction,
                register.id());
        conditions
                .in("i.COLUMN_ID", columns.stream().map(ColumnInfo::id).toList())
                .add(" and ")
                .in("i.INDEX_VALUE", values.stream().map(RecordIndex::key).toList())
                .add(")");
        return this;
    }

    /**
     * Records whose column has what was typed: the value, the title of a code, or the exact name of what an id refers to; of days also a
     * {@link DaySpan}.
     */
    RecordSearch matching(ColumnInfo column, String typed) {
        if (column.kind() == Register.Kind.DAY && DaySpan.isSpan(typed)) {
            return within(column, DaySpan.of(typed));
        }
        String text = SearchText.checked(typed.strip());
        Set<String> values = new LinkedHashSet<>();
        values.add(text);
        column.options().stream()
                .filter(option -> option.label().equals(text))
                .map(Option::value)
                .forEach(values::add);
        values.addAll(ReferredNames.idsNamed(em, jurisdiction, column, text));
        return having(column, values);
    }

    private RecordSearch within(ColumnInfo column, DaySpan days) {
        conditions.add(
                " and r.RECORD_KEY in (select i.RECORD_KEY from ZJ_RECORD_INDEX i"
                        + " where i.JURISDICTION = ? and i.REGISTER_ID = ? and i.COLUMN_ID = ?",
                jurisdiction,
                register.id(),
                column.id());
        days.from().ifPresent(from -> conditions.add(" and i.INDEX_VALUE >= ?", from.toString()));
        days.to().ifPresent(to -> conditions.add(" and i.INDEX_VALUE <= ?", to.toString()));
        conditions.add(")");
        return this;
    }

    /** Records among whose texts is what was typed. */
    RecordSearch containing(String column, String typed) {
        if (!typed.isBlank()) {
            conditions.add(" and ").contains("r." + column, typed);
        }
        return this;
    }

    /** Records that were kept under this declaration of the register. */
    RecordSearch declaredAs(String signature) {
        conditions.add(" and r.DECLARATION = ?", signature);
        return this;
    }

    RecordSearch withKey(String key) {
        conditions.add(" and r.RECORD_KEY = ?", SearchText.checked(key));
        return this;
    }

    /** One page of them. */
    Page<RecordEntity> page(Sort<String> sort, String cursor, int limit) {
        Order order = order(sort);
        Sql sql = new Sql(em)
                .add(
                        "select r.RECORD_KEY, " + order.columns()
                                + " from ZJ_RECORD r where r.JURISDICTION = ? and r.REGISTER_ID = ?",
                        jurisdiction,
                        register.id())
                .add(conditions);
        order.after(sql, cursor);
        List<Object[]> rows = sql.add(order.by()).first(limit + 1).rows();
        List<String> keys =
                rows.stream().limit(limit).map(row -> (String) row[0]).toList();
        Map<String, RecordEntity> found = entities(keys);
        return new Page<>(
                keys.stream().filter(found::containsKey).map(found::get).toList(),
                rows.size() > limit ? order.cursor(rows.get(limit - 1)) : "");
    }

    private Order order(Sort<String> sort) {
        Order.Key key = Order.text("r.RECORD_KEY");
        if (sort.by().isBlank()
                || register.column(sort.by()).filter(ColumnInfo::key).isPresent()) {
            return new Order("", sort.descending(), List.of(key));
        }
        if (sort.by().equals(RegisterBrowser.CHANGED)) {
            return new Order(sort.by(), sort.descending(), List.of(Order.number("r.CHANGED_AT"), key));
        }
        String column = register.column(sort.by())
                .filter(RegisterBrowser::isSortable)
                .map(sorted -> sorted.status() ? "coalesce(r.STATUS, '')" : SORTED_VALUE.formatted(sorted.id()))
                .orElseThrow(() -> RegisterBrowser.notSortable(sort.by()));
        return new Order(sort.by(), sort.descending(), List.of(Order.text(column), key));
    }

    private Map<String, RecordEntity> entities(List<String> keys) {
        return keys.isEmpty()
                ? Map.of()
                : em
                        .createQuery(
                                "select r from RecordEntity r where r.jurisdiction = :jurisdiction"
                                        + " and r.register = :register and r.recordKey in :keys",
                                RecordEntity.class)
                        .setParameter("jurisdiction", jurisdiction)
                        .setParameter("register", register.id())
                        .setParameter("keys", keys)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(RecordEntity::recordKey, Function.identity()));
    }
}
