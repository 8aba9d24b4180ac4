package org.zhijian.core.internal.sms;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.SearchText;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.DemoSmsEntity;
import org.zhijian.core.sms.Mailbox;
import org.zhijian.core.sms.Sms;
import org.zhijian.core.sms.SmsGateway;

/** The gateway of a demonstration: it keeps what it is given, each message once. Thread-safe. */
@Component(service = {DemoMailbox.class, Mailbox.class})
public final class DemoMailbox implements SmsGateway, Mailbox {
    private static final int SHOWN = 100;

    private final Settings settings;
    private final Time time;
    private final Transactions transactions;

    @Activate
    public DemoMailbox(@Reference Settings settings, @Reference Time time, @Reference Transactions transactions) {
        this.settings = settings;
        this.time = time;
        this.transactions = transactions;
    }

    @Override
    public void send(Sms sms) {
        transactions.run(em -> {
            if (em.find(DemoSmsEntity.class, sms.clientMsgId()) == null) {
                em.persist(
                        new DemoSmsEntity(sms.clientMsgId(), sms.mobile(), sms.templateId(), sms.text(), time.now()));
            }
        });
    }

    @Override
    public List<Letter> read(String mobile) {
        if (!settings.demonstration()) {
            throw Refusal.notFound();
        }
        return transactions.read(em -> em
                .createQuery(
                        "select s from DemoSmsEntity s where s.mobile = :mobile order by s.sentAt desc, s.id desc",
                        DemoSmsEntity.class)
                .setParameter("mobile", SearchText.checked(mobile))
                .setMaxResults(SHOWN)
                .getResultList()
                .stream()
                .map(sms -> new Letter(sms.mobile(), sms.template(), sms.body(), sms.sentAt()))
                .toList());
    }
}
