package org.zhijian.core.internal.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.core.access.Page;
import org.zhijian.core.audit.Audit.Span;
import org.zhijian.core.audit.Entry;
import org.zhijian.core.internal.privacy.PersonalText;
import org.zhijian.core.internal.store.Cursor;
import org.zhijian.core.internal.store.entity.EventEntity;

/** Reads the log by time, with personal data hidden. */
final class Entries {
    private static final String BEHIND =
            " and e.at >= :at and (e.at > :at or e.stream > :behind" + " or e.stream = :behind and e.seq > :seq)";

    private Entries() {}

    static Page<Entry> page(EntityManager em, Span span, String cursor, int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("1 = 1");
        if (!span.stream().isBlank()) {
            where.append(" and e.stream = :stream");
            parameters.put("stream", span.stream());
        }
        if (span.from() != null) {
            where.append(" and e.at >= :from");
            parameters.put("from", span.from().toEpochMilli());
        }
        if (span.until() != null) {
            where.append(" and e.at < :until");
            parameters.put("until", span.until().toEpochMilli());
        }
        if (!cursor.isBlank()) {
            String[] parts = Cursor.parts(cursor, 3);
            where.append(BEHIND);
            parameters.put("at", Cursor.number(parts[0]));
            parameters.put("behind", parts[1]);
            parameters.put("seq", (int) Cursor.number(parts[2]));
        }
        TypedQuery<EventEntity> query = em.createQuery(
                "select e from EventEntity e where " + where + " order by e.at, e.stream, e.seq", EventEntity.class);
        parameters.forEach(query::setParameter);
        List<EventEntity> found = query.setMaxResults(limit + 1).getResultList();
        List<EventEntity> shown = found.subList(0, Math.min(limit, found.size()));
        String next = "";
        if (found.size() > limit) {
            EventEntity last = shown.get(limit - 1);
            next = Cursor.of(String.valueOf(last.at().toEpochMilli()), last.stream(), String.valueOf(last.seq()));
        }
        return new Page<>(shown.stream().map(Entries::shown).toList(), next);
    }

    private static Entry shown(EventEntity event) {
        return new Entry(
                event.stream(),
                event.seq(),
                event.at(),
                event.accountId(),
                PersonalText.hide(event.actor()),
                event.address(),
                event.action(),
                PersonalText.hide(event.title()),
                event.step() == null ? "" : event.step(),
                event.round(),
                PersonalText.hide(event.opinion()),
                event.detail() == null ? "" : PersonalText.hide(event.detail()),
                event.hash());
    }
}
