package org.zhijian.core.internal.outbox;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.zhijian.core.internal.audit.AuditTrail;
import org.zhijian.core.internal.notices.DeskMessage;
import org.zhijian.core.internal.notices.Desks;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.store.Storable;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.OutboxEntity;
import org.zhijian.core.notices.Delivery;
import org.zhijian.core.notices.Medium;

/**
 * The outbox as its workers see it. A message belongs to the node that claimed it until its lease ends: a node that dies between sending and
 * noting leaves a message that is due again, and that is sent again under the same name. Thread-safe, and safe between nodes.
 */
final class Deliveries {
    /** Longer than any delivery takes. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration HOLD = Duration.ofMinutes(5);
    private static final int REASON_LENGTH = 500;
    private static final String PENDING = " m.state in ('NEW', 'FAILED') and m.dueAt <= :now";

    /** What stands before a message with an order: whatever is neither sent nor given up by a person, also what the system has given up. */
    private static final String UNBLOCKED = " and (m.orderKey = '' or not exists (select e.id from OutboxEntity e"
            + " where e.channel = 'AGENCY' and e.lane = m.lane and e.orderKey = m.orderKey and e.seq < m.seq"
            + " and e.state <> 'SENT' and e.givenUp = false))";

    private final Transactions transactions;
    private final Function<String, List<String>> wardens;

    /** @param wardens the seats that are told when a push to an agency is given up, by jurisdiction */
    Deliveries(Transactions transactions, Function<String, List<String>> wardens) {
        this.transactions = transactions;
        this.wardens = wardens;
    }

    /** The lanes in which something is due. */
    List<String> dueLanes(Instant now) {
        return transactions.read(
                em -> em.createQuery("select distinct m.lane from OutboxEntity m where" + PENDING, String.class)
                        .setParameter("now", now.toEpochMilli())
                        .getResultList());
    }

    /** Ids of what is due in a lane, oldest first, with at most one of each order. */
    List<String> due(String lane, Instant now, int limit) {
        return transactions.read(em -> due(em, lane, now, limit));
    }

    private static List<String> due(EntityManager em, String lane, Instant now, int limit) {
        return em.createQuery(
                        "select m.id from OutboxEntity m where m.lane = :lane and" + PENDING + UNBLOCKED
                                + " order by m.seq",
                        String.class)
                .setParameter("lane", lane)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(limit)
                .getResultList();
    }

    /** Takes a message for this node; empty if another was faster. */
    Optional<OutboxMessage> claim(String id, Instant now) {
        return transactions.write(em -> {
            OutboxEntity message = locked(em, id);
            if (message == null || !isPending(message) || message.dueAt().isAfter(now)) {
                return Optional.empty();
            }
            if (message.expiresAt() != null && message.expiresAt().isBefore(now)) {
                end(message, Delivery.DEAD, "已过有效期", now);
                return Optional.empty();
            }
            message.tries(message.tries() + 1);
            message.dueAt(now.plus(LEASE));
            if (message.firstTryAt() == null) {
                message.firstTryAt(now);
            }
            return Optional.of(OutboxMessage.of(message));
        });
    }

    /** It has arrived: noted once, together with what follows from it. */
    void arrived(OutboxMessage claimed, Instant now, Consumer<EntityManager> then) {
        transactions.run(em -> {
            OutboxEntity message = locked(em, claimed.id());
            if (message.state().equals(Delivery.SENT.name())) {
                return;
            }
            then.accept(em);
            end(message, Delivery.SENT, "", now);
            audit(em, message, "PUSH_SENT", "对外推送送达", "", now);
        });
    }

    /** It has not arrived. Answers true if that was the last try. */
    boolean failed(OutboxMessage claimed, Medium medium, String reason, Instant now) {
        return transactions.write(em -> {
            OutboxEntity message = locked(em, claimed.id());
            if (!isStillMine(message, claimed)) {
                return false;
            }
            audit(em, message, "PUSH_FAILED", "对外推送未送达", reason, now);
            Duration since = Duration.between(message.firstTryAt(), now);
            Optional<Duration> wait = Retries.after(medium, message.tries(), since);
            wait.ifPresent(pause -> {
                message.state(Delivery.FAILED.name());
                message.dueAt(now.plus(pause));
                message.reason(clip(reason));
            });
            if (wait.isEmpty()) {
                giveUp(em, message, medium, reason, now);
            }
            return wait.isEmpty();
        });
    }

    /** It will never arrive. */
    void refused(OutboxMessage claimed, Medium medium, String reason, Instant now) {
        transactions.run(em -> {
            OutboxEntity message = locked(em, claimed.id());
            if (isStillMine(message, claimed)) {
                audit(em, message, "PUSH_REFUSED", "对外推送被拒收", reason, now);
                giveUp(em, message, medium, reason, now);
            }
        });
    }

    /** Calls of other agencies are part of the audit, each try of them. */
    private static void audit(
            EntityManager em, OutboxEntity message, String action, String title, String reason, Instant now) {
        if (message.channel().equals(Medium.AGENCY.name())) {
            Map<String, Object> what = new LinkedHashMap<>();
            what.put("message", message.id());
            what.put("jurisdiction", message.jurisdiction());
            what.put("channel", message.template());
            what.put("case", message.caseId() == null ? "" : message.caseId());
            what.put("try", message.tries());
            what.put("reason", clip(reason));
            what.put("payload", Hashes.sha256(message.payload()));
            AuditTrail.note(em, "outbox", now, "系统", "", action, title, what);
        }
    }

    private void giveUp(EntityManager em, OutboxEntity message, Medium medium, String reason, Instant now) {
        end(message, Delivery.DEAD, reason, now);
        if (medium == Medium.AGENCY) {
            DeskMessage alarm = new DeskMessage(
                    message.jurisdiction(), "PUSH_DEAD", "对外推送失败：" + message.title(), "已停止重发，请处理后重新发送。原因：" + reason);
            Desks.lay(em, now, wardens.apply(message.jurisdiction()), message.caseId(), alarm);
        }
    }

    /** It has not been tried, and waits for what is missing. */
    void held(OutboxMessage claimed, String reason, Instant now) {
        transactions.run(em -> {
            OutboxEntity message = locked(em, claimed.id());
            if (isStillMine(message, claimed)) {
                message.tries(message.tries() - 1);
                if (message.tries() == 0) {
                    message.firstTryAt(null);
                }
                message.dueAt(now.plus(HOLD));
                message.reason(clip(reason));
            }
        });
    }

    /** What was held for this lane is due. */
    void release(String lane, Instant now) {
        transactions.run(
                em -> em.createQuery("update OutboxEntity m set m.dueAt = :now where m.lane = :lane and m.state = 'NEW'"
                                + " and m.tries = 0 and m.dueAt > :now")
                        .setParameter("now", now.toEpochMilli())
                        .setParameter("lane", lane)
                        .executeUpdate());
    }

    private static OutboxEntity locked(EntityManager em, String id) {
        return em.find(OutboxEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static boolean isPending(OutboxEntity message) {
        return Delivery.valueOf(message.state()).isPending();
    }

    private static boolean isStillMine(OutboxEntity message, OutboxMessage claimed) {
        return isPending(message) && message.tries() == claimed.tries();
    }

    private static void end(OutboxEntity message, Delivery state, String reason, Instant now) {
        message.state(state.name());
        message.endedAt(now);
        message.reason(clip(reason));
        if (message.expiresAt() != null) {
            message.payload(null);
        }
    }

    private static String clip(String reason) {
        String whole = Storable.text(reason);
        return whole.length() <= REASON_LENGTH ? whole : Storable.text(REASON_LENGTH - 1, whole) + "…";
    }
}
