package org.zhijian.core.internal.outbox;

import java.time.Instant;
import java.util.List;
import org.zhijian.core.internal.store.Transactions;

/** Does for tests without a worker what the worker does for desks. */
public final class Desks {
    private Desks() {}

    /** Lays into desks whatever waits. */
    public static void layOut(Transactions transactions) {
        Deliveries deliveries = new Deliveries(transactions, town -> List.of());
        int laid;
        do {
            laid = deliveries.layIntoDesks(Instant.now(), 100);
        } while (laid > 0);
    }
}
