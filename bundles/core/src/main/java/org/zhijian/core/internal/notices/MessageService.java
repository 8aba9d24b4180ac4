package org.zhijian.core.internal.notices;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Cursor;
import org.zhijian.core.internal.store.SearchText;
import org.zhijian.core.internal.store.Signal;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.NoticeEntity;
import org.zhijian.core.internal.store.entity.NoticeReadEntity;
import org.zhijian.core.notices.Messages;

/**
 * Messages as their readers see them. Whoever listens hears of this node's new messages at once, and of other nodes' within seconds. Thread-safe.
 */
@Component(service = Messages.class)
public final class MessageService implements Messages {
    private static final Logger LOG = LoggerFactory.getLogger(MessageService.class);
    private static final int LOOK_SECONDS = 5;
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final String UNREAD = " and not exists (select r.noticeId from NoticeReadEntity r"
            + " where r.accountId = :account and r.noticeId = n.id)";

    private final Transactions transactions;
    private final Writes writes;
    private final Time time;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Runnable ring = this::lookSoon;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "messages");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Instant lookedAt = Instant.now();

    private record Listener(Set<String> seats, Runnable told) {}

    @Activate
    public MessageService(@Reference Transactions transactions, @Reference Writes writes, @Reference Time time) {
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
        transactions.listen(Signal.NOTICES, ring);
        watch.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    public void stop() {
        transactions.unlisten(Signal.NOTICES, ring);
        watch.shutdownNow();
    }

    private void lookSoon() {
        try {
            watch.execute(this::look);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("nobody is told any more", stopping);
        }
    }

    /** Tells whose desks have got something, from this node or another. Clocks differ and commits take a while, hence the overlap. */
    private void look() {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            Instant now = Instant.now();
            Set<String> seats = new HashSet<>(transactions.read(em -> em.createQuery(
                            "select distinct n.seat from NoticeEntity n where n.laidAt >= :since", String.class)
                    .setParameter("since", lookedAt.minus(OVERLAP).toEpochMilli())
                    .getResultList()));
            lookedAt = now;
            listeners.stream()
                    .filter(listener -> !Collections.disjoint(listener.seats(), seats))
                    .forEach(listener -> listener.told().run());
        } catch (RuntimeException unreachable) {
            LOG.debug("looking for messages again soon", unreachable);
        }
    }

    @Override
    public Page<Message> list(Caller caller, boolean unreadOnly, String cursor, int limit) {
        Admission.require(caller);
        int size = Page.limit(limit);
        return transactions.read(em -> {
            TypedQuery<NoticeEntity> query = em.createQuery(
                            "select n from NoticeEntity n where" + mine(caller)
                                    + (unreadOnly ? UNREAD : "")
                                    + (cursor.isBlank()
                                            ? ""
                                            : " and (n.sentAt < :at or (n.sentAt = :at and n.id < :id))")
                                    + " order by n.sentAt desc, n.id desc",
                            NoticeEntity.class)
                    .setMaxResults(size + 1);
            bind(query, caller);
            if (unreadOnly) {
                query.setParameter("account", caller.accountId());
            }
            if (!cursor.isBlank()) {
                String[] last = Cursor.parts(cursor, 2);
                query.setParameter("at", Cursor.number(last[0])).setParameter("id", SearchText.checked(last[1]));
            }
            List<NoticeEntity> found = query.getResultList();
            List<NoticeEntity> shown = found.stream().limit(size).toList();
            Set<String> read = readOf(em, caller, shown);
            List<Message> items = shown.stream()
                    .map(notice -> message(notice, read.contains(notice.id())))
                    .toList();
            return new Page<>(items, found.size() > size ? at(items.get(size - 1)) : "");
        });
    }

    private static Set<String> readOf(EntityManager em, Caller caller, List<NoticeEntity> notices) {
        if (notices.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(em.createQuery(
                        "select r.noticeId from NoticeReadEntity r where r.accountId = :account and r.noticeId in :ids",
                        String.class)
                .setParameter("account", caller.accountId())
                .setParameter("ids", notices.stream().map(NoticeEntity::id).toList())
                .getResultList());
    }

    private static String at(Message last) {
        return Cursor.of(String.valueOf(last.at().toEpochMilli()), last.id());
    }

    /** An operator belongs to no portal and reads what its seats hold of all of them. */
    private static String mine(Caller caller) {
        return " n.seat in :seats" + (caller.jurisdiction().isBlank() ? "" : " and n.jurisdiction = :home");
    }

    private static <T> TypedQuery<T> bind(TypedQuery<T> query, Caller caller) {
        query.setParameter("seats", Seats.of(caller));
        return caller.jurisdiction().isBlank() ? query : query.setParameter("home", caller.jurisdiction());
    }

    private static Message message(NoticeEntity entity, boolean read) {
        return new Message(
                entity.id(),
                entity.kind(),
                entity.title(),
                entity.body(),
                entity.caseId() == null ? "" : entity.caseId(),
                entity.sentAt(),
                read);
    }

    @Override
    public int unread(Caller caller) {
        Admission.require(caller);
        return transactions.read(em -> unreadIds(em, caller, COUNTED).size());
    }

    private static List<String> unreadIds(EntityManager em, Caller caller, int most) {
        TypedQuery<String> query = em.createQuery(
                        "select n.id from NoticeEntity n where" + mine(caller) + UNREAD, String.class)
                .setParameter("account", caller.accountId())
                .setMaxResults(most);
        return bind(query, caller).getResultList();
    }

    @Override
    public void read(Caller caller, Once once, String id) {
        Admission.require(caller);
        writes.once(caller, once, "readMessage", List.of(id), em -> {
            NoticeEntity notice = em.find(NoticeEntity.class, SearchText.checked(id));
            if (notice == null || !isMine(notice, caller)) {
                throw Refusal.notFound();
            }
            keepRead(em, caller, id);
            return id;
        });
    }

    private static boolean isMine(NoticeEntity notice, Caller caller) {
        return Seats.of(caller).contains(notice.seat())
                && (caller.jurisdiction().isBlank() || caller.jurisdiction().equals(notice.jurisdiction()));
    }

    private void keepRead(EntityManager em, Caller caller, String id) {
        if (em.find(NoticeReadEntity.class, new NoticeReadEntity.Key(caller.accountId(), id)) == null) {
            em.persist(new NoticeReadEntity(caller.accountId(), id, time.now()));
        }
    }

    @Override
    public void readAll(Caller caller, Once once) {
        Admission.require(caller);
        writes.once(caller, once, "readAllMessages", List.of(), em -> {
            unreadIds(em, caller, Integer.MAX_VALUE).forEach(id -> keepRead(em, caller, id));
            return "";
        });
    }

    @Override
    public AutoCloseable onChange(Caller caller, Runnable told) {
        Listener listener = new Listener(Set.copyOf(Seats.of(caller)), told);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
