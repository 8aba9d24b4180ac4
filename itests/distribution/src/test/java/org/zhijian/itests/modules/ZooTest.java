package org.zhijian.itests.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/**
 * Bad modules beside a good one: each is cut off and named, what it has stays readable, and the others answer as right and as quickly as before. The
 * time of each half is {@code -Dzhijian.zoo.seconds}, the rate {@code -Dzhijian.zoo.rate}.
 */
@Tag("postgresql")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ZooTest {
    private static final String MODULES = "/api/v1/admin/modules/";
    private static final int SECONDS = Integer.getInteger("zhijian.zoo.seconds", 15);
    private static final int RATE = Integer.getInteger("zhijian.zoo.rate", 30);

    /** How much slower the slowest hundredth may be; below some milliseconds the clock of a busy machine says nothing. */
    private static final double SLOWER = 1.2;

    private static final Duration NOISE = Duration.ofMillis(50);

    /** From the call that hangs to the state that says so. */
    private static final Duration CUT_OFF = Duration.ofSeconds(5);

    private static final String GUARD = "/*guard*/";

    private static Server server;
    private static Toyshop good;

    @BeforeAll
    static void start() {
        server = Server.demo(Database.POSTGRESQL);
        good = new Toyshop(server, "good", Toyshop.code(0));
        good.install(good.version("1.0.0", "审核")).expect(201);
    }

    @AfterAll
    static void stop() {
        server.closeAfterFaults("failed in", "did not come back from", "came back from", "cannot be taken in");
    }

    private static Toyshop animal(int number, String name, String mark, String code) {
        Toyshop town = new Toyshop(server, name, Toyshop.code(number));
        String source =
                mark.equals(GUARD) ? "if (facts.moment() == CaseFacts.Moment.SUBMITTING) { " + code + " }" : code;
        town.install(town.version("1.0.0", "审核").with(mark, source)).expect(201);
        return town;
    }

    private static String drafted(Toyshop town) {
        return town.maker()
                .post(
                        "/api/v1/jurisdictions/" + town.id() + "/procedures/toy-filing/cases",
                        Map.of("form", Map.of("name", "木马")))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static void isCutOff(Toyshop town, String draft) {
        await().atMost(CUT_OFF).until(() -> town.states().equals(List.of("1.0.0 CUT_OFF")));
        JsonNode why = town.operator().get(MODULES + town.id() + "/why").ok();
        assertThat(why.toString()).contains("模块代码", "已被隔离");
        long begun = System.nanoTime();
        Answer refused = town.maker().submit(draft);
        assertThat(refused.expect(503).code()).isEqualTo("MODULE_CUT_OFF");
        assertThat(refused.messages()).contains("该业务模块已被隔离，请稍后再试");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(town.view(draft).path("form").path("name").asText()).isEqualTo("木马");
    }

    private static void fails(Toyshop town, String draft) {
        assertThat(town.maker().submit(draft).expect(503).code()).isEqualTo("MODULE_FAULT");
    }

    /** Another version mends it. */
    private static void isMended(Toyshop town, String draft) {
        town.install(town.version("1.0.1", "审核")).expect(201);
        town.awaitStates("1.0.1 RUNNING");
        town.maker().submit(draft).ok();
        assertThat(town.approve(draft)).isEqualTo("CLOSED");
    }

    @Test
    @Order(1)
    void while_the_zoo_is_there_the_others_answer_as_right_and_as_quickly() {
        measured(() -> {});
        Latencies before = measured(() -> {});
        List<Toyshop> zoo = new ArrayList<>();
        List<String> drafts = new ArrayList<>();
        List<String> codes = List.of(
                "if (facts != null) { throw new IllegalStateException(\"bad\"); }",
                "try { new java.util.concurrent.CountDownLatch(1).await(); } catch (InterruptedException e) { throw new RuntimeException(e); }",
                "try { new java.util.concurrent.CountDownLatch(1).await(); } catch (InterruptedException e) { Thread.currentThread().interrupt(); }",
                "long n = 0; while (n >= 0) { n = n == Long.MAX_VALUE ? 0 : n + 1; }",
                "check(facts);",
                "Thread left = new Thread(() -> { try { Thread.sleep(3_600_000); } catch (InterruptedException e) { return; } }); left.start();");
        for (int i = 0; i < codes.size(); i++) {
            Toyshop town = animal(10 + i, "zoo-" + i, GUARD, codes.get(i));
            zoo.add(town);
            drafts.add(drafted(town));
        }

        Latencies with = measured(() -> {
            for (int round = 0; round < 6; round++) {
                for (int i = 0; i < zoo.size(); i++) {
                    zoo.get(i).maker().submit(drafts.get(i));
                }
            }
        });

        System.out.println("zoo: without " + before + "; with " + with);
        assertThat(before.failures()).isEmpty();
        assertThat(with.failures()).isEmpty();
        assertThat(with.p99())
                .isLessThan(Duration.ofNanos((long) (before.p99().toNanos() * SLOWER))
                        .plus(NOISE));
    }

    /** @param failures what was not answered as it should be */
    private record Latencies(long requests, Duration p50, Duration p99, List<String> failures) {
        @Override
        public String toString() {
            return "%d requests, p50 %.1f ms, p99 %.1f ms"
                    .formatted(requests, p50.toNanos() / 1e6, p99.toNanos() / 1e6);
        }
    }

    private static Latencies measured(Runnable beside) {
        try (Load load = new Load(good, RATE)) {
            long until = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
            beside.run();
            await().atMost(Duration.ofMinutes(10)).until(() -> System.nanoTime() > until);
            return new Latencies(load.requests(), load.percentile(50), load.percentile(99), load.failures());
        }
    }

    @Test
    @Order(2)
    void a_guard_that_throws_again_and_again_is_cut_off_and_another_version_mends_it() {
        Toyshop town = animal(30, "thrower", GUARD, "if (facts != null) { throw new IllegalStateException(\"bad\"); }");
        String draft = drafted(town);
        for (int i = 0; i < 5; i++) {
            fails(town, draft);
        }
        isCutOff(town, draft);
        isMended(town, draft);
    }

    @Test
    @Order(3)
    void an_effect_that_throws_leaves_nothing_done() {
        Toyshop town =
                animal(31, "spoiler", "/*effect*/", "if (facts != null) { throw new IllegalStateException(\"bad\"); }");
        String filed = town.filed("木马");
        Api office = server.as(town.id(), town.id() + "-office");
        String task = office.taskOf(filed);
        for (int i = 0; i < 5; i++) {
            assertThat(office.decide(task, "APPROVE", "", Map.of()).expect(503).code())
                    .isEqualTo("MODULE_FAULT");
        }
        town.awaitStates("1.0.0 CUT_OFF");
        assertThat(office.decide(task, "APPROVE", "", Map.of()).expect(503).code())
                .isEqualTo("MODULE_CUT_OFF");
        assertThat(town.view(filed).path("state").asText()).isEqualTo("IN_REVIEW");
    }

    @Test
    @Order(4)
    void code_that_waits_for_ever_is_cut_off_at_once_and_tried_again_after_a_pause() {
        Toyshop town = animal(
                32,
                "sleeper",
                GUARD,
                "if (facts.form().text(\"name\").equals(\"木马\")) { try { new java.util.concurrent.CountDownLatch(1).await(); }"
                        + " catch (InterruptedException e) { throw new RuntimeException(e); } }");
        String draft = drafted(town);
        String other = town.maker()
                .post(
                        "/api/v1/jurisdictions/" + town.id() + "/procedures/toy-filing/cases",
                        Map.of("form", Map.of("name", "陀螺")))
                .expect(201)
                .json()
                .path("id")
                .asText();
        fails(town, draft);
        isCutOff(town, draft);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> town.maker().submit(other).status() == 200);
        assertThat(town.states()).containsExactly("1.0.0 RUNNING");
    }

    @Test
    @Order(5)
    void code_that_runs_for_ever_is_cut_off_until_the_operator_lets_it_in_again() {
        Toyshop town = animal(
                33,
                "spinner",
                GUARD,
                "long n = 0; while (facts.form().text(\"name\").equals(\"木马\") && n >= 0) { n = n == Long.MAX_VALUE ? 0 : n + 1; }");
        String draft = drafted(town);
        fails(town, draft);
        isCutOff(town, draft);
        assertThat(town.operator()
                        .post(MODULES + town.id() + "/resumption", Map.of())
                        .ok()
                        .toString())
                .contains("RUNNING");
        assertThat(town.states()).containsExactly("1.0.0 RUNNING");
    }

    @Test
    @Order(6)
    void code_that_hoards_memory_is_cut_off_and_the_system_goes_on() {
        Toyshop town = animal(
                34,
                "hoarder",
                GUARD,
                "java.util.List<byte[]> hoard = new java.util.ArrayList<>(); while (hoard != null) { hoard.add(new byte[1 << 20]); }");
        String draft = drafted(town);
        fails(town, draft);
        isCutOff(town, draft);
        assertThat(good.approve(good.filed("风筝"))).isEqualTo("CLOSED");
        assertThat(server.nobody().isReady()).isTrue();
    }

    @Test
    @Order(7)
    void code_that_asks_for_more_memory_than_there_is_is_cut_off_at_once() {
        Toyshop town = animal(
                38,
                "glutton",
                GUARD,
                "byte[][] all = new byte[4][Integer.MAX_VALUE - 8]; if (all.length == 4) { throw new IllegalStateException(); }");
        String draft = drafted(town);
        fails(town, draft);
        isCutOff(town, draft);
        assertThat(good.approve(good.filed("风筝"))).isEqualTo("CLOSED");
    }

    @Test
    @Order(8)
    void code_that_starts_threads_is_refused_them() {
        Toyshop town = animal(39, "spawner", GUARD, "new Thread(() -> {}).start();");
        String draft = drafted(town);
        for (int i = 0; i < 5; i++) {
            fails(town, draft);
        }
        isCutOff(town, draft);
    }

    @Test
    @Order(9)
    void what_is_broken_from_the_beginning_is_not_taken_in_and_stops_nothing() {
        Toyshop broken = new Toyshop(server, "broken", Toyshop.code(35));
        assertThat(broken.install(broken.version("1.0.0", "审核").with("FIELD", ""))
                        .expect(422)
                        .messages())
                .isNotEmpty();
        Toyshop twin = new Toyshop(server, "twin", Toyshop.code(36));
        assertThat(twin.install(twin.version("1.0.0", "审核").with("OFFICE", "good-office"))
                        .expect(422)
                        .messages())
                .anySatisfy(message -> assertThat(message).contains("good-office"));
        Toyshop hanging = new Toyshop(server, "hanging", Toyshop.code(37));
        assertThat(hanging.install(
                                hanging.version("1.0.0", "审核")
                                        .with(
                                                "/*descriptor*/",
                                                "try { new java.util.concurrent.CountDownLatch(1).await(); } catch (InterruptedException e) { throw new RuntimeException(e); }"))
                        .expect(422)
                        .messages())
                .anySatisfy(message -> assertThat(message).contains("没有返回"));
        assertThat(good.approve(good.filed("风筝"))).isEqualTo("CLOSED");
    }

    @Test
    @Order(10)
    void what_hangs_when_a_dropped_jar_is_to_start_is_refused_and_holds_no_other_jar_up() {
        Toyshop built = dropped(40, "built", Map.of());
        Toyshop activated = dropped(41, "activated", Map.of("Bundle-Activator", "toys.activated.Toy"));
        Toyshop next = new Toyshop(server, "next", Toyshop.code(42));
        next.drop(next.version("1.0.0", "审核"));

        next.awaitStates("1.0.0 RUNNING");
        assertThat(next.approve(next.filed("风筝"))).isEqualTo("CLOSED");
        isRefused(built, "没有返回");
        isRefused(activated, "清单 Bundle-Activator");
    }

    /** One whose first object is never made. */
    private static Toyshop dropped(int number, String name, Map<String, String> headers) {
        Toyshop town = new Toyshop(server, name, Toyshop.code(number));
        Toys toys = town.version("1.0.0", "审核")
                .with(
                        "public Toy() {}",
                        "public Toy() { try { new java.util.concurrent.CountDownLatch(1).await(); } catch (InterruptedException e) { throw new RuntimeException(e); } }");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            toys = toys.header(header.getKey(), header.getValue());
        }
        town.drop(toys);
        return town;
    }

    private static void isRefused(Toyshop town, String reason) {
        String bundle = MODULES + "org.example." + town.id();
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> town.operator()
                                .get(bundle + "/why")
                                .expect(200)
                                .json()
                                .toString(),
                        why -> why.contains("REJECTED") && why.contains(reason));
        town.operator().delete(bundle).expect(204);
        town.operator().get(bundle + "/why").expect(404);
    }
}
