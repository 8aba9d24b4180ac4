package org.zhijian.core.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.core.internal.store.entity.LockEntity;
import org.zhijian.core.internal.store.entity.NoticeReadEntity;
import org.zhijian.core.internal.store.entity.SignInFailureEntity;

/** What a transaction changes is written whole or not at all, however many rows of however many tables it is. */
class FlushTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private static void read(EntityManager em, String account, int from, int to) {
        for (int n = from; n < to; n++) {
            em.persist(new NoticeReadEntity(account, "notice-" + n, NOW));
        }
    }

    private static long readBy(Transactions transactions, String account) {
        return transactions.read(
                em -> em.createQuery("select count(r) from NoticeReadEntity r where r.accountId = :account", Long.class)
                        .setParameter("account", account)
                        .getSingleResult());
    }

    private static void failure(Transactions transactions, String id) {
        transactions.run(em -> {
            SignInFailureEntity failure = new SignInFailureEntity(id);
            failure.firstAt(NOW);
            em.persist(failure);
        });
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void rowsOfManyKindsAreAddedChangedAndRemovedTogether(Database database) {
        Transactions transactions = new Transactions(database);
        String me = Ids.next();
        failure(transactions, me);
        transactions.run(em -> read(em, me, 0, 3));

        transactions.run(em -> {
            read(em, me, 3, 200);
            em.persist(new LockEntity(me));
            em.find(SignInFailureEntity.class, me).failures(7);
            em.remove(em.find(NoticeReadEntity.class, new NoticeReadEntity.Key(me, "notice-0")));
            em.remove(em.find(NoticeReadEntity.class, new NoticeReadEntity.Key(me, "notice-1")));
        });

        assertThat(readBy(transactions, me)).isEqualTo(198);
        transactions.run(em -> {
            assertThat(em.find(LockEntity.class, me)).isNotNull();
            assertThat(em.find(SignInFailureEntity.class, me).failures()).isEqualTo(7);
        });
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aRowMayTakeTheKeyOfOneThatIsRemovedWithIt(Database database) {
        Transactions transactions = new Transactions(database);
        String me = Ids.next();
        transactions.run(em -> read(em, me, 0, 2));

        transactions.run(em -> {
            em.remove(em.find(NoticeReadEntity.class, new NoticeReadEntity.Key(me, "notice-0")));
            em.persist(new NoticeReadEntity(me, "notice-0", NOW.plusSeconds(1)));
            em.persist(new LockEntity(me));
        });

        assertThat(readBy(transactions, me)).isEqualTo(2);
        assertThat(transactions.<Instant>read(
                        em -> em.find(NoticeReadEntity.class, new NoticeReadEntity.Key(me, "notice-0"))
                                .readAt()))
                .isEqualTo(NOW.plusSeconds(1));
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aChangedRowAndNewOnesOfItsTableAreWrittenTogether(Database database) {
        Transactions transactions = new Transactions(database);
        String me = Ids.next();
        String other = Ids.next();
        failure(transactions, me);

        transactions.run(em -> {
            em.find(SignInFailureEntity.class, me).failures(4);
            SignInFailureEntity added = new SignInFailureEntity(other);
            added.firstAt(NOW);
            added.failures(9);
            em.persist(added);
        });

        transactions.run(em -> {
            assertThat(em.find(SignInFailureEntity.class, me).failures()).isEqualTo(4);
            assertThat(em.find(SignInFailureEntity.class, other).failures()).isEqualTo(9);
        });
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aLostUpdateIsFoundAmongOtherRowsAndTheWorkDoneAgain(Database database) {
        Transactions transactions = new Transactions(database);
        String me = Ids.next();
        failure(transactions, me);
        AtomicInteger tries = new AtomicInteger();

        transactions.run(em -> {
            SignInFailureEntity seen = em.find(SignInFailureEntity.class, me);
            int before = seen.failures();
            if (tries.incrementAndGet() == 1) {
                somebodyElse(transactions, me);
            }
            em.persist(new LockEntity(me));
            read(em, me, 0, 2);
            seen.failures(before + 1);
        });

        assertThat(tries).hasValue(2);
        assertThat(readBy(transactions, me)).isEqualTo(2);
        assertThat(transactions.<Integer>read(
                        em -> em.find(SignInFailureEntity.class, me).failures()))
                .isEqualTo(11);
    }

    /** Changes the row behind the back of whoever has read it; the reader holds no lock. */
    private static void somebodyElse(Transactions transactions, String id) {
        apart(() ->
                transactions.run(em -> em.find(SignInFailureEntity.class, id).failures(10)));
    }

    private static void apart(Runnable work) {
        Thread other = new Thread(work);
        other.start();
        try {
            other.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void nothingIsWrittenWhereOneRowCannotBe(Database database) {
        Transactions transactions = new Transactions(database);
        String me = Ids.next();
        transactions.run(em -> em.persist(new LockEntity(me)));

        assertThatThrownBy(() -> transactions.run(em -> {
                    read(em, me, 0, 5);
                    em.persist(new LockEntity(me));
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(readBy(transactions, me)).isZero();
    }

    /** The first statement fails, and those that follow it in the same flush tell only that one before them failed. */
    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aKeyTakenMeanwhileIsFoundThoughMoreIsWrittenAfterIt(Database database) {
        Transactions transactions = new Transactions(database);
        String me = Ids.next();
        transactions.run(em -> read(em, me, 0, 2));
        AtomicInteger tries = new AtomicInteger();

        transactions.run(em -> {
            if (tries.incrementAndGet() == 1) {
                em.persist(new LockEntity(me));
                apart(() -> transactions.run(other -> other.persist(new LockEntity(me))));
            }
            em.persist(new NoticeReadEntity(me, "notice-2", NOW));
            em.remove(em.find(NoticeReadEntity.class, new NoticeReadEntity.Key(me, "notice-0")));
            em.remove(em.find(NoticeReadEntity.class, new NoticeReadEntity.Key(me, "notice-1")));
        });

        assertThat(tries).hasValue(2);
        assertThat(readBy(transactions, me)).isEqualTo(1);
    }
}
