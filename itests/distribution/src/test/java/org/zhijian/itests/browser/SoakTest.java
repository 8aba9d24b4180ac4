package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhijian.itests.modules.Load;
import org.zhijian.itests.modules.Toyshop;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Memory;
import org.zhijian.itests.server.Server;

/**
 * A module is upgraded again and again while people work: nothing fails, nobody is thrown out, no other bundle is touched, and memory does not grow. A
 * short run by itself; the long one is {@code -Dzhijian.soak.upgrades=30 -Dzhijian.soak.screens=20 -Dzhijian.soak.rate=100
 * -Dzhijian.soak.database=POSTGRESQL}.
 */
@Tag("derby")
class SoakTest extends Stage {
    private static final Database DATABASE = Database.valueOf(System.getProperty("zhijian.soak.database", "DERBY"));
    private static final int UPGRADES = Integer.getInteger("zhijian.soak.upgrades", 4);
    private static final int SCREENS = Integer.getInteger("zhijian.soak.screens", 3);
    private static final int RATE = Integer.getInteger("zhijian.soak.rate", 15);
    private static final int MEASURED_EVERY = Math.max(2, UPGRADES / 3);

    /** A part of what stands after the first third: caches may still fill up, a class loader that stays behind would hold more. */
    private static final double GROWTH = 1.10;

    private static final Duration SETTLING = Duration.ofSeconds(60);

    private Toyshop town;

    @Override
    Server serve() {
        return Server.demo(DATABASE);
    }

    @BeforeAll
    void start() {
        town = new Toyshop(server, "soaked", Toyshop.code(1));
    }

    @Test
    void a_module_is_upgraded_again_and_again_while_people_work() {
        town.install(town.version("1.0.0", "初审")).expect(201);
        Memory before = server.memory();
        List<Screen> screens = screens();
        List<Memory> rounds = new ArrayList<>();

        try (Load load = new Load(town, RATE)) {
            for (int upgrade = 1; upgrade <= UPGRADES; upgrade++) {
                town.install(town.version("1." + upgrade + ".0", "第" + upgrade + "版审核"))
                        .expect(201);
                if (upgrade % MEASURED_EVERY == 0) {
                    town.awaitStates("1." + upgrade + ".0 RUNNING");
                    rounds.add(server.memory());
                    System.out.println("soak: " + upgrade + " upgrades, " + load.requests() + " requests, "
                            + load.perSecond() + " a second, " + load.failures().size() + " failed; "
                            + rounds.get(rounds.size() - 1));
                }
            }
            assertThat(load.failures()).as("requests that failed").isEmpty();
            assertThat(load.requests()).isPositive();
        }

        for (int i = 0; i < screens.size(); i++) {
            boolean inTown = i % 2 == 0;
            screens.get(i).press("menu-start").sees(inTown ? "玩具备案" : "人员变更").hasNo("sign-in-button");
            screens.get(i).close();
        }
        Set<String> gone = new HashSet<>(before.bundles());
        gone.removeAll(server.memory().bundles());
        assertThat(gone)
                .as("bundles of the beginning that were loaded anew: the first version alone")
                .hasSizeLessThanOrEqualTo(1);
        Memory first = rounds.get(0);
        // The version that left last may still be held by an answer under way, never for long.
        await().atMost(SETTLING).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            Memory last = server.memory();
            assertThat(last.bundles().size())
                    .as("loaders of bundles")
                    .isLessThanOrEqualTo(first.bundles().size());
            assertThat(last.loaders()).as("class loaders").isLessThanOrEqualTo(first.loaders() + 2);
            assertThat((double) last.metaspace()).as("metaspace").isLessThan(first.metaspace() * GROWTH);
            assertThat((double) last.heap()).as("heap").isLessThan(first.heap() * GROWTH);
        });
    }

    /** Half of them in the town, half elsewhere, each with a session of its own. */
    private List<Screen> screens() {
        List<Screen> screens = new ArrayList<>();
        for (int i = 0; i < SCREENS; i++) {
            boolean inTown = i % 2 == 0;
            screens.add(browsers.screen(server.address(), inTown ? town.id() : "jiangsu-testing", 1024, 768)
                    .signIn(inTown ? "maker" : "j1"));
        }
        return screens;
    }
}
