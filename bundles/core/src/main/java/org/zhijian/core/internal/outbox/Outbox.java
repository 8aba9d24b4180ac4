package org.zhijian.core.internal.outbox;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.zhijian.api.notice.Channel;
import org.zhijian.api.notice.SmsTemplate;
import org.zhijian.core.internal.registers.RecordJson;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.Signal;
import org.zhijian.core.internal.store.entity.OutboxEntity;
import org.zhijian.core.notices.Delivery;
import org.zhijian.core.notices.Medium;

/**
 * Puts messages into the outbox, inside the transaction of whoever has something to tell: they go out after its commit, at least once, and
 * never if it does not commit (design invariant 1). One insert, and no waiting for anybody. Pure but for that.
 */
public final class Outbox {
    /** A message that is due at once, whatever anybody's clock says. */
    private static final Instant AT_ONCE = Instant.EPOCH;

    private static final int LONGEST_KEY = 120;

    private Outbox() {}

    /**
     * Sends an SMS.
     *
     * @param mobile blank for nobody: then nothing is sent
     * @param now the core's clock
     */
    public static void sms(
            EntityManager em,
            Instant now,
            String jurisdiction,
            String mobile,
            SmsTemplate template,
            Map<String, String> values) {
        sms(em, now, jurisdiction, mobile, template, values, Optional.empty());
    }

    /** Sends an SMS that is worth nothing after a while, such as a code: it is not sent later, and its text is not kept. */
    public static void passingSms(
            EntityManager em,
            Instant now,
            String jurisdiction,
            String mobile,
            SmsTemplate template,
            Map<String, String> values,
            Duration life) {
        sms(em, now, jurisdiction, mobile, template, values, Optional.of(life));
    }

    private static void sms(
            EntityManager em,
            Instant now,
            String jurisdiction,
            String mobile,
            SmsTemplate template,
            Map<String, String> values,
            Optional<Duration> life) {
        SmsPayload payload = new SmsPayload(values, template.render(values));
        if (mobile.isBlank()) {
            return;
        }
        String id = Ids.next();
        put(
                em,
                now,
                id,
                new NewMessage(
                        Medium.SMS,
                        id,
                        "SMS",
                        "",
                        jurisdiction,
                        mobile,
                        template.id(),
                        template.title(),
                        Json.write(payload),
                        null,
                        life));
    }

    /** Pushes a payload into a channel of a jurisdiction, unless one with its key has been pushed. */
    public static <P extends Record> void push(
            EntityManager em, Instant now, String jurisdiction, String caseId, Channel<P> channel, P payload) {
        String lane = jurisdiction + "/" + channel.id();
        String clientMsgId = lane + "/" + shortened(channel.once().apply(payload));
        put(
                em,
                now,
                Ids.next(),
                new NewMessage(
                        Medium.AGENCY,
                        clientMsgId,
                        lane,
                        shortened(channel.order().apply(payload)),
                        jurisdiction,
                        channel.id(),
                        channel.id(),
                        channel.title(),
                        RecordJson.write(payload),
                        caseId,
                        Optional.empty()));
    }

    /** Keys are compared and never read: a long one is as good as its hash. */
    private static String shortened(String key) {
        return key.length() <= LONGEST_KEY ? key : Hashes.sha256(key);
    }

    private static void put(EntityManager em, Instant now, String id, NewMessage message) {
        if (!message.clientMsgId().equals(id) && isKnown(em, message.clientMsgId())) {
            return;
        }
        em.persist(new OutboxEntity(
                id,
                message.clientMsgId(),
                message.medium().name(),
                message.lane(),
                message.orderKey(),
                message.jurisdiction(),
                message.target(),
                message.template(),
                message.title(),
                message.payload(),
                message.caseId(),
                Delivery.NEW.name(),
                now,
                AT_ONCE,
                message.life().map(Instant.now()::plus).orElse(null),
                ""));
        Signal.OUTBOX.onCommit(em);
    }

    private static boolean isKnown(EntityManager em, String clientMsgId) {
        return em.createQuery(
                                "select count(m) from OutboxEntity m where m.channel = 'AGENCY' and m.clientMsgId = :id",
                                Long.class)
                        .setParameter("id", clientMsgId)
                        .getSingleResult()
                > 0;
    }
}
