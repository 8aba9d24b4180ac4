package org.zhijian.core.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.core.internal.store.EventLog.Entry;
import org.zhijian.core.internal.store.EventLog.Head;
import org.zhijian.core.internal.store.entity.EventEntity;

class EventLogTest {

    private static Entry entry(String opinion, String detail) {
        Instant at = Instant.parse("2026-11-20T01:02:03.456789Z");
        return new Entry(at, "account", "南京示例检测中心有限公司（j1）", "127.0.0.1", "DECIDED", "同意", "city", 1, opinion, detail);
    }

    private static List<EventEntity> events(EntityManager em, String stream) {
        return em.createQuery("select e from EventEntity e where e.stream = :stream order by e.seq", EventEntity.class)
                .setParameter("stream", stream)
                .getResultList();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whatIsReadBackStillFitsItsHash(Database database) {
        Transactions transactions = new Transactions(database);
        String stream = Ids.next();
        Head head = transactions.write(em -> {
            Head first = EventLog.append(em, stream, Head.START, entry("同意\uD83D\uDE00", "{\"decision\":\"APPROVE\"}"));
            return EventLog.append(em, stream, first, entry("NUL \0 and half a pair \uD83D.", null));
        });

        List<EventEntity> events = transactions.read(em -> events(em, stream));
        Head walked = Head.START;
        for (EventEntity event : events) {
            assertThat(EventLog.follows(walked, event)).isTrue();
            walked = new Head(event.seq(), event.hash());
        }
        assertThat(walked).isEqualTo(head);
        assertThat(head.seq()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aChangedEntryIsFound(Database database) {
        Transactions transactions = new Transactions(database);
        String stream = Ids.next();
        transactions.run(em -> EventLog.append(em, stream, Head.START, entry("不同意", null)));
        transactions.run(em -> em.createNativeQuery("update ZJ_EVENT set OPINION = '同意' where STREAM = ?1")
                .setParameter(1, stream)
                .executeUpdate());

        EventEntity tampered = transactions.read(em -> events(em, stream)).get(0);
        assertThat(EventLog.follows(Head.START, tampered)).isFalse();
    }
}
