package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.zhijian.core.access.Caller;
import org.zhijian.core.internal.store.EventLog;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.entity.CaseEntity;

/** Writes the log of a case: what the parties read is what the audit chains. */
final class CaseLog {
    /** What the audit keeps and the parties do not read, besides who read what. */
    private static final Set<String> UNTOLD = Set.of("SAVE", "ATTACH", "DETACH", "ARRANGE", "EFFECT");

    private final EntityManager em;
    private final CaseEntity entity;
    private final Caller caller;
    private final Instant now;

    CaseLog(EntityManager em, CaseEntity entity, Caller caller, Instant now) {
        this.em = em;
        this.entity = entity;
        this.caller = caller;
        this.now = now;
    }

    /** True if the parties read entries of this action. */
    static boolean isTold(String action) {
        return !action.startsWith("READ") && !UNTOLD.contains(action);
    }

    String accountId() {
        return caller.accountId();
    }

    Caller caller() {
        return caller;
    }

    /** The office that acts, blank for none. */
    String office() {
        return caller.offices().stream().sorted().findFirst().orElse("");
    }

    /** How the log calls who acts. */
    String actor() {
        return caller.displayName();
    }

    /**
     * Appends an entry.
     *
     * @param action code, such as {@code SUBMIT}
     * @param title what people read
     * @param step blank if it belongs to none
     * @param detail plain values, empty if there is nothing more to say
     */
    void add(String action, String title, String step, String opinion, Map<String, ?> detail) {
        EventLog.Head head = EventLog.append(
                em,
                entity.id(),
                new EventLog.Head(entity.eventSeq(), entity.eventHash()),
                new EventLog.Entry(
                        now,
                        caller.accountId(),
                        caller.displayName(),
                        caller.address(),
                        action,
                        title,
                        step,
                        entity.round(),
                        opinion,
                        detail.isEmpty() ? null : Json.write(detail)));
        entity.eventSeq(head.seq());
        entity.eventHash(head.hash());
        entity.changedAt(now);
    }

    /** Appends what is part of the audit, but not of what the parties read: one that is not {@link #isTold told}. */
    void note(String action, String title, Map<String, ?> detail) {
        add(action, title, "", "", detail);
    }

    /** Appends that somebody looked at something: part of the audit, not of what the parties read, and no change of the case. */
    void read(String action, String title, Map<String, ?> detail) {
        Instant changedAt = entity.changedAt();
        note(action, title, detail);
        entity.changedAt(changedAt);
    }
}
