package org.zhijian.core.internal.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhijian.core.internal.store.entity.EventEntity;
import org.zhijian.core.internal.store.entity.UnsealedEntity;

/**
 * Logs whose entries are chained by hash, one stream for each case and each account. The owner of a stream keeps its head and is locked or
 * versioned, so that two writers never continue from the same entry; a head that does not fit betrays a cut tail. Pure but for
 * {@link #append}, which besides marks the entry for the next checkpoint.
 */
public final class EventLog {

    /** Where a stream ends: the number and hash of its last entry. */
    public record Head(int seq, String hash) {
        /** Before the first entry. */
        public static final Head START = new Head(0, "");
    }

    /**
     * What happened. It is stored with texts that every database gives back unchanged, for the hash is taken of what is stored.
     *
     * @param accountId who did it, blank for nobody
     * @param actor how people read of him
     * @param address network address
     * @param action code
     * @param title Chinese title of the action
     * @param step the step of the case, null for none
     * @param opinion blank for none
     * @param detail JSON, null for none
     */
    public record Entry(
            Instant at,
            String accountId,
            String actor,
            String address,
            String action,
            String title,
            String step,
            int round,
            String opinion,
            String detail) {
        /** The entry as every database keeps it. */
        private Entry storable() {
            return new Entry(
                    at.truncatedTo(ChronoUnit.MILLIS),
                    accountId,
                    Storable.text(200, actor),
                    Storable.text(60, address),
                    action,
                    title,
                    step,
                    round,
                    Storable.text(opinion),
                    detail == null ? null : Storable.text(detail));
        }

        /** The entry as it was stored. */
        public static Entry of(EventEntity event) {
            return new Entry(
                    event.at(),
                    event.accountId(),
                    event.actor(),
                    event.address(),
                    event.action(),
                    event.title(),
                    event.step(),
                    event.round(),
                    event.opinion(),
                    event.detail());
        }
    }

    private EventLog() {}

    /** Adds an entry behind the head and answers the new head, which the caller keeps with the owner of the stream. */
    public static Head append(EntityManager em, String stream, Head head, Entry given) {
        Entry entry = given.storable();
        int seq = head.seq() + 1;
        String hash = hash(head.hash(), stream, seq, entry);
        em.persist(new EventEntity(
                stream,
                seq,
                entry.at(),
                entry.accountId(),
                entry.actor(),
                entry.address(),
                entry.action(),
                entry.title(),
                entry.step(),
                entry.round(),
                entry.opinion(),
                entry.detail(),
                hash));
        em.persist(new UnsealedEntity(stream, seq, hash));
        return new Head(seq, hash);
    }

    /** True if the stored entry is the one that was appended behind the head. */
    public static boolean follows(Head head, EventEntity event) {
        return event.seq() == head.seq() + 1
                && event.hash().equals(hash(head.hash(), event.stream(), event.seq(), Entry.of(event)));
    }

    /** The hash of an entry behind the one whose hash is {@code previous}. */
    public static String hash(String previous, String stream, int seq, Entry entry) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("stream", stream);
        columns.put("seq", seq);
        columns.put("at", entry.at().toEpochMilli());
        columns.put("accountId", entry.accountId());
        columns.put("actor", entry.actor());
        columns.put("address", entry.address());
        columns.put("action", entry.action());
        columns.put("title", entry.title());
        columns.put("step", entry.step());
        columns.put("round", entry.round());
        columns.put("opinion", entry.opinion());
        columns.put("detail", entry.detail());
        return Hashes.sha256(previous + Json.write(columns));
    }
}
