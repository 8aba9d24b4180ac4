package org.zhijian.core.notices;

import java.time.Instant;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;

/**
 * The outbox as those see it who answer for it: operators see all of it, members of an office that oversees a jurisdiction see that jurisdiction's.
 * Nobody reads what SMS say. Thread-safe.
 */
@ProviderType
public interface OutgoingMessages {

    /**
     * Which messages; blank or null for all.
     *
     * @param q part of a target, template, title or client message id
     */
    record Query(String jurisdiction, Medium medium, Delivery state, String q, String cursor, int limit) {}

    /**
     * A message.
     *
     * @param target whom it goes to; mobiles masked
     * @param template by what the receiver knows it: a template or a channel
     * @param title what it is, in Chinese
     * @param tries how often it was tried
     * @param dueAt when it is tried next, null if it is not
     * @param reason why it has not arrived yet, blank if there is nothing to say
     * @param endedAt when it arrived or was given up, null while it waits
     * @param abandoned true if a person decided that it is not sent any more
     */
    record Outgoing(
            String id,
            String clientMsgId,
            Medium medium,
            String jurisdiction,
            String target,
            String template,
            String title,
            String caseId,
            Delivery state,
            int tries,
            Instant createdAt,
            Instant dueAt,
            Instant endedAt,
            String reason,
            boolean abandoned) {}

    /** True if the caller answers for the outbox, or a part of it. */
    boolean maySee(Caller caller);

    /** Newest first. */
    Page<Outgoing> list(Caller caller, Query query);

    /** How many there are in each state. */
    Map<Delivery, Long> counts(Caller caller, String jurisdiction);

    /** Sends a message again, now, with all its tries before it. @param reason why, for the audit */
    Outgoing replay(Caller caller, Once once, String id, String reason);

    /** Gives a message up for good, so that those behind it may go. @param reason why, for the audit */
    Outgoing abandon(Caller caller, Once once, String id, String reason);
}
