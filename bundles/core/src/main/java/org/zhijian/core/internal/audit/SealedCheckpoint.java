package org.zhijian.core.internal.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.store.entity.CheckpointEntity;

/**
 * A checkpoint: the ends of all streams that have grown since the one before, bound to it by hash, signed. Because each entry holds the hash
 * of the one before, it covers these streams from their beginnings. Immutable.
 *
 * @param digest over the ends, see {@link #digest}
 * @param previous {@link #hash} of the checkpoint before, blank for the first
 * @param seal signature over {@link #text}
 */
record SealedCheckpoint(
        int number, Instant at, int streams, String digest, String previous, String keyId, String seal) {

    /** Where a stream ended. */
    record End(String stream, int seq, String hash) {}

    static SealedCheckpoint of(CheckpointEntity entity) {
        return new SealedCheckpoint(
                entity.number(),
                entity.at(),
                entity.streams(),
                entity.digest(),
                entity.previous(),
                entity.keyId(),
                entity.seal());
    }

    /** The ends in a fixed order, whatever the database's collation. */
    static String digest(Collection<End> ends) {
        StringBuilder text = new StringBuilder();
        ends.stream()
                .sorted(Comparator.comparing(End::stream).thenComparing(End::seq))
                .forEach(end -> text.append(end.stream())
                        .append(' ')
                        .append(end.seq())
                        .append(' ')
                        .append(end.hash())
                        .append('\n'));
        return Hashes.sha256(text.toString());
    }

    /** What is signed. Never changed: old signatures are over it. */
    String text() {
        return String.join(
                "\n",
                "zhijian-checkpoint-1",
                String.valueOf(number),
                String.valueOf(at.toEpochMilli()),
                String.valueOf(streams),
                digest,
                previous,
                keyId);
    }

    String hash() {
        return Hashes.sha256(text() + "\n" + seal);
    }

    Anchor anchor() {
        return new Anchor(number, hash());
    }
}
