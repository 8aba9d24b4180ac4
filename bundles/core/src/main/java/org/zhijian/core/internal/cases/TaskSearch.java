package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhijian.api.chain.Assignee;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.cases.TaskQuery.Box;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Order;
import org.zhijian.core.internal.store.Sql;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;

/** Finds a caller's tasks, page by page by key: seat by seat, so that an index gives each seat's rows in order, and then merged. */
final class TaskSearch {
    private static final int COUNT_LIMIT = 99;

    private final EntityManager em;
    private final Caller caller;
    private final Set<String> accounts;
    private final LocalDate today;
    private final Instant now;
    private final TaskQuery query;
    private final Order order;

    private TaskSearch(EntityManager em, Deputies.Acting acting, Time time, TaskQuery query) {
        this.em = em;
        this.caller = acting.caller();
        this.accounts = acting.accounts();
        this.today = time.today();
        this.now = time.now();
        this.query = query;
        this.order = order(query);
    }

    static Page<TaskLine> page(
            EntityManager em,
            Deputies.Acting acting,
            TaskQuery query,
            Time time,
            BiFunction<TaskEntity, CaseEntity, TaskLine> line) {
        TaskSearch search = new TaskSearch(em, acting, time, query);
        int limit = Page.limit(query.limit());
        List<Object[]> rows = search.find(limit + 1);
        List<String> ids =
                rows.stream().limit(limit).map(row -> (String) row[0]).toList();
        Map<String, TaskEntity> tasks = search.tasks(ids);
        Map<String, CaseEntity> cases = CaseSearch.entities(
                em, tasks.values().stream().map(TaskEntity::caseId).distinct().toList());
        List<TaskLine> lines = new ArrayList<>();
        for (String id : ids) {
            TaskEntity task = tasks.get(id);
            if (task != null && cases.containsKey(task.caseId())) {
                lines.add(line.apply(task, cases.get(task.caseId())));
            }
        }
        return new Page<>(lines, rows.size() > limit ? search.order.cursor(rows.get(limit - 1)) : "");
    }

    /** How many there are, counted no further than people read. */
    static int count(EntityManager em, Deputies.Acting acting, Box box, Time time) {
        TaskQuery all = new TaskQuery("", "", box, "", "", COUNT_LIMIT);
        return new TaskSearch(em, acting, time, all).find(COUNT_LIMIT).size();
    }

    /** How many wait, by procedure. */
    static Map<String, Integer> waiting(EntityManager em, Deputies.Acting acting, Time time) {
        TaskSearch search = new TaskSearch(em, acting, time, TaskQuery.waiting());
        Map<String, Integer> counts = new TreeMap<>();
        for (Assignee seat : search.caller.seats()) {
            Sql sql = new Sql(em).add("select t.PROCEDURE_ID, count(*)");
            search.from(sql, seat);
            sql.add(" group by t.PROCEDURE_ID")
                    .rows()
                    .forEach(row -> counts.merge((String) row[0], ((Number) row[1]).intValue(), Integer::sum));
        }
        return counts;
    }

    private Map<String, TaskEntity> tasks(List<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : em
                        .createQuery("select t from TaskEntity t where t.id in :ids", TaskEntity.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(TaskEntity::id, Function.identity()));
    }

    private static Order order(TaskQuery query) {
        Order.Key id = Order.text("t.ID");
        List<Order.Key> keys =
                switch (query.sort().by()) {
                    case NUMBER -> List.of(Order.text("c.CASE_NUMBER"), id);
                    case PROCEDURE -> List.of(Order.text("t.PROCEDURE_ID"), id);
                    case APPLICANT -> List.of(Order.text("c.APPLICANT_NAME"), id);
                    case SINCE -> List.of(Order.number("t.SINCE_AT"), id);
                    case DUE -> List.of(Order.day("t.DUE_ON"), Order.number("t.SINCE_AT"), id);
                    case STATE -> List.of(Order.text("c.STATE"), id);
                    case DECIDED -> List.of(Order.number("t.DECIDED_AT"), id);
                };
        return new Order(query.sort().by().name(), query.sort().descending(), keys);
    }

    private List<Object[]> find(int rows) {
        if (caller.seats().isEmpty()) {
            return List.of();
        }
        Sql sql = new Sql(em).add("select * from (");
        String separator = "";
        int n = 0;
        for (Assignee seat : caller.seats()) {
            sql.add(separator + "select * from (");
            ofSeat(sql, seat);
            sql.add(order.by()).first(rows).add(") s" + n++);
            separator = " union all ";
        }
        return sql.add(") x" + order.by()).first(rows).rows();
    }

    private void ofSeat(Sql sql, Assignee seat) {
        sql.add("select t.ID TASK_ID");
        int n = 0;
        for (Order.Key key : order.keys()) {
            sql.add(", " + key.column() + " KEY_" + n++);
        }
        from(sql, seat);
        filter(sql);
        order.after(sql, query.cursor());
    }

    private void from(Sql sql, Assignee seat) {
        sql.add(" from ZJ_TASK t");
        if (asksTheCase()) {
            sql.add(" join ZJ_CASE c on c.ID = t.CASE_ID");
        }
        sql.add(
                " where t.ASSIGNEE_KIND = ? and t.ASSIGNEE_ID = ? and t.JURISDICTION = ?",
                seat.kind().name(),
                seat.id(),
                caller.jurisdiction());
        switch (query.box()) {
            case WAITING -> sql.add(" and t.STATE = 'OPEN'");
            case OVERDUE -> sql.add(" and t.STATE = 'OPEN' and t.DUE_ON < ?", today);
            case UNDER_WAY -> sql.add(" and t.STATE = 'DONE' and t.DECIDED_AT is not null and t.CASE_ENDED_AT is null");
            case DONE -> sql.add(" and t.STATE <> 'OPEN' and t.DECIDED_AT is not null");
        }
        if (query.box().waits() && seat.kind() == Assignee.Kind.OFFICE) {
            notTakenByAnother(sql);
        }
    }

    /** Most questions are answered by the tasks alone, and cases are far apart on the disk. */
    private boolean asksTheCase() {
        return order.keys().stream().anyMatch(key -> key.column().startsWith("c."))
                || query.state().isPresent()
                || query.from().isPresent()
                || query.to().isPresent();
    }

    /** What a colleague has taken up is hidden until his claim lapses. */
    private void notTakenByAnother(Sql sql) {
        sql.add(" and (t.CLAIMED_UNTIL is null or t.CLAIMED_UNTIL <= ?", now.toEpochMilli());
        accounts.forEach(account -> sql.add(" or t.CLAIMED_BY = ?", account));
        sql.add(")");
    }

    private void filter(Sql sql) {
        if (!query.jurisdiction().isBlank()) {
            sql.add(" and t.JURISDICTION = ?", query.jurisdiction());
        }
        if (!query.procedure().isBlank()) {
            sql.add(" and t.PROCEDURE_ID = ?", query.procedure());
        }
        query.state().ifPresent(state -> sql.add(" and c.STATE = ?", state.name()));
        query.from().ifPresent(day -> sql.add(" and c.SUBMITTED_AT >= ?", Time.start(day)));
        query.to().ifPresent(day -> sql.add(" and c.SUBMITTED_AT < ?", Time.start(day.plusDays(1))));
        CaseText.filter(sql, "t.CASE_ID", query.text());
    }
}
