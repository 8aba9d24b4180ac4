package org.zhijian.core.internal.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Map;
import org.zhijian.core.access.Caller;
import org.zhijian.core.internal.store.EventLog;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.AuditStreamEntity;

/**
 * Notes what is done outside of cases, in the transaction that does it: what an account does in that account's stream, what the system does by
 * itself in a stream of its own. What is done with a case belongs into the case's log.
 */
public final class AuditTrail {
    private AuditTrail() {}

    /**
     * Notes what a caller does. Its account stays locked until the transaction ends.
     *
     * @param action code, such as {@code EXPORT}
     * @param title what people read
     * @param detail plain values: which object, and where something changed what it was before and is after; empty for none
     */
    public static void note(
            EntityManager em, Caller caller, Instant now, String action, String title, Map<String, ?> detail) {
        AccountEntity account = em.find(AccountEntity.class, caller.accountId(), LockModeType.PESSIMISTIC_WRITE);
        if (account == null) {
            throw new IllegalStateException("nobody's act: " + action);
        }
        EventLog.Head head = EventLog.append(
                em,
                account.id(),
                new EventLog.Head(account.eventSeq(), account.eventHash()),
                entry(now, caller.accountId(), caller.displayName(), caller.address(), action, title, detail));
        account.eventSeq(head.seq());
        account.eventHash(head.hash());
    }

    /**
     * Notes what the system does by itself, or what nobody known tries. The stream stays locked until the transaction ends.
     *
     * @param stream its name, such as {@code outbox}; at most 36 characters
     * @param actor how people read of who it was
     * @param address where it came from, blank for within
     */
    public static void note(
            EntityManager em,
            String stream,
            Instant now,
            String actor,
            String address,
            String action,
            String title,
            Map<String, ?> detail) {
        AuditStreamEntity owner = em.find(AuditStreamEntity.class, stream, LockModeType.PESSIMISTIC_WRITE);
        if (owner == null) {
            owner = new AuditStreamEntity(stream);
            em.persist(owner);
            // Another who begins this stream now waits here, fails on the key, and begins anew.
            em.flush();
        }
        EventLog.Head head = EventLog.append(
                em,
                stream,
                new EventLog.Head(owner.eventSeq(), owner.eventHash()),
                entry(now, "", actor, address, action, title, detail));
        owner.eventSeq(head.seq());
        owner.eventHash(head.hash());
    }

    private static EventLog.Entry entry(
            Instant now,
            String accountId,
            String actor,
            String address,
            String action,
            String title,
            Map<String, ?> detail) {
        return new EventLog.Entry(
                now,
                accountId,
                actor,
                address,
                action,
                title,
                null,
                0,
                "",
                detail.isEmpty() ? null : Json.write(detail));
    }
}
