package org.zhijian.core.internal.notices;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.notice.Announcement;
import org.zhijian.core.access.Page;
import org.zhijian.core.internal.store.Cursor;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.SearchText;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AnnouncementEntity;
import org.zhijian.core.notices.Announcements;

/** Announcements, published within the transaction of a decision. Thread-safe. */
@Component(service = Announcements.class)
public final class AnnouncementService implements Announcements {
    private final Transactions transactions;

    @Activate
    public AnnouncementService(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** Publishes an announcement that speaks of a case. */
    public static void publish(
            EntityManager em, String jurisdiction, String caseId, Announcement announcement, Instant now) {
        em.persist(new AnnouncementEntity(
                Ids.next(), jurisdiction, announcement.kind(), announcement.title(), announcement.body(), caseId, now));
    }

    @Override
    public Page<Published> list(String jurisdiction, Instant since, String cursor, int limit) {
        int size = Page.limit(limit);
        List<AnnouncementEntity> found =
                transactions.read(em -> query(em, SearchText.checked(jurisdiction), since, cursor)
                        .setMaxResults(size + 1)
                        .getResultList());
        List<Published> items =
                found.stream().limit(size).map(AnnouncementService::published).toList();
        return new Page<>(items, found.size() > size ? cursorAt(items.get(size - 1)) : "");
    }

    private static TypedQuery<AnnouncementEntity> query(
            EntityManager em, String jurisdiction, Instant since, String cursor) {
        String jpql = "select a from AnnouncementEntity a where a.publishedAt >= :since"
                + (jurisdiction.isBlank() ? "" : " and a.jurisdiction = :jurisdiction")
                + (cursor.isBlank() ? "" : " and (a.publishedAt < :at or (a.publishedAt = :at and a.id < :id))")
                + " order by a.publishedAt desc, a.id desc";
        TypedQuery<AnnouncementEntity> query =
                em.createQuery(jpql, AnnouncementEntity.class).setParameter("since", since.toEpochMilli());
        if (!jurisdiction.isBlank()) {
            query.setParameter("jurisdiction", jurisdiction);
        }
        if (!cursor.isBlank()) {
            String[] last = Cursor.parts(cursor, 2);
            query.setParameter("at", Cursor.number(last[0])).setParameter("id", SearchText.checked(last[1]));
        }
        return query;
    }

    private static String cursorAt(Published last) {
        return Cursor.of(String.valueOf(last.publishedAt().toEpochMilli()), last.id());
    }

    @Override
    public Optional<Published> find(String id) {
        return transactions.read(em -> Optional.ofNullable(em.find(AnnouncementEntity.class, SearchText.checked(id)))
                .map(AnnouncementService::published));
    }

    private static Published published(AnnouncementEntity entity) {
        return new Published(
                entity.id(), entity.jurisdiction(), entity.kind(), entity.title(), entity.body(), entity.publishedAt());
    }
}
