package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.chain.CaseState;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.CaseLine;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.core.internal.store.Cursor;
import org.zhijian.core.internal.store.entity.CaseEntity;

/** Finds the cases that a caller may see, newest change first, page by page by key. */
final class CaseSearch {
    private final StringBuilder where = new StringBuilder("1 = 1");
    private final Map<String, Object> parameters = new HashMap<>();

    private CaseSearch() {}

    static Page<CaseLine> page(
            EntityManager em, Caller caller, boolean oversees, CaseQuery query, Function<CaseEntity, CaseLine> line) {
        CaseSearch search = new CaseSearch();
        search.visible(caller, oversees);
        search.filter(query);
        int limit = Page.limit(query.limit());
        TypedQuery<CaseEntity> rows = em.createQuery(
                "select c from CaseEntity c where " + search.where + " order by c.changedAt desc, c.id desc",
                CaseEntity.class);
        search.parameters.forEach(rows::setParameter);
        List<CaseEntity> found = rows.setMaxResults(limit + 1).getResultList();
        boolean more = found.size() > limit;
        List<CaseEntity> page = more ? found.subList(0, limit) : found;
        String next = more
                ? Cursor.of(
                        Long.toString(page.get(limit - 1).changedAt().toEpochMilli()),
                        page.get(limit - 1).id())
                : "";
        return new Page<>(page.stream().map(line).toList(), next);
    }

    private void visible(Caller caller, boolean oversees) {
        where.append(" and c.jurisdiction = :home");
        parameters.put("home", caller.jurisdiction());
        List<String> ways = new ArrayList<>();
        int n = 0;
        for (Assignee seat : caller.seats()) {
            ways.add("(c.applicantKind = :kind" + n + " and c.applicantId = :seat" + n + ")");
            ways.add("exists (select t.id from TaskEntity t where t.caseId = c.id and t.assigneeKind = :kind" + n
                    + " and t.assigneeId = :seat" + n + ")");
            parameters.put("kind" + n, seat.kind().name());
            parameters.put("seat" + n, seat.id());
            n++;
        }
        if (oversees) {
            ways.add("c.state <> :draft");
            parameters.put("draft", CaseState.DRAFT);
        }
        where.append(ways.isEmpty() ? " and 1 = 0" : " and (" + String.join(" or ", ways) + ")");
    }

    private void filter(CaseQuery query) {
        equal("jurisdiction", query.jurisdiction());
        equal("procedure", query.procedure());
        if (!query.state().isBlank()) {
            where.append(" and c.state = :state");
            parameters.put("state", state(query.state()));
        }
        if (!query.text().isBlank()) {
            where.append(" and (c.number like :text or c.applicantName like :text)");
            parameters.put("text", "%" + query.text().strip().replaceAll("[%_]", "") + "%");
        }
        if (!query.cursor().isBlank()) {
            String[] parts = Cursor.parts(query.cursor(), 2);
            where.append(" and (c.changedAt < :at or (c.changedAt = :at and c.id < :id))");
            parameters.put("at", Cursor.number(parts[0]));
            parameters.put("id", parts[1]);
        }
    }

    private void equal(String field, String value) {
        if (!value.isBlank()) {
            where.append(" and c.").append(field).append(" = :").append(field);
            parameters.put(field, value);
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
