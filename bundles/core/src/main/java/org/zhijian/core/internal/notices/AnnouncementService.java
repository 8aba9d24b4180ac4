package org.zhijian.core.internal.notices;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.directory.Office;
import org.zhijian.api.notice.Announcement;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.events.Events.Kind;
import org.zhijian.core.internal.audit.AuditTrail;
import org.zhijian.core.internal.cases.CaseNews;
import org.zhijian.core.internal.cases.CasePolicy;
import org.zhijian.core.internal.events.Feed;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.identity.DirectoryView;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Cursor;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.SearchText;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.AnnouncementEntity;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.notices.Announcements;

/** Announcements: published within the transaction of a decision, or by an office. Thread-safe. */
@Component(service = Announcements.class)
public final class AnnouncementService implements Announcements {
    private static final int TITLE_LENGTH = 200;
    private static final int BODY_LENGTH = 20_000;
    private static final int REASON_LENGTH = 500;
    private static final String NOTICE_KIND = "通知";

    private final Transactions transactions;
    private final Writes writes;
    private final Modules modules;
    private final Time time;

    @Activate
    public AnnouncementService(
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Modules modules,
            @Reference Time time) {
        this.transactions = transactions;
        this.writes = writes;
        this.modules = modules;
        this.time = time;
    }

    /** Publishes an announcement that speaks of a case, and tells its applicant. @param office who publishes it, blank for none */
    public static void publish(
            EntityManager em,
            String jurisdiction,
            String caseId,
            String office,
            Announcement announcement,
            Instant now) {
        AnnouncementEntity published = new AnnouncementEntity(
                Ids.next(),
                jurisdiction,
                announcement.kind(),
                PersonalNumbers.masked(announcement.title()),
                PersonalNumbers.masked(announcement.body()),
                caseId,
                Category.RESULT.name(),
                office,
                now);
        em.persist(published);
        change(em, published, "PUBLISH", now);
        CaseEntity entity = caseId == null ? null : em.find(CaseEntity.class, caseId);
        if (entity != null) {
            DeskMessage message =
                    new DeskMessage(jurisdiction, "ANNOUNCED", "公告已发布：" + published.title(), published.body());
            Desks.lay(em, now, List.of(CaseNews.applicant(entity)), caseId, message);
        }
    }

    private static void change(EntityManager em, AnnouncementEntity announcement, String action, Instant now) {
        Feed.note(
                em,
                now,
                announcement.jurisdiction(),
                Kind.ANNOUNCEMENT,
                "",
                announcement.id(),
                action,
                Map.of("kind", announcement.kind(), "title", announcement.title()));
    }

    @Override
    public Page<Published> list(String jurisdiction, String cursor, int limit) {
        String condition = cursor.isBlank() ? "" : " and (a.publishedAt < :at or (a.publishedAt = :at and a.id < :id))";
        String order = " order by a.publishedAt desc, a.id desc";
        return page(jurisdiction, condition, order, Map.of(), cursor, limit, AnnouncementEntity::publishedAt);
    }

    @Override
    public Page<Published> since(String jurisdiction, Instant since, String cursor, int limit) {
        String condition = " and a.changedAt >= :since"
                + (cursor.isBlank() ? "" : " and (a.changedAt > :at or (a.changedAt = :at and a.id > :id))");
        String order = " order by a.changedAt, a.id";
        Map<String, Object> values = Map.of("since", since.toEpochMilli());
        return page(jurisdiction, condition, order, values, cursor, limit, AnnouncementEntity::changedAt);
    }

    private Page<Published> page(
            String jurisdiction,
            String condition,
            String order,
            Map<String, Object> values,
            String cursor,
            int limit,
            java.util.function.Function<AnnouncementEntity, Instant> sortedBy) {
        int size = Page.limit(limit);
        String jpql = "select a from AnnouncementEntity a where 1 = 1"
                + (SearchText.checked(jurisdiction).isBlank() ? "" : " and a.jurisdiction = :jurisdiction")
                + condition
                + order;
        return transactions.read(em -> {
            TypedQuery<AnnouncementEntity> query =
                    em.createQuery(jpql, AnnouncementEntity.class).setMaxResults(size + 1);
            values.forEach(query::setParameter);
            if (!jurisdiction.isBlank()) {
                query.setParameter("jurisdiction", jurisdiction);
            }
            if (!cursor.isBlank()) {
                String[] last = Cursor.parts(cursor, 2);
                query.setParameter("at", Cursor.number(last[0])).setParameter("id", SearchText.checked(last[1]));
            }
            List<AnnouncementEntity> found = query.getResultList();
            List<AnnouncementEntity> shown = found.stream().limit(size).toList();
            String next = "";
            if (found.size() > size) {
                AnnouncementEntity last = shown.get(size - 1);
                next = Cursor.of(String.valueOf(sortedBy.apply(last).toEpochMilli()), last.id());
            }
            return new Page<>(
                    shown.stream().map(entity -> published(em, entity)).toList(), next);
        });
    }

    @Override
    public Optional<Published> find(String id) {
        return transactions.read(em -> Optional.ofNullable(em.find(AnnouncementEntity.class, SearchText.checked(id)))
                .map(entity -> published(em, entity)));
    }

    private static Published published(EntityManager em, AnnouncementEntity entity) {
        boolean withdrawn = entity.withdrawnAt() != null;
        return new Published(
                entity.id(),
                entity.jurisdiction(),
                Category.valueOf(entity.category()),
                entity.kind(),
                entity.title(),
                withdrawn ? "" : entity.body(),
                entity.publisher().isBlank()
                        ? ""
                        : new DirectoryView(em)
                                .office(entity.publisher())
                                .map(Office::name)
                                .orElse(""),
                entity.publishedAt(),
                entity.changedAt(),
                entity.withdrawnAt());
    }

    @Override
    public boolean mayPublish(Caller caller, String jurisdiction) {
        return caller.kind() == Caller.Kind.OFFICE
                && caller.jurisdiction().equals(jurisdiction)
                && !caller.mustChangePassword()
                && modules.descriptor(jurisdiction).isPresent();
    }

    @Override
    public boolean mayWithdraw(Caller caller, String id) {
        return transactions.read(em -> Optional.ofNullable(em.find(AnnouncementEntity.class, SearchText.checked(id)))
                .filter(entity -> entity.withdrawnAt() == null && mayWithdraw(caller, entity))
                .isPresent());
    }

    private boolean mayWithdraw(Caller caller, AnnouncementEntity entity) {
        return caller.kind() == Caller.Kind.OFFICE
                && caller.jurisdiction().equals(entity.jurisdiction())
                && (caller.offices().contains(entity.publisher())
                        || CasePolicy.oversees(modules.descriptor(entity.jurisdiction()), caller));
    }

    @Override
    public Published publish(Caller caller, Once once, String jurisdiction, String title, String body) {
        Admission.require(caller);
        if (!mayPublish(caller, jurisdiction)) {
            throw Refusal.forbidden("您的账号不能发布通知");
        }
        String kept = PersonalNumbers.masked(text("title", "标题", title, TITLE_LENGTH));
        String text = PersonalNumbers.masked(text("body", "正文", body, BODY_LENGTH));
        String id = writes.once(caller, once, "announce", List.of(jurisdiction, kept, text), em -> {
            Instant now = time.now();
            String office = caller.offices().stream().sorted().findFirst().orElse("");
            AnnouncementEntity notice = new AnnouncementEntity(
                    Ids.next(), jurisdiction, NOTICE_KIND, kept, text, "", Category.NOTICE.name(), office, now);
            em.persist(notice);
            change(em, notice, "PUBLISH", now);
            AuditTrail.note(em, caller, now, "ANNOUNCE", "发布通知", Map.of("announcement", notice.id(), "title", kept));
            return notice.id();
        });
        return find(id).orElseThrow(Refusal::notFound);
    }

    @Override
    public Published withdraw(Caller caller, Once once, String id, String reason) {
        Admission.require(caller);
        String why = text("reason", "撤回原因", reason, REASON_LENGTH);
        writes.once(caller, once, "withdrawAnnouncement", List.of(id, why), em -> {
            AnnouncementEntity entity =
                    em.find(AnnouncementEntity.class, SearchText.checked(id), LockModeType.PESSIMISTIC_WRITE);
            if (entity == null) {
                throw Refusal.notFound();
            }
            if (!mayWithdraw(caller, entity)) {
                throw Refusal.forbidden("只有发布该公告的机构可以撤回");
            }
            if (entity.withdrawnAt() != null) {
                throw Refusal.conflict("ALREADY_WITHDRAWN", "该公告已撤回");
            }
            Instant now = time.now();
            entity.withdraw(now, why);
            change(em, entity, "WITHDRAW", now);
            AuditTrail.note(
                    em,
                    caller,
                    now,
                    "WITHDRAW_ANNOUNCEMENT",
                    "撤回公告",
                    Map.of("announcement", id, "title", entity.title(), "reason", why));
            return id;
        });
        return find(id).orElseThrow(Refusal::notFound);
    }

    private static String text(String field, String label, String value, int length) {
        String text = value.replace("\0", "").strip();
        if (text.isBlank()) {
            throw Refusal.invalid(Violation.of(field, "REQUIRED", "请填写" + label));
        }
        if (text.length() > length) {
            throw Refusal.invalid(Violation.of(field, "LENGTH", label + "不能超过" + length + "个字"));
        }
        return text;
    }
}
