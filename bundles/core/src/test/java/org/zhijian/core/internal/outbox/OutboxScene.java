package org.zhijian.core.internal.outbox;

import java.util.List;
import java.util.Map;
import org.zhijian.api.notice.Channel;
import org.zhijian.api.notice.SmsTemplate;
import org.zhijian.core.internal.agency.ChannelAddresses;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.NoticeEntity;
import org.zhijian.core.internal.store.entity.OutboxEntity;
import org.zhijian.core.notices.Medium;

/** An outbox on a database of its own, with one worker whose carriers do as a test says. */
final class OutboxScene implements AutoCloseable {
    static final SmsTemplate TEMPLATE = new SmsTemplate("TEST_TOLD", "通知", "您的业务{number}已受理");

    /** What is pushed. */
    record Push(String id, String subject, int value) {}

    static final Channel<Push> CHANNEL =
            Channel.channel("upward", "上报", Push.class, Push::id).inOrderOf(Push::subject);

    final String jurisdiction = "town-" + Ids.next().substring(24);
    final TestClock clock = new TestClock();
    final FakeCarrier sms = new FakeCarrier(Medium.SMS);
    final FakeCarrier agency = new FakeCarrier(Medium.AGENCY);
    final Transactions transactions;
    final OutboxWorker worker;

    OutboxScene(Database database) {
        transactions = new Transactions(database);
        worker = anotherWorker();
    }

    /** As if a second node ran. */
    OutboxWorker anotherWorker() {
        return new OutboxWorker(
                transactions,
                clock,
                List.of(sms, agency),
                new ChannelAddresses(),
                town -> List.of("OFFICE:" + town + "-head"));
    }

    void sms(String mobile, String number) {
        transactions.run(
                em -> Outbox.sms(em, clock.instant(), jurisdiction, mobile, TEMPLATE, Map.of("number", number)));
    }

    void push(Push payload) {
        transactions.run(em -> Outbox.push(em, clock.instant(), jurisdiction, null, CHANNEL, payload));
    }

    /** This scene's messages, oldest first. */
    List<OutboxEntity> messages() {
        return transactions.read(em -> em.createQuery(
                        "select m from OutboxEntity m where m.jurisdiction = :jurisdiction order by m.seq",
                        OutboxEntity.class)
                .setParameter("jurisdiction", jurisdiction)
                .getResultList());
    }

    /** What lies in this scene's desks. */
    List<NoticeEntity> notices() {
        return transactions.read(
                em -> em.createQuery("select n from NoticeEntity n where n.jurisdiction = :town", NoticeEntity.class)
                        .setParameter("town", jurisdiction)
                        .getResultList());
    }

    List<String> states() {
        return messages().stream().map(OutboxEntity::state).toList();
    }

    @Override
    public void close() throws InterruptedException {
        worker.stop();
    }
}
