package org.zhijian.core.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;

/**
 * What other systems have pushed in, as those see it who answer for it: operators see all of it, members of an office that oversees a
 * jurisdiction see that jurisdiction's. Each act is an audit event. Thread-safe.
 */
@ProviderType
public interface IncomingMessages {

    /**
     * Which messages; blank or null for all.
     *
     * @param q part of a key or client id
     */
    record Query(String jurisdiction, String channel, ReceiptState state, String q, String cursor, int limit) {}

    /**
     * A message in a list.
     *
     * @param client client id of its sender
     * @param key what it speaks of, masked
     * @param version 0 where its channel has no versions
     * @param reasons why it is in quarantine; empty otherwise
     * @param note why people did with it what they did last; may be blank
     * @param attempt how often it has been judged
     * @param mended true if people have changed what it said
     * @param decidedAt when it was judged last, null if it was not
     */
    record Incoming(
            String id,
            String jurisdiction,
            String channel,
            String channelTitle,
            String client,
            String key,
            long version,
            ReceiptState state,
            List<Reason> reasons,
            String note,
            int attempt,
            boolean mended,
            Instant receivedAt,
            Instant decidedAt) {
        public Incoming {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What a message says.
     *
     * @param form what it consists of
     * @param fixed ids of the fields that make it this message and cannot be mended
     * @param message its values, as mended where they were
     * @param labels what people read instead of codes
     */
    record Content(Incoming line, Form form, List<String> fixed, FormData message, Map<String, String> labels) {}

    /** A channel, also one whose module is not running. */
    record ChannelLine(String jurisdiction, String id, String title) {}

    /** True if the caller answers for messages from outside. */
    boolean maySee(Caller caller);

    /** The channels of a jurisdiction, of all if it is blank. */
    List<ChannelLine> channels(Caller caller, String jurisdiction);

    /** Newest first. */
    Page<Incoming> list(Caller caller, Query query);

    /** What waits in quarantine, oldest first, at most so many. For the console of the process, whose owner needs no account. */
    List<Incoming> quarantined(int limit);

    /** How many there are in each state. */
    Map<ReceiptState, Long> counts(Caller caller, String jurisdiction);

    /** What a message says, personal numbers masked. */
    Content find(Caller caller, String id);

    /** What a message says, in clear, which is an audit event. */
    Content reveal(Caller caller, String id);

    /** Has a message in quarantine judged again as it stands. @param reason why, for the audit */
    Incoming replay(Caller caller, Once once, String id, String reason);

    /**
     * Changes what a message in quarantine says, and has it judged again. What its sender sent is kept beside it.
     *
     * @param message all of it, in clear; key and version as they are
     * @param reason why, for the audit
     * @throws org.zhijian.core.access.Refusal 422 with what is wrong if it has not the channel's form
     */
    Incoming mend(Caller caller, Once once, String id, FormData message, String reason);

    /** Decides that nothing follows from a message in quarantine; its key is free again. @param reason why, for the sender and the audit */
    Incoming discard(Caller caller, Once once, String id, String reason);
}
