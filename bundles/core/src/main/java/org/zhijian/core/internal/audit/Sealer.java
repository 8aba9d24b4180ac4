package org.zhijian.core.internal.audit;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.core.internal.audit.SealedCheckpoint.End;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Locks;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.CheckpointEntity;
import org.zhijian.core.internal.store.entity.SealedEntity;
import org.zhijian.core.internal.store.entity.UnsealedEntity;

/**
 * Makes checkpoints. Every entry is written together with a mark that it is not sealed yet; a checkpoint takes the marks away and so costs
 * what has happened since the last one, however much there is in all. Nodes take turns behind a lock, and none seals behind a checkpoint that
 * it cannot verify itself. Thread-safe.
 */
@Component(service = Sealer.class)
public final class Sealer {
    /** Marks taken by one checkpoint. */
    private static final int BATCH = 5000;

    private static final String LOCK = "audit:checkpoint";

    private final Transactions transactions;
    private final Time time;
    private final Path folder;
    private final Anchor.Memory memory;

    @Activate
    public Sealer(@Reference Transactions transactions, @Reference Time time, @Reference Settings settings) {
        this.transactions = transactions;
        this.time = time;
        this.folder = settings.data().resolve("audit");
        this.memory = new Anchor.Memory(folder);
        keys();
    }

    /** Where this node keeps its keys and its anchor. */
    Path folder() {
        return folder;
    }

    /** The keys as they lie in the folder now. */
    SealKeys keys() {
        return SealKeys.in(folder);
    }

    /** What this node remembers of the last checkpoint. */
    Optional<Anchor> remembered() {
        return memory.read();
    }

    /**
     * Seals all that is not sealed, in as many checkpoints as it takes.
     *
     * @return the last checkpoint, old or new
     * @throws BrokenChainException if the checkpoints that are there are not those that this node knows; then nothing is sealed
     */
    Optional<SealedCheckpoint> sealAll() {
        SealKeys keys = keys();
        while (transactions.write(em -> sealBatch(em, keys)) == BATCH) {
            remember();
        }
        return remember();
    }

    private Optional<SealedCheckpoint> remember() {
        Optional<SealedCheckpoint> last = transactions.read(Sealer::last);
        Optional<Anchor> known = memory.read();
        last.map(SealedCheckpoint::anchor)
                .filter(anchor -> known.isEmpty() || known.get().number() < anchor.number())
                .ifPresent(memory::write);
        return last;
    }

    private int sealBatch(EntityManager em, SealKeys keys) {
        Locks.take(em, LOCK);
        Optional<SealedCheckpoint> last = requireKnown(em, keys);
        List<UnsealedEntity> marks = em.createQuery(
                        "select u from UnsealedEntity u order by u.stream, u.seq", UnsealedEntity.class)
                .setMaxResults(BATCH)
                .getResultList();
        if (marks.isEmpty()) {
            return 0;
        }
        Map<String, End> ends = new LinkedHashMap<>();
        marks.forEach(mark -> ends.merge(
                mark.stream(),
                new End(mark.stream(), mark.seq(), mark.hash()),
                (one, other) -> one.seq() > other.seq() ? one : other));
        write(em, keys, last, new ArrayList<>(ends.values()));
        marks.forEach(em::remove);
        return marks.size();
    }

    private void write(EntityManager em, SealKeys keys, Optional<SealedCheckpoint> last, List<End> ends) {
        int number = last.map(SealedCheckpoint::number).orElse(0) + 1;
        SealedCheckpoint unsealed = new SealedCheckpoint(
                number,
                time.now(),
                ends.size(),
                SealedCheckpoint.digest(ends),
                last.map(SealedCheckpoint::hash).orElse(""),
                keys.ownId(),
                "");
        em.persist(new CheckpointEntity(
                number,
                unsealed.at(),
                unsealed.streams(),
                unsealed.digest(),
                unsealed.previous(),
                unsealed.keyId(),
                keys.seal(unsealed.text())));
        ends.forEach(end -> em.persist(new SealedEntity(end.stream(), end.seq(), end.hash(), number)));
    }

    /** The last checkpoint, if it is a trusted key's and follows what this node remembers. */
    private Optional<SealedCheckpoint> requireKnown(EntityManager em, SealKeys keys) {
        Optional<SealedCheckpoint> last = last(em);
        last.ifPresent(checkpoint -> {
            if (!keys.verifies(checkpoint.keyId(), checkpoint.text(), checkpoint.seal())) {
                throw new BrokenChainException("checkpoint " + checkpoint.number() + " is sealed with key "
                        + checkpoint.keyId() + ", which this node does not trust, or was changed");
            }
        });
        memory.read().ifPresent(anchor -> {
            CheckpointEntity known = em.find(CheckpointEntity.class, anchor.number());
            if (known == null || !SealedCheckpoint.of(known).anchor().equals(anchor)) {
                throw new BrokenChainException("checkpoint " + anchor.number()
                        + ", which this node remembers, is no longer in the database, or was changed");
            }
        });
        return last;
    }

    /** Keeps everybody from sealing until the transaction ends. */
    static void hold(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update ZJ_LOCK set ID = ID where ID = ?")) {
            statement.setString(1, LOCK);
            statement.executeUpdate();
        }
    }

    /** The last checkpoint. */
    static Optional<SealedCheckpoint> last(EntityManager em) {
        return em
                .createQuery("select c from CheckpointEntity c order by c.number desc", CheckpointEntity.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(SealedCheckpoint::of);
    }
}
