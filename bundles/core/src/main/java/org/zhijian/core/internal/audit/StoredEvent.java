package org.zhijian.core.internal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.zhijian.core.internal.store.EventLog;

/**
 * An entry as it lies in the database, with what checkpoints say of it. Read without the entity manager: a verification reads millions.
 *
 * @param sealed the hash under which a checkpoint covers it by name, null if none does
 * @param marked the hash under which it waits for a checkpoint, null if it does not
 */
record StoredEvent(String stream, int seq, EventLog.Entry entry, String hash, String sealed, String marked) {
    /** Reads what {@link #of} understands; to be followed by a condition. */
    static final String SELECT =
            """
            select e.STREAM, e.SEQ, e.HAPPENED_AT, e.ACCOUNT_ID, e.ACTOR, e.ADDRESS, e.ACTION, e.TITLE, e.STEP, e.ROUND_NO,
              e.OPINION, e.DETAIL, e.HASH, s.HASH, u.HASH
            from ZJ_EVENT e
              left join ZJ_SEALED s on s.STREAM = e.STREAM and s.SEQ = e.SEQ
              left join ZJ_UNSEALED u on u.STREAM = e.STREAM and u.SEQ = e.SEQ
            """;

    static StoredEvent of(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getString(1),
                row.getInt(2),
                new EventLog.Entry(
                        Instant.ofEpochMilli(row.getLong(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getInt(10),
                        row.getString(11),
                        row.getString(12)),
                row.getString(13),
                row.getString(14),
                row.getString(15));
    }

    EventLog.Head head() {
        return new EventLog.Head(seq, hash);
    }

    /** True if it is what was appended behind an entry of this hash. */
    boolean follows(String previous) {
        return hash.equals(EventLog.hash(previous, stream, seq, entry));
    }

    /** True if nothing that checkpoints say of it contradicts it. */
    boolean agrees() {
        return (sealed == null || sealed.equals(hash)) && (marked == null || marked.equals(hash));
    }
}
