package org.zhijian.core.intake;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;

/**
 * Where other systems push messages in. A message is stored, and committed, before its sender is told so; only then does anything follow from
 * it. Also while the module of its channel is not running: it then waits. Thread-safe.
 */
@ProviderType
public interface Reception {

    /**
     * What the sender is told.
     *
     * @param receiptId the same for a message that comes again
     * @param state how far that message has come
     * @param stale true if a newer version of it was there before, so that this push changes nothing
     */
    record Acknowledgement(String receiptId, ReceiptState state, boolean stale) {}

    /**
     * A receipt, as its sender may read it.
     *
     * @param key what the message speaks of, masked
     * @param version 0 where the channel has no versions
     * @param reasons why it is in quarantine; empty otherwise
     * @param note why it was discarded, blank if it was not
     * @param decidedAt when it was judged last, null if it was not
     */
    record Receipt(
            String id,
            String jurisdiction,
            String channel,
            String key,
            long version,
            ReceiptState state,
            List<Reason> reasons,
            String note,
            Instant receivedAt,
            Instant decidedAt) {
        public Receipt {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Takes a message.
     *
     * @throws org.zhijian.core.access.Refusal 400 with what is wrong if it has not the channel's form; 403 for whoever has no grant for the
     *     channel; 404 for a channel that is none; 409 {@code MESSAGE_CONFLICT} if its key, and version, are known with another content
     */
    Acknowledgement push(Caller caller, Once once, String jurisdiction, String channel, FormData message);

    /** A receipt. @throws org.zhijian.core.access.Refusal 404 for one of another sender, or of none */
    Receipt receipt(Caller caller, String id);
}
