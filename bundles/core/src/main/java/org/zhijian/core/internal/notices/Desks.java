package org.zhijian.core.internal.notices;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Signal;
import org.zhijian.core.internal.store.entity.NoticeEntity;

/**
 * Lays messages into desks, inside the transaction of whoever has something to tell: they lie there from its commit on, exactly once, and never
 * if it does not commit. What leaves the database goes by the outbox instead. Pure but for that. (Docs: decision 0082.)
 */
public final class Desks {
    private Desks() {}

    /**
     * @param now the core's clock
     * @param seats who reads it, see {@link Seats}
     * @param caseId the case it leads to, null for none
     */
    public static void lay(EntityManager em, Instant now, List<String> seats, String caseId, DeskMessage message) {
        for (String seat : seats) {
            em.persist(new NoticeEntity(
                    Ids.next(),
                    seat,
                    message.jurisdiction(),
                    message.kind(),
                    message.title(),
                    message.body(),
                    caseId,
                    now,
                    Instant.now()));
        }
        Signal.NOTICES.onCommit(em);
    }
}
