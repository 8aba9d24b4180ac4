package org.zhijian.core.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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
    private static final TypeReference<String> TEXT = new TypeReference<>() {};

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
        return carryOut(caller, once, name, arguments, type, work, (em, answer) -> answer, true);
    }

    /**
     * Carries a command out, or answers as it did before, and then reads on; see {@link Transactions#write(Function, BiFunction)}. Hardly any
     * command is sent twice, so nobody looks for an earlier answer before the first try: work that was done before is undone when its key turns
     * out to be taken, and so it leaves nothing behind but in the database.
     *
     * @param afterwards makes of the command's answer what the caller gets to see
     */
    public <T, R> R once(
            Caller caller,
            Once once,
            String name,
            List<?> arguments,
            TypeReference<T> type,
            Function<EntityManager, T> work,
            BiFunction<EntityManager, T, R> afterwards) {
        return carryOut(caller, once, name, arguments, type, work, afterwards, false);
    }

    private <T, R> R carryOut(
            Caller caller,
            Once once,
            String name,
            List<?> arguments,
            TypeReference<T> type,
            Function<EntityManager, T> work,
            BiFunction<EntityManager, T, R> afterwards,
            boolean lookFirst) {
        if (!once.isKeyed()) {
            return transactions.write(work, afterwards);
        }
        String id = Hashes.shortened(caller.accountId() + ":" + once.key());
        String command = Hashes.shortened(name + Json.write(arguments));
        try {
            return transactions.write(new Keyed<>(id, command, type, work, lookFirst), afterwards);
        } catch (RuntimeException failure) {
            // What was done under this key before may be why it cannot be done again.
            return transactions.read(em -> known(em, id, command, type)
                    .map(answer -> afterwards.apply(em, answer))
                    .orElseThrow(() -> failure));
        }
    }

    /** A command under its key. That the key was taken meanwhile shows when it is written, and the next try finds the answer. */
    private final class Keyed<T> implements Function<EntityManager, T> {
        private final String id;
        private final String command;
        private final TypeReference<T> type;
        private final Function<EntityManager, T> work;
        private boolean look;

        Keyed(String id, String command, TypeReference<T> type, Function<EntityManager, T> work, boolean lookFirst) {
            this.id = id;
            this.command = command;
            this.type = type;
            this.work = work;
            this.look = lookFirst;
        }

        @Override
        public T apply(EntityManager em) {
            Optional<T> answer = look ? known(em, id, command, type) : Optional.empty();
            look = true;
            return answer.orElseGet(() -> {
                T result = work.apply(em);
                em.persist(new IdempotencyEntity(id, command, Json.write(result), time.now()));
                return result;
            });
        }
    }

    private static <T> Optional<T> known(EntityManager em, String id, String command, TypeReference<T> type) {
        return Optional.ofNullable(em.find(IdempotencyEntity.class, id)).map(known -> answer(known, command, type));
    }

    /** Carries a command out whose answer is one text. */
    public String once(Caller caller, Once once, String name, List<?> arguments, Function<EntityManager, String> work) {
        return once(caller, once, name, arguments, TEXT, work);
    }

    /** Carries a command out whose answer is one text, and then reads on. */
    public <R> R once(
            Caller caller,
            Once once,
            String name,
            List<?> arguments,
            Function<EntityManager, String> work,
            BiFunction<EntityManager, String, R> afterwards) {
        return once(caller, once, name, arguments, TEXT, work, afterwards);
    }

    private static <T> T answer(IdempotencyEntity known, String command, TypeReference<T> type) {
        if (!known.commandHash().equals(command)) {
            throw Refusal.conflict("IDEMPOTENCY_CONFLICT", "同一 Idempotency-Key 已用于另一项操作");
        }
        return Json.read(known.answer(), type);
    }
}
