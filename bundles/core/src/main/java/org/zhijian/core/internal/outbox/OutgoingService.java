package org.zhijian.core.internal.outbox;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.notice.Mask;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.internal.audit.AuditTrail;
import org.zhijian.core.internal.cases.CasePolicy;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Cursor;
import org.zhijian.core.internal.store.SearchText;
import org.zhijian.core.internal.store.Signal;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.OutboxEntity;
import org.zhijian.core.notices.Delivery;
import org.zhijian.core.notices.Medium;
import org.zhijian.core.notices.OutgoingMessages;

/** The outbox for operators and overseers. Thread-safe. */
@Component(service = OutgoingMessages.class)
public final class OutgoingService implements OutgoingMessages {
    private static final int REASON_LENGTH = 300;

    private final Transactions transactions;
    private final Writes writes;
    private final Modules modules;
    private final Time time;

    @Activate
    public OutgoingService(
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Modules modules,
            @Reference Time time) {
        this.transactions = transactions;
        this.writes = writes;
        this.modules = modules;
        this.time = time;
    }

    @Override
    public boolean maySee(Caller caller) {
        return caller.kind() == Caller.Kind.OPERATOR
                || CasePolicy.oversees(modules.descriptor(caller.jurisdiction()), caller);
    }

    /** The jurisdiction that the caller is held to, blank for all. */
    private String scope(Caller caller, String asked) {
        Admission.require(caller);
        if (!maySee(caller)) {
            throw Refusal.forbidden("您的账号不能查看发送记录");
        }
        if (caller.kind() == Caller.Kind.OPERATOR) {
            return SearchText.checked(asked);
        }
        if (!asked.isBlank() && !asked.equals(caller.jurisdiction())) {
            throw Refusal.notFound();
        }
        return caller.jurisdiction();
    }

    @Override
    public Page<Outgoing> list(Caller caller, Query asked) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder(" where 1 = 1");
        BiConsumer<String, Object> only = (column, value) -> {
            where.append(" and m.").append(column).append(" = :").append(column);
            values.put(column, value);
        };
        String jurisdiction = scope(caller, asked.jurisdiction());
        if (!jurisdiction.isBlank()) {
            only.accept("jurisdiction", jurisdiction);
        }
        if (asked.medium() != null) {
            only.accept("channel", asked.medium().name());
        }
        if (asked.state() != null) {
            only.accept("state", asked.state().name());
        }
        if (!asked.q().isBlank()) {
            where.append(
                    " and (lower(m.target) like :q escape '!' or lower(m.template) like :q escape '!' or lower(m.title) like :q escape '!'"
                            + " or lower(m.clientMsgId) like :q escape '!')");
            values.put("q", SearchText.contained(asked.q()));
        }
        if (!asked.cursor().isBlank()) {
            where.append(" and m.seq < :before");
            values.put("before", Cursor.number(Cursor.parts(asked.cursor(), 1)[0]));
        }
        int size = Page.limit(asked.limit());
        return transactions.read(em -> {
            TypedQuery<OutboxEntity> query = em.createQuery(
                            "select m from OutboxEntity m" + where + " order by m.seq desc", OutboxEntity.class)
                    .setMaxResults(size + 1);
            values.forEach(query::setParameter);
            List<OutboxEntity> found = query.getResultList();
            List<Outgoing> items =
                    found.stream().limit(size).map(OutgoingService::shown).toList();
            return new Page<>(
                    items,
                    found.size() > size
                            ? Cursor.of(Long.toString(found.get(size - 1).seq()))
                            : "");
        });
    }

    @Override
    public Map<Delivery, Long> counts(Caller caller, String jurisdiction) {
        String scope = scope(caller, jurisdiction);
        return transactions.read(em -> {
            Map<Delivery, Long> counts = new EnumMap<>(Delivery.class);
            for (Delivery state : Delivery.values()) {
                TypedQuery<Long> query = em.createQuery(
                                "select count(m) from OutboxEntity m where m.state = :state"
                                        + (scope.isBlank() ? "" : " and m.jurisdiction = :jurisdiction"),
                                Long.class)
                        .setParameter("state", state.name());
                if (!scope.isBlank()) {
                    query.setParameter("jurisdiction", scope);
                }
                counts.put(state, query.getSingleResult());
            }
            return counts;
        });
    }

    @Override
    public Outgoing replay(Caller caller, Once once, String id, String reason) {
        return act(caller, once, "REPLAY_MESSAGE", "重新发送", id, reason, (em, message) -> {
            if (message.state().equals(Delivery.SENT.name())) {
                throw Refusal.conflict("ALREADY_SENT", "该消息已发送");
            }
            if (message.payload() == null) {
                throw Refusal.conflict("EXPIRED", "该消息已过有效期，不能重新发送");
            }
            message.state(Delivery.NEW.name());
            message.tries(0);
            message.firstTryAt(null);
            message.dueAt(Instant.EPOCH);
            message.endedAt(null);
            message.givenUp(false);
            message.reason("");
            Signal.OUTBOX.onCommit(em);
        });
    }

    @Override
    public Outgoing abandon(Caller caller, Once once, String id, String reason) {
        return act(caller, once, "ABANDON_MESSAGE", "放弃发送", id, reason, (em, message) -> {
            if (message.state().equals(Delivery.SENT.name())) {
                throw Refusal.conflict("ALREADY_SENT", "该消息已发送");
            }
            message.state(Delivery.DEAD.name());
            message.givenUp(true);
            message.endedAt(time.now());
            // Whoever waited behind it may go.
            Signal.OUTBOX.onCommit(em);
        });
    }

    private Outgoing act(
            Caller caller,
            Once once,
            String action,
            String title,
            String id,
            String reason,
            BiConsumer<EntityManager, OutboxEntity> change) {
        String scope = scope(caller, "");
        String why = reason.strip();
        if (why.isBlank()) {
            throw Refusal.invalid(Violation.of("reason", "REQUIRED", "请填写原因"));
        }
        if (why.length() > REASON_LENGTH) {
            throw Refusal.invalid(Violation.of("reason", "LENGTH", "原因不能超过" + REASON_LENGTH + "个字"));
        }
        writes.once(caller, once, action, List.of(id, why), em -> {
            OutboxEntity message = em.find(OutboxEntity.class, SearchText.checked(id), LockModeType.PESSIMISTIC_WRITE);
            if (message == null || !scope.isBlank() && !message.jurisdiction().equals(scope)) {
                throw Refusal.notFound();
            }
            Map<String, Object> detail =
                    Map.of("message", id, "template", message.template(), "state", message.state(), "reason", why);
            change.accept(em, message);
            AuditTrail.note(em, caller, time.now(), action, title, detail);
            return id;
        });
        return transactions.read(em -> shown(em.find(OutboxEntity.class, id)));
    }

    private static Outgoing shown(OutboxEntity entity) {
        Medium medium = Medium.valueOf(entity.channel());
        Delivery state = Delivery.valueOf(entity.state());
        return new Outgoing(
                entity.id(),
                entity.clientMsgId(),
                medium,
                entity.jurisdiction(),
                medium == Medium.SMS ? Mask.MOBILE.apply(entity.target()) : entity.target(),
                entity.template(),
                entity.title(),
                entity.caseId() == null ? "" : entity.caseId(),
                state,
                entity.tries(),
                entity.createdAt(),
                state.isPending() && entity.dueAt().isAfter(Instant.EPOCH) ? entity.dueAt() : null,
                entity.endedAt(),
                entity.reason(),
                entity.givenUp());
    }
}
