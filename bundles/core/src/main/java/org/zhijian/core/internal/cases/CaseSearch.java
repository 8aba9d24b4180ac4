package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.chain.CaseState;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.CaseLine;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Order;
import org.zhijian.core.internal.store.Sql;
import org.zhijian.core.internal.store.entity.CaseEntity;

/** Finds the cases that a caller may see, page by page by key. */
final class CaseSearch {
    private final Sql sql;
    private final Caller caller;

    private CaseSearch(EntityManager em, Caller caller) {
        this.sql = new Sql(em);
        this.caller = caller;
    }

    static Page<CaseLine> page(
            EntityManager em, Caller caller, boolean oversees, CaseQuery query, Function<CaseEntity, CaseLine> line) {
        Order order = order(query);
        int limit = Page.limit(query.limit());
        List<Object[]> rows = new CaseSearch(em, caller).find(query, oversees, order, limit + 1);
        boolean more = rows.size() > limit;
        List<String> ids =
                rows.stream().limit(limit).map(row -> (String) row[0]).toList();
        Map<String, CaseEntity> found = entities(em, ids);
        return new Page<>(
                ids.stream()
                        .filter(found::containsKey)
                        .map(found::get)
                        .map(line)
                        .toList(),
                more ? order.cursor(rows.get(limit - 1)) : "");
    }

    /** The cases with these ids. */
    static Map<String, CaseEntity> entities(EntityManager em, List<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : em
                        .createQuery("select c from CaseEntity c where c.id in :ids", CaseEntity.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(CaseEntity::id, Function.identity()));
    }

    private static Order order(CaseQuery query) {
        Order.Key id = Order.text("c.ID");
        List<Order.Key> keys =
                switch (query.sort().by()) {
                    case NUMBER -> List.of(Order.text("c.CASE_NUMBER"));
                    case PROCEDURE -> List.of(Order.text("c.PROCEDURE_ID"), id);
                    case APPLICANT -> List.of(Order.text("c.APPLICANT_NAME"), id);
                    case SUBMITTED -> List.of(Order.number("coalesce(c.SUBMITTED_AT, 0)"), id);
                    case STATE -> List.of(Order.text("c.STATE"), id);
                    case CHANGED -> List.of(Order.number("c.CHANGED_AT"), id);
                };
        return new Order(query.sort().by().name(), query.sort().descending(), keys);
    }

    private List<Object[]> find(CaseQuery query, boolean oversees, Order order, int rows) {
        sql.add("select c.ID, " + order.columns() + " from ZJ_CASE c where c.JURISDICTION = ?", caller.jurisdiction());
        visible(oversees);
        filter(query);
        order.after(sql, query.cursor());
        return sql.add(order.by()).first(rows).rows();
    }

    /** An office's cases lie close together among all; those of a firm or a person are few, and are gathered first. */
    private void visible(boolean oversees) {
        if (caller.seats().isEmpty()) {
            sql.add(" and 1 = 0");
        } else if (caller.kind() == Caller.Kind.OFFICE) {
            sql.add(" and (");
            sql.add(
                    oversees ? "c.STATE <> ? or " : "1 = 0 or ",
                    oversees ? new Object[] {CaseState.DRAFT.name()} : new Object[0]);
            seats("(c.APPLICANT_KIND = ? and c.APPLICANT_ID = ?)", " or ");
            sql.add(" or ");
            seats(
                    "exists (select 1 from ZJ_TASK t where t.CASE_ID = c.ID and t.ASSIGNEE_KIND = ? and t.ASSIGNEE_ID = ?)",
                    " or ");
            sql.add(")");
        } else {
            sql.add(" and c.ID in (");
            seats("select a.ID from ZJ_CASE a where a.APPLICANT_KIND = ? and a.APPLICANT_ID = ?", " union ");
            sql.add(" union ");
            seats("select t.CASE_ID from ZJ_TASK t where t.ASSIGNEE_KIND = ? and t.ASSIGNEE_ID = ?", " union ");
            sql.add(")");
        }
    }

    private void seats(String each, String between) {
        String separator = "";
        for (Assignee seat : caller.seats()) {
            sql.add(separator + each, seat.kind().name(), seat.id());
            separator = between;
        }
    }

    private void filter(CaseQuery query) {
        equal("c.JURISDICTION", query.jurisdiction());
        equal("c.PROCEDURE_ID", query.procedure());
        equal("c.STATE", query.state().isBlank() ? "" : state(query.state()).name());
        query.from().ifPresent(day -> sql.add(" and c.SUBMITTED_AT >= ?", Time.start(day)));
        query.to().ifPresent(day -> sql.add(" and c.SUBMITTED_AT < ?", Time.start(day.plusDays(1))));
        CaseText.filter(sql, "c.ID", query.text());
    }

    private void equal(String column, String value) {
        if (!value.isBlank()) {
            sql.add(" and " + column + " = ?", value);
        }
    }

    private static CaseState state(String code) {
        try {
            return CaseState.valueOf(code);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed("没有状态“" + code + "”");
        }
    }
}
