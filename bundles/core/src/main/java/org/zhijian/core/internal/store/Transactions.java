package org.zhijian.core.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.openjpa.persistence.OpenJPAPersistence;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The one way to the database. A write either commits whole or leaves no trace; one that collides with another (deadlock, lost update, the
 * same new key) is done again from the start, so the work must not keep anything of a failed try. Thread-safe.
 */
@Component(service = Transactions.class)
public final class Transactions {
    private static final int TRIES = 8;

    /** Deadlock, serialization failure, lock timeout of PostgreSQL and Derby, and a key that another has just taken. */
    private static final Set<String> COLLISIONS = Set.of("40001", "40P01", "55P03", "40XL1", "40XL2", "23505");

    private final Database database;
    private final Map<Signal, List<Runnable>> listeners = new ConcurrentHashMap<>();

    @Activate
    public Transactions(@Reference Database database) {
        this.database = database;
    }

    /** Reads, without a transaction of its own; again where Derby has let a reader give way to a writer. */
    public <T> T read(Function<EntityManager, T> work) {
        for (int attempt = 1; ; attempt++) {
            EntityManager em = database.entityManager();
            try {
                return work.apply(em);
            } catch (RuntimeException failure) {
                if (attempt == TRIES || !isCollision(failure)) {
                    throw failure;
                }
            } finally {
                em.close();
            }
        }
    }

    /** Writes and commits before it returns. */
    public <T> T write(Function<EntityManager, T> work) {
        return write(work, (em, result) -> result);
    }

    /**
     * Writes, commits, and then reads on from what the transaction has in memory: whoever answers with what was written need not ask for all
     * of it again. What fails after the commit is not tried again.
     */
    public <T, R> R write(Function<EntityManager, T> work, BiFunction<EntityManager, T, R> afterwards) {
        for (int attempt = 1; ; attempt++) {
            EntityManager em = database.entityManager();
            try {
                T result;
                try {
                    result = commit(em, work);
                } catch (RuntimeException failure) {
                    if (attempt == TRIES || !isCollision(failure)) {
                        throw failure;
                    }
                    continue;
                }
                return afterwards.apply(em, result);
            } finally {
                em.close();
            }
        }
    }

    /** Writes and commits before it returns. */
    public void run(Consumer<EntityManager> work) {
        write(em -> {
            work.accept(em);
            return null;
        });
    }

    /** Whoever listens is called after each commit that raised the signal, on the committing thread: it must not wait, nor throw. */
    public void listen(Signal signal, Runnable listener) {
        listeners.computeIfAbsent(signal, any -> new CopyOnWriteArrayList<>()).add(listener);
    }

    /** Undoes {@link #listen}. */
    public void unlisten(Signal signal, Runnable listener) {
        listeners.getOrDefault(signal, List.of()).remove(listener);
    }

    private void ring(Set<Signal> signals) {
        signals.forEach(signal -> listeners.getOrDefault(signal, List.of()).forEach(Runnable::run));
    }

    private <T> T commit(EntityManager em, Function<EntityManager, T> work) {
        Errand.holds(em);
        try {
            em.getTransaction().begin();
            // Reads belong to the transaction too: without this OpenJPA opens one only when it first writes.
            OpenJPAPersistence.cast(em).beginStore();
            T result = work.apply(em);
            Set<Signal> signals = Signal.raised(em);
            em.getTransaction().commit();
            ring(signals);
            return result;
        } catch (Throwable first) {
            rollBack(em, first);
            throw first;
        } finally {
            Errand.holds(null);
        }
    }

    /** What failed first is what is told; that it could not be rolled back either is told beside it. */
    private static void rollBack(EntityManager em, Throwable first) {
        try {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
        } catch (RuntimeException second) {
            first.addSuppressed(second);
        }
    }

    private static boolean isCollision(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof SQLException sql && COLLISIONS.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
