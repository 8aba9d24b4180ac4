package org.zhijian.core.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.events.Events;
import org.zhijian.core.events.Events.Change;
import org.zhijian.core.events.Events.Grant;
import org.zhijian.core.events.Events.Kind;
import org.zhijian.core.internal.identity.Accounts;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Sequences;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;

class FeedTest {
    private static final String SHARED = "org.zhijian.core.internal.store.Databases#shared";
    private static final int WRITERS = 6;
    private static final int EACH = 25;

    /** One agency and one operator on a database that others write to as well. */
    private static final class Scene {
        final String town = "town-" + Ids.next().substring(24);
        final TestClock clock = new TestClock();
        final Transactions transactions;
        final EventService events;
        final String clientId = "agency-" + Ids.next();
        final Caller agency;
        final Caller operator;

        Scene(Database database) {
            transactions = new Transactions(database);
            events = new EventService(transactions, new Writes(transactions, clock.time()), clock.time());
            agency = account(NewAccount.agency(clientId, "接入方", ""), Caller.Kind.AGENCY);
            operator = account(NewAccount.operator("op-" + Ids.next(), ""), Caller.Kind.OPERATOR);
        }

        private Caller account(NewAccount account, Caller.Kind kind) {
            String id = transactions.write(em -> new Accounts(em).create(account, clock.instant()));
            return new Caller(kind, id, account.loginName(), "某", "", "", "", Set.of(), false, "");
        }

        void grant(Grant... grants) {
            events.grant(operator, Once.UNKEYED, clientId, List.of(grants));
        }

        void note(Kind kind, String id) {
            transactions.run(em -> Feed.note(em, clock.instant(), town, kind, "permits", id, "SUBMIT", Map.of()));
        }

        /** Follows the feed to its end. */
        String follow(String cursor, List<Change> into) {
            String at = cursor;
            while (true) {
                Page<Change> page = events.after(agency, at, 7);
                into.addAll(page.items());
                if (page.items().isEmpty()) {
                    return page.next();
                }
                at = page.next();
            }
        }
    }

    /**
     * Each writer commits its changes one after the other while a reader follows. Some writers roll back, some hold their transaction open for a
     * while, and all of them take turns at a counter whose number is part of the change: so the true order of commits is known.
     */
    @ParameterizedTest
    @MethodSource(SHARED)
    void whoFollowsMissesNothingGetsNothingTwiceAndSeesTheOrderOfCommits(Database database) throws Exception {
        Scene scene = new Scene(database);
        scene.grant(new Grant(scene.town, Events.ALL));
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> write(scene, writer), pool))
                .toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));

        List<Change> seen = new ArrayList<>();
        String cursor = "";
        while (!all.isDone()) {
            cursor = scene.follow(cursor, seen);
        }
        all.get(1, TimeUnit.SECONDS);
        scene.follow(cursor, seen);
        pool.shutdown();

        List<Change> again = new ArrayList<>();
        scene.follow("", again);
        assertThat(seen).isEqualTo(again).doesNotHaveDuplicates().hasSize(WRITERS * EACH * 2);
        List<Integer> turns = seen.stream()
                .filter(change -> change.action().equals("TURN"))
                .map(change -> (Integer) change.detail().get("turn"))
                .toList();
        assertThat(turns)
                .isEqualTo(IntStream.rangeClosed(1, WRITERS * EACH).boxed().toList());
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = "w" + writer;
            assertThat(seen.stream()
                            .filter(change -> change.action().equals("FREE")
                                    && change.objectId().startsWith(name + "-"))
                            .map(Change::objectId))
                    .isEqualTo(IntStream.range(0, EACH)
                            .mapToObj(i -> name + "-" + i)
                            .toList());
        }
    }

    private static void write(Scene scene, int writer) {
        for (int i = 0; i < EACH; i++) {
            String id = "w" + writer + "-" + i;
            boolean rollsBack = i % 5 == 0;
            if (rollsBack) {
                assertThatThrownBy(() -> scene.transactions.run(em -> {
                            note(scene, em, id, "LOST", 0);
                            em.flush();
                            throw new IllegalStateException("rolled back");
                        }))
                        .hasMessage("rolled back");
            }
            // Not waiting for anybody: commits of several writers overlap.
            scene.transactions.run(em -> note(scene, em, id, "FREE", 0));
            // Waiting for the one before: the numbers are given in the order of commits.
            scene.transactions.run(em -> {
                int turn = (int) Sequences.next(em, scene.town + ":turn");
                note(scene, em, id, "TURN", turn);
            });
        }
    }

    private static void note(Scene scene, jakarta.persistence.EntityManager em, String id, String action, int turn) {
        Feed.note(em, scene.clock.instant(), scene.town, Kind.CASE, "permits", id, action, Map.of("turn", turn));
    }

    /** What commits late stands behind what has been read, and is not lost. */
    @ParameterizedTest
    @MethodSource(SHARED)
    void aChangeThatCommitsLateIsNotMissed(Database database) throws Exception {
        Scene scene = new Scene(database);
        scene.grant(new Grant(scene.town, Events.ALL));
        CompletableFuture<Void> mayCommit = new CompletableFuture<>();
        CompletableFuture<Void> written = new CompletableFuture<>();
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> scene.transactions.run(em -> {
            note(scene, em, "slow", "FREE", 0);
            em.flush();
            written.complete(null);
            mayCommit.orTimeout(20, TimeUnit.SECONDS).join();
        }));
        written.get(20, TimeUnit.SECONDS);
        scene.note(Kind.CASE, "quick");
        List<Change> seen = new ArrayList<>();
        // Derby's reader waits for the writer; PostgreSQL's sees the quick one alone.
        CompletableFuture<String> reading = CompletableFuture.supplyAsync(() -> scene.follow("", seen));
        CompletableFuture.anyOf(
                        reading,
                        CompletableFuture.runAsync(
                                () -> mayCommit.complete(null),
                                CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS)))
                .get(20, TimeUnit.SECONDS);
        mayCommit.complete(null);
        slow.get(20, TimeUnit.SECONDS);

        String cursor = reading.get(20, TimeUnit.SECONDS);
        scene.follow(cursor, seen);

        assertThat(seen).extracting(Change::objectId).containsExactlyInAnyOrder("quick", "slow");
    }

    @ParameterizedTest
    @MethodSource(SHARED)
    void aClientSeesWhatItIsGrantedAndNothingElse(Database database) {
        Scene scene = new Scene(database);
        scene.note(Kind.CASE, "c1");
        scene.note(Kind.RECORD, "r1");
        String start = scene.events.after(scene.agency, "", 50).next();
        assertThat(scene.events.after(scene.agency, "", 50).items()).isEmpty();

        scene.grant(new Grant(scene.town, "RECORD"), new Grant("elsewhere", Events.ALL));
        scene.note(Kind.CASE, "c2");
        scene.note(Kind.RECORD, "r2");

        assertThat(scene.events.after(scene.agency, "", 50).items())
                .extracting(Change::objectId)
                .containsExactly("r1", "r2");
        assertThat(scene.events.after(scene.agency, start, 50).items())
                .extracting(Change::objectId)
                .containsExactly("r2");
    }

    @ParameterizedTest
    @MethodSource(SHARED)
    void onlyAgenciesFollowAndOnlyOperatorsGrant(Database database) {
        Scene scene = new Scene(database);
        assertThatThrownBy(() -> scene.events.after(scene.operator, "", 10)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> scene.events.grant(scene.agency, Once.UNKEYED, scene.clientId, List.of()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> scene.events.after(scene.agency, "nonsense", 10))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> scene.grant(new Grant(scene.town, "EVERYTHING")))
                .hasMessage("没有名为“EVERYTHING”的变更类别");
    }
}
