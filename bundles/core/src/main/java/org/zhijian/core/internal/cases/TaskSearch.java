package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.chain.CaseState;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.cases.TaskQuery.Box;
import org.zhijian.core.internal.store.Cursor;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/** Finds a caller's tasks: what waits by deadline and age, what is done by the time it was done; page by page by key. */
final class TaskSearch {
    private static final int COUNT_LIMIT = 99;

    private final StringBuilder where = new StringBuilder("c.id = t.caseId");
    private final Map<String, Object> parameters = new HashMap<>();
    private final boolean waiting;

    private TaskSearch(Caller caller, Box box, LocalDate today) {
        waiting = box == Box.WAITING || box == Box.OVERDUE;
        mine(caller);
        switch (box) {
            case WAITING -> state(TaskState.OPEN);
            case OVERDUE -> {
                state(TaskState.OPEN);
                where.append(" and t.dueOn < :today");
                parameters.put("today", today);
            }
            case UNDER_WAY -> {
                state(TaskState.DONE);
                where.append(" and c.state not in :ended");
                parameters.put("ended", EnumSet.of(CaseState.CLOSED, CaseState.REJECTED, CaseState.WITHDRAWN));
            }
            case DONE -> {
                where.append(" and t.state <> :state");
                parameters.put("state", TaskState.OPEN);
            }
        }
    }

    static Page<TaskLine> page(
            EntityManager em,
            Caller caller,
            TaskQuery query,
            LocalDate today,
            BiFunction<TaskEntity, CaseEntity, TaskLine> line) {
        TaskSearch search = new TaskSearch(caller, query.box(), today);
        search.filter(query);
        int limit = Page.limit(query.limit());
        String order = search.waiting ? "t.dueOn, t.since, t.id" : "t.decidedAt desc, t.id desc";
        TypedQuery<Object[]> rows = em.createQuery(
                "select t, c from TaskEntity t, CaseEntity c where " + search.where + " order by " + order,
                Object[].class);
        search.parameters.forEach(rows::setParameter);
        List<Object[]> found = rows.setMaxResults(limit + 1).getResultList();
        boolean more = found.size() > limit;
        List<TaskLine> page = found.stream()
                .limit(limit)
                .map(row -> line.apply((TaskEntity) row[0], (CaseEntity) row[1]))
                .toList();
        return new Page<>(page, more ? search.cursor((TaskEntity) found.get(limit - 1)[0]) : "");
    }

    /** How many there are, counted no further than people read. */
    static int count(EntityManager em, Caller caller, Box box, LocalDate today) {
        TaskSearch search = new TaskSearch(caller, box, today);
        TypedQuery<String> rows =
                em.createQuery("select t.id from TaskEntity t, CaseEntity c where " + search.where, String.class);
        search.parameters.forEach(rows::setParameter);
        return rows.setMaxResults(COUNT_LIMIT).getResultList().size();
    }

    private void mine(Caller caller) {
        where.append(" and t.jurisdiction = :home");
        parameters.put("home", caller.jurisdiction());
        List<String> seats = new ArrayList<>();
        int n = 0;
        for (Assignee seat : caller.seats()) {
            seats.add("(t.assigneeKind = :kind" + n + " and t.assigneeId = :seat" + n + ")");
            parameters.put("kind" + n, seat.kind().name());
            parameters.put("seat" + n, seat.id());
            n++;
        }
        where.append(seats.isEmpty() ? " and 1 = 0" : " and (" + String.join(" or ", seats) + ")");
    }

    private void state(TaskState state) {
        where.append(" and t.state = :state");
        parameters.put("state", state);
    }

    private void filter(TaskQuery query) {
        equal("t.jurisdiction", "jurisdiction", query.jurisdiction());
        equal("t.procedure", "procedure", query.procedure());
        if (!query.text().isBlank()) {
            where.append(" and (c.number like :text or c.applicantName like :text)");
            parameters.put("text", "%" + query.text().strip().replaceAll("[%_]", "") + "%");
        }
        if (query.cursor().isBlank()) {
            return;
        }
        if (waiting) {
            String[] parts = Cursor.parts(query.cursor(), 3);
            where.append(
                    " and (t.dueOn > :due or (t.dueOn = :due and (t.since > :at or (t.since = :at and t.id > :id))))");
            parameters.put("due", day(parts[0]));
            parameters.put("at", Cursor.number(parts[1]));
            parameters.put("id", parts[2]);
        } else {
            String[] parts = Cursor.parts(query.cursor(), 2);
            where.append(" and (t.decidedAt < :at or (t.decidedAt = :at and t.id < :id))");
            parameters.put("at", Cursor.number(parts[0]));
            parameters.put("id", parts[1]);
        }
    }

    private String cursor(TaskEntity last) {
        return waiting
                ? Cursor.of(last.dueOn().toString(), Long.toString(last.since().toEpochMilli()), last.id())
                : Cursor.of(Long.toString(last.decidedAt().toEpochMilli()), last.id());
    }

    private static LocalDate day(String part) {
        try {
            return LocalDate.parse(part);
        } catch (java.time.DateTimeException notADay) {
            throw Refusal.malformed("cursor 无效");
        }
    }

    private void equal(String column, String name, String value) {
        if (!value.isBlank()) {
            where.append(" and ").append(column).append(" = :").append(name);
            parameters.put(name, value);
        }
    }
}
