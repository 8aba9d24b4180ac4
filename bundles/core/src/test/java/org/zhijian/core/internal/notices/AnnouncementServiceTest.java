package org.zhijian.core.internal.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.Descriptor;
import org.zhijian.api.directory.Office;
import org.zhijian.api.notice.Announcement;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.identity.Accounts;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.identity.DirectoryEditor;
import org.zhijian.core.internal.modules.OneTown;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.notices.Announcements.Category;
import org.zhijian.core.notices.Announcements.Published;

class AnnouncementServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

    private static List<String> titles(Page<Published> page) {
        return page.items().stream().map(Published::title).toList();
    }

    private static AnnouncementService service(Transactions transactions, String jurisdiction) {
        TestClock clock = new TestClock();
        Descriptor town = Descriptor.jurisdiction(jurisdiction, "示例镇")
                .offices(List.of(
                        Office.office(jurisdiction + "-a", "甲科", Office.Level.SECTION, "320000"),
                        Office.office(jurisdiction + "-b", "乙科", Office.Level.SECTION, "320000"),
                        Office.office(jurisdiction + "-head", "总站", Office.Level.PROVINCE, "320000")
                                .overseeing()))
                .build();
        transactions.run(em -> new DirectoryEditor(em).saveOffices(jurisdiction, town.offices()));
        return new AnnouncementService(
                transactions, new Writes(transactions, clock.time()), new OneTown(town), clock.time());
    }

    private static Caller officer(Transactions transactions, String jurisdiction, String office) {
        Office seat = Office.office(jurisdiction + "-" + office, office, Office.Level.SECTION, "320000");
        String id = transactions.write(
                em -> new Accounts(em).create(NewAccount.office(jurisdiction, seat.id(), seat, ""), NOW));
        return new Caller(
                Caller.Kind.OFFICE, id, seat.id(), office, jurisdiction, "", "", Set.of(seat.id()), false, "");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void anOfficePublishesANoticeAndWithdrawsIt(Database database) {
        Transactions transactions = new Transactions(database);
        String jurisdiction = "j-" + Ids.next().substring(24);
        AnnouncementService announcements = service(transactions, jurisdiction);
        Caller publisher = officer(transactions, jurisdiction, "a");
        Caller other = officer(transactions, jurisdiction, "b");

        Published notice = announcements.publish(publisher, Once.UNKEYED, jurisdiction, " 系统维护通知 ", "今晚停机。");

        assertThat(notice.category()).isEqualTo(Category.NOTICE);
        assertThat(notice.title()).isEqualTo("系统维护通知");
        assertThat(notice.publisher()).isEqualTo("甲科");
        assertThatThrownBy(() -> announcements.withdraw(other, Once.UNKEYED, notice.id(), "误发"))
                .hasMessage("只有发布该公告的机构可以撤回");
        assertThatThrownBy(() -> announcements.withdraw(publisher, Once.UNKEYED, notice.id(), " "))
                .hasMessage("请填写撤回原因");

        Published withdrawn = announcements.withdraw(publisher, Once.UNKEYED, notice.id(), "误发");

        assertThat(withdrawn.isWithdrawn()).isTrue();
        assertThat(withdrawn.title()).isEqualTo("系统维护通知");
        assertThat(withdrawn.body()).isEmpty();
        assertThatThrownBy(() -> announcements.withdraw(publisher, Once.UNKEYED, notice.id(), "误发"))
                .hasMessage("该公告已撤回");
        assertThat(announcements
                        .since(jurisdiction, withdrawn.withdrawnAt(), "", 10)
                        .items())
                .containsExactly(withdrawn);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void numbersOfPeopleAreMaskedInWhatEverybodyReads(Database database) {
        Transactions transactions = new Transactions(database);
        String jurisdiction = "j-" + Ids.next().substring(24);
        AnnouncementService announcements = service(transactions, jurisdiction);

        Published notice = announcements.publish(
                officer(transactions, jurisdiction, "a"),
                Once.UNKEYED,
                jurisdiction,
                "关于 13900000001 的通知",
                "韩示双 320299199003070036");
        transactions.run(em -> AnnouncementService.publish(
                em, jurisdiction, "", "", new Announcement("变更", "变更公告", "韩示双 320299199003070036"), NOW));

        assertThat(notice.title()).isEqualTo("关于 139****0001 的通知");
        assertThat(notice.body()).isEqualTo("韩示双 320299********0036");
        assertThat(announcements.list(jurisdiction, "", 10).items())
                .extracting(Published::body)
                .containsOnly("韩示双 320299********0036");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whoOverseesTheJurisdictionMayWithdrawWhatOthersPublished(Database database) {
        Transactions transactions = new Transactions(database);
        String jurisdiction = "j-" + Ids.next().substring(24);
        AnnouncementService announcements = service(transactions, jurisdiction);
        Published notice =
                announcements.publish(officer(transactions, jurisdiction, "a"), Once.UNKEYED, jurisdiction, "通知", "正文");
        Caller head = officer(transactions, jurisdiction, "head");
        Caller elsewhere = new Caller(
                Caller.Kind.OFFICE, "x", "x", "x", "elsewhere", "", "", Set.of(jurisdiction + "-a"), false, "");

        assertThat(announcements.mayWithdraw(head, notice.id())).isTrue();
        assertThat(announcements.mayWithdraw(elsewhere, notice.id())).isFalse();
        assertThatThrownBy(() -> announcements.publish(elsewhere, Once.UNKEYED, jurisdiction, "通知", "正文"))
                .hasMessage("您的账号不能发布通知");
        assertThatThrownBy(() -> announcements.publish(head, Once.UNKEYED, jurisdiction, "", "正文"))
                .hasMessage("请填写标题");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theFeedSinceADayGoesForwardPageByPage(Database database) {
        Transactions transactions = new Transactions(database);
        String jurisdiction = "j-" + Ids.next().substring(24);
        AnnouncementService announcements = service(transactions, jurisdiction);
        for (int i = 0; i < 4; i++) {
            Announcement announcement = new Announcement("变更", "第" + i + "号", "");
            Instant at = NOW.plusSeconds(i / 2);
            transactions.run(em -> AnnouncementService.publish(em, jurisdiction, "case", "", announcement, at));
        }

        Page<Published> first = announcements.since(jurisdiction, NOW, "", 3);
        Page<Published> second = announcements.since(jurisdiction, NOW, first.next(), 3);

        assertThat(titles(first)).startsWith("第0号", "第1号").hasSize(3);
        assertThat(titles(second)).containsExactly("第3号");
        assertThat(titles(announcements.since(jurisdiction, NOW.plusSeconds(1), "", 3)))
                .containsExactly("第2号", "第3号");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theNewestComeFirst(Database database) {
        Transactions transactions = new Transactions(database);
        String jurisdiction = "j-" + Ids.next().substring(24);
        AnnouncementService announcements = service(transactions, jurisdiction);
        // The second and the third at the same moment.
        List<Long> seconds = List.of(1L, 2L, 2L, 3L, 4L);
        for (int i = 0; i < seconds.size(); i++) {
            Announcement announcement = new Announcement("变更", "第" + i + "号", "韩*双\n苏-001");
            Instant at = NOW.plusSeconds(seconds.get(i));
            transactions.run(em -> AnnouncementService.publish(em, jurisdiction, "case", "", announcement, at));
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
