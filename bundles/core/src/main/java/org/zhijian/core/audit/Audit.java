package org.zhijian.core.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;

/**
 * The log of everything that was done, for the operator alone: entries chained by hash, one stream for each case and each account, and all of
 * them sealed from time to time by a checkpoint whose key does not lie in the database. Thread-safe.
 */
@ProviderType
public interface Audit {

    /**
     * A sealed checkpoint.
     *
     * @param number from 1, without gaps
     * @param streams how many streams it covers that have grown since the one before
     * @param anchor its number and hash; who keeps this line elsewhere can prove later that nothing before it was changed
     * @param keyId which key sealed it
     */
    record Checkpoint(int number, Instant at, int streams, String anchor, String keyId) {}

    /**
     * Which entries.
     *
     * @param stream id of a case or account, blank for all
     * @param from first moment, null for the beginning
     * @param until first moment that is no longer meant, null for no end
     */
    record Span(String stream, Instant from, Instant until) {
        public static final Span ALL = new Span("", null, null);
    }

    /** Formats of an export. */
    enum Format {
        CSV,
        JSON_LINES
    }

    /**
     * Starts to verify everything, unless that is under way already. Comes back at once; {@link #verification} tells how far it is.
     *
     * @param anchor a line of {@link Checkpoint#anchor} that was kept elsewhere, blank for none
     */
    Verification verify(Caller caller, String anchor);

    /** The verification under way or else the last one; empty if there never was one. */
    Optional<Verification> verification(Caller caller);

    /** Verifies everything on the caller's thread. For the console of the process, whose owner needs no account. */
    Verification verifyNow();

    /** Seals what has happened since the last checkpoint. @return the last checkpoint, empty if nothing ever happened */
    Optional<Checkpoint> seal(Caller caller);

    /** The last checkpoint. */
    Optional<Checkpoint> lastCheckpoint(Caller caller);

    /** The public half of the key with which this node seals, as other nodes and auditors take it up. */
    String publicKey(Caller caller);

    /** Entries in the order in which they happened; identity numbers and phones masked. */
    Page<Entry> entries(Caller caller, Span span, String cursor, int limit);

    /** An export that is ready to be written. */
    @FunctionalInterface
    interface Export {
        /** Writes it, in UTF-8; the stream stays open. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Entries as {@link #entries} shows them, up to now. That somebody exports them is an entry too. */
    Export export(Caller caller, Span span, Format format);
}
