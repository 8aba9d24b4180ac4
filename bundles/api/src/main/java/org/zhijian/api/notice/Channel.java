package org.zhijian.api.notice;

import java.util.Objects;
import java.util.function.Function;
import org.osgi.annotation.versioning.ConsumerType;
import org.zhijian.api.procedure.Changes;

/**
 * A way by which a jurisdiction tells another agency what has been decided (对外接口). An effect pushes a payload into it; the push commits
 * with the decision and is delivered afterwards, at least once, as JSON by HTTP. Where to and how it is signed is the operator's to say. A
 * push that fails is tried again for a day and never takes the decision back.
 *
 * @param id stable id in lower case with hyphens, unique in its jurisdiction
 * @param title Chinese title for operators
 * @param type what is pushed: a record, whose components are the fields of the JSON; see {@link CaseFile} for files
 * @param once the idempotency key of a payload: two payloads with one key are one push, and the receiver gets the key with every try
 * @param order payloads with the same text arrive in the order in which they were decided; those with a blank one in any order
 * @param listens true if the jurisdiction hears answers; a refused content (see {@link Answer}) is then an answer, and else given up
 * @param answered what the jurisdiction does with the receiver's answer
 */
public record Channel<P extends Record>(
        String id,
        String title,
        Class<P> type,
        Function<P, String> once,
        Function<P, String> order,
        boolean listens,
        Answered<P> answered) {
    /**
     * What follows from an answer. It runs once for each push that the receiver has answered, inside the transaction that notes the delivery;
     * if it throws, the push is made again later.
     */
    @ConsumerType
    @FunctionalInterface
    public interface Answered<P> {
        void apply(P payload, Answer answer, Changes changes);
    }

    public Channel {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(type);
        Objects.requireNonNull(once);
        Objects.requireNonNull(order);
        Objects.requireNonNull(answered);
    }

    /** A channel whose payloads have this key, arrive in any order, and whose answers need nothing. */
    public static <P extends Record> Channel<P> channel(
            String id, String title, Class<P> type, Function<P, String> once) {
        return new Channel<>(id, title, type, once, payload -> "", false, (payload, answer, changes) -> {});
    }

    /** Payloads with the same text keep their order. */
    public Channel<P> inOrderOf(Function<P, String> key) {
        return new Channel<>(id, title, type, once, key, listens, answered);
    }

    /** What the jurisdiction does with the receiver's answer. */
    public Channel<P> onAnswer(Answered<P> then) {
        return new Channel<>(id, title, type, once, order, true, then);
    }
}
