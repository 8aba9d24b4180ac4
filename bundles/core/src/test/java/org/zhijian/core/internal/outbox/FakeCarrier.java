package org.zhijian.core.internal.outbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.zhijian.core.notices.Medium;

/** A carrier that answers as a test wants, and remembers what it was given. Thread-safe. */
final class FakeCarrier implements Carrier {
    final List<OutboxMessage> given = Collections.synchronizedList(new ArrayList<>());
    volatile Function<OutboxMessage, Outcome> answer = message -> Outcome.arrived();
    private final Medium medium;

    FakeCarrier(Medium medium) {
        this.medium = medium;
    }

    @Override
    public Medium medium() {
        return medium;
    }

    @Override
    public int width() {
        return 4;
    }

    @Override
    public Outcome deliver(OutboxMessage message) {
        given.add(message);
        return answer.apply(message);
    }

    List<String> payloads() {
        synchronized (given) {
            return given.stream().map(OutboxMessage::payload).toList();
        }
    }
}
