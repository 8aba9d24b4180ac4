package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhijian.itests.modules.Toyshop;

/**
 * How long it takes until somebody with an open page sees a module that has come: dropped into the folder, where the folder's watch is part of it, and sent
 * by the operator, where it is not. {@code -Dzhijian.arrivals=10} for a median worth telling.
 */
@Tag("derby")
class ArrivalTest extends Stage {
    private static final int ARRIVALS = Integer.getInteger("zhijian.arrivals", 2);
    private static final String VERSION = "1.0.0";
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @Test
    void an_open_page_shows_a_module_soon_after_its_jar_was_dropped() {
        try (Screen somebody = browsers.screen(server.address(), "", 1024, 768)) {
            somebody.open("").doesNotSee("玩具市");

            Duration dropped = median(somebody, "dropped", (town, jar) -> town.drop(VERSION, jar));
            Duration sent =
                    median(somebody, "sent", (town, jar) -> town.install(jar).expect(201));

            System.out.printf(
                    "arrival: median of %d: %d ms from the dropped jar to the open page, %d ms sent by the operator; the watch of the folder has %d %% of it%n",
                    ARRIVALS,
                    dropped.toMillis(),
                    sent.toMillis(),
                    Math.max(0, 100 - 100 * sent.toMillis() / dropped.toMillis()));
            assertThat(dropped).isLessThan(LONGEST);
            assertThat(sent).isLessThan(LONGEST);
        }
    }

    private Duration median(Screen somebody, String name, BiConsumer<Toyshop, byte[]> way) {
        List<Duration> all = new ArrayList<>();
        for (int i = 0; i < ARRIVALS; i++) {
            Toyshop town = new Toyshop(server, name + i, Toyshop.code(name.length() * 100 + i));
            byte[] jar = town.version(VERSION, "审核").jar();
            long begun = System.nanoTime();
            way.accept(town, jar);
            somebody.waitFor("document.body.innerText.includes('玩具市" + name + i + "')");
            all.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        Collections.sort(all);
        return all.get(all.size() / 2);
    }
}
