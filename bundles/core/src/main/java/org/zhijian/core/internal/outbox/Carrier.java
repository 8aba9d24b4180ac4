package org.zhijian.core.internal.outbox;

import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import org.zhijian.core.notices.Medium;

/** Delivers the messages of one medium. Thread-safe; a delivery comes back before the message's lease ends. */
public interface Carrier {

    /** What came of a delivery. */
    sealed interface Outcome {
        /** It has arrived. What follows from that happens once, in the transaction that notes it. */
        record Arrived(Consumer<EntityManager> then) implements Outcome {}

        /** It has not arrived and is tried again, as long as there are tries. */
        record Failed(String reason) implements Outcome {}

        /** It will never arrive: no further try. */
        record Refused(String reason) implements Outcome {}

        /** It has not been tried, because something is missing that somebody will bring. */
        record Held(String reason) implements Outcome {}

        /** It has arrived, and nothing follows. */
        static Outcome arrived() {
            return new Arrived(em -> {});
        }
    }

    Medium medium();

    /** How many messages of one lane are on their way at once. */
    int width();

    Outcome deliver(OutboxMessage message);
}
