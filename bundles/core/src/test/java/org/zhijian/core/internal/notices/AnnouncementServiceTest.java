package org.zhijian.core.internal.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.notice.Announcement;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.notices.Announcements.Published;

class AnnouncementServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

    private static List<String> titles(Page<Published> page) {
        return page.items().stream().map(Published::title).toList();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theNewestComeFirst(Database database) {
        Transactions transactions = new Transactions(database);
        AnnouncementService announcements = new AnnouncementService(transactions);
        String jurisdiction = "j-" + Ids.next().substring(24);
        // The second and the third at the same moment.
        List<Long> seconds = List.of(1L, 2L, 2L, 3L, 4L);
        for (int i = 0; i < seconds.size(); i++) {
            Announcement announcement = new Announcement("变更", "第" + i + "号", "韩*双\n苏-001");
            Instant at = NOW.plusSeconds(seconds.get(i));
            transactions.run(em -> AnnouncementService.publish(em, jurisdiction, "case", announcement, at));
        }

        Page<Published> first = announcements.list(jurisdiction, "", 3);
        Page<Published> second = announcements.list(jurisdiction, first.next(), 3);

        assertThat(titles(first)).containsExactly("第4号", "第3号", "第2号");
        assertThat(titles(second)).containsExactly("第1号", "第0号");
        assertThat(second.next()).isEmpty();
        assertThat(announcements.list("", "", 100).items()).containsAll(first.items());
        assertThat(announcements.list("elsewhere", "", 100).items()).isEmpty();
        assertThat(announcements.find(first.items().get(0).id()))
                .contains(first.items().get(0));
        assertThat(announcements.find("unknown")).isEmpty();
        assertThatThrownBy(() -> announcements.list(jurisdiction, "x", 3)).isInstanceOf(Refusal.class);
    }
}
