package org.zhijian.core.internal.events;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhijian.core.events.Events.Kind;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.entity.ChangeEntity;
import org.zhijian.core.internal.store.entity.SequenceEntity;

/**
 * The feed's rows. A change is written by the transaction that makes it, without a place. Places are given later, to changes that are committed,
 * by one at a time (a row of the database is the token): so a place once read never has a lower one appear beside it, whatever order
 * transactions commit in. Within one round the database's own numbers decide, which agree with the order of commits wherever one transaction
 * waited for another or began after it had ended.
 */
public final class Feed {
    private static final String TOKEN = "feed";
    private static final int ROUND = 500;

    private Feed() {}

    /** Notes a change, in the transaction that makes it. */
    public static void note(
            EntityManager em,
            Instant now,
            String jurisdiction,
            Kind kind,
            String collection,
            String objectId,
            String action,
            Map<String, ?> detail) {
        em.persist(new ChangeEntity(
                Ids.next(), jurisdiction, kind.name(), collection, objectId, action, Json.write(detail), now));
    }

    /** True if there are committed changes without a place. */
    static boolean isBehind(EntityManager em) {
        return !em.createQuery("select c.id from ChangeEntity c where c.place is null", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Gives places to the next round of committed changes; answers true if there may be more. */
    static boolean giveOut(EntityManager em) {
        SequenceEntity token = em.find(SequenceEntity.class, TOKEN, LockModeType.PESSIMISTIC_WRITE);
        if (token == null) {
            token = new SequenceEntity(TOKEN);
            em.persist(token);
            // Another who begins the feed now waits here, fails on the key, and begins anew.
            em.flush();
        }
        List<ChangeEntity> waiting = em.createQuery(
                        "select c from ChangeEntity c where c.place is null order by c.seq", ChangeEntity.class)
                .setMaxResults(ROUND)
                .getResultList();
        long place = token.lastNumber();
        for (ChangeEntity change : waiting) {
            place++;
            change.place(place);
        }
        token.lastNumber(place);
        return waiting.size() == ROUND;
    }

    /** The last place that was given. */
    static long head(EntityManager em) {
        SequenceEntity token = em.find(SequenceEntity.class, TOKEN);
        return token == null ? 0 : token.lastNumber();
    }
}
