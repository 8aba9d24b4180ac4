package org.zhijian.core.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.entity.IdempotencyEntity;

/**
 * Commands that are carried out once (design invariant 8). The key is taken and the answer kept in the same transaction as the work, so a
 * key that is known has been carried out, and one that was refused may be used again. Thread-safe.
 */
@Component(service = Writes.class)
public final class Writes {
    private final Transactions transactions;
    private final Time time;

    @Activate
    public Writes(@Reference Transactions transactions, @Reference Time time) {
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * Carries a command out, or answers as it did before.
     *
     * @param name name of the command
     * @param arguments what makes it this command: plain values
     * @param work answers something that fits into JSON, such as an id
     */
    public <T> T once(
            Caller caller,
            Once once,
            String name,
            List<?> arguments,
            TypeReference<T> type,
            Function<EntityManager, T> work) {
        if (!once.isKeyed()) {
            return transactions.write(work);
        }
        String id = caller.accountId() + ":" + once.key();
        String command = Hashes.sha256(name + Json.write(arguments));
        return transactions.write(em -> {
            IdempotencyEntity known = em.find(IdempotencyEntity.class, id);
            if (known != null) {
                return answer(known, command, type);
            }
            IdempotencyEntity taken = new IdempotencyEntity(id, command, time.now());
            em.persist(taken);
            // A second call with the same key waits here for the first one's end, and then finds its answer.
            em.flush();
            T result = work.apply(em);
            taken.answer(Json.write(result));
            return result;
        });
    }

    /** Carries a command out whose answer is one text. */
    public String once(Caller caller, Once once, String name, List<?> arguments, Function<EntityManager, String> work) {
        return once(caller, once, name, arguments, new TypeReference<String>() {}, work);
    }

    private static <T> T answer(IdempotencyEntity known, String command, TypeReference<T> type) {
        if (!known.commandHash().equals(command)) {
            throw Refusal.conflict("IDEMPOTENCY_CONFLICT", "同一 Idempotency-Key 已用于另一项操作");
        }
        return Json.read(known.answer(), type);
    }
}
