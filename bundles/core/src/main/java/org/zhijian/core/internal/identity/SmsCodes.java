package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.zhijian.api.notice.SmsTemplate;
import org.zhijian.core.internal.outbox.Outbox;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.SmsCodeEntity;

/**
 * Codes sent to mobile numbers through the outbox (AUTH-02): six digits, 300 seconds, once, for one account and number and purpose, five tries; the next after a
 * minute, ten a day. As one transaction sees them. Not thread-safe.
 */
final class SmsCodes {
    private static final Duration LIFETIME = Duration.ofSeconds(300);
    private static final Duration PAUSE = Duration.ofSeconds(60);
    private static final int A_DAY = 10;
    private static final int TRIES = 5;
    private static final int CODES = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What a code is good for. */
    enum Purpose {
        SIGN_IN("SIGN_IN_CODE", "登录动态密码", "您的动态密码为{code}，5分钟内有效，请勿告知他人。"),
        OLD_MOBILE("OLD_MOBILE_CODE", "变更手机验证码", "您正在变更手机号码，验证码为{code}，5分钟内有效，请勿告知他人。"),
        NEW_MOBILE("NEW_MOBILE_CODE", "登记新手机验证码", "您正在登记新的手机号码，验证码为{code}，5分钟内有效，请勿告知他人。");

        private final SmsTemplate template;

        Purpose(String id, String title, String text) {
            template = new SmsTemplate(id, title, text);
        }
    }

    /** What comes of a try. */
    enum Outcome {
        RIGHT,
        WRONG,
        /** It would have been right; whoever does not know it is told that it is wrong. */
        EXPIRED
    }

    private final EntityManager em;
    private final Time time;

    SmsCodes(EntityManager em, Time time) {
        this.em = em;
        this.time = time;
    }

    /** False if the last one was sent a moment ago, or too many today: then nothing is sent. */
    boolean send(Purpose purpose, AccountEntity account, String mobile) {
        Instant now = time.now();
        LocalDate today = time.today();
        String id = id(purpose, account.id());
        SmsCodeEntity entity = em.find(SmsCodeEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (entity == null) {
            entity = new SmsCodeEntity(id);
            entity.sentOn(today);
            em.persist(entity);
        } else if (entity.sentAt().plus(PAUSE).isAfter(now)) {
            return false;
        }
        int before = entity.sentOn().equals(today) ? entity.sentToday() : 0;
        if (before >= A_DAY) {
            return false;
        }
        String code = "%06d".formatted(RANDOM.nextInt(CODES));
        entity.mobile(mobile);
        entity.codeHash(hash(id, mobile, code));
        entity.sentAt(now);
        entity.expiresAt(now.plus(LIFETIME));
        entity.tries(0);
        entity.sentOn(today);
        entity.sentToday(before + 1);
        Outbox.passingSms(em, now, account.portal(), mobile, purpose.template, Map.of("code", code), LIFETIME);
        return true;
    }

    /** Counts the try, whatever comes of it; so the transaction must be committed. The right code is used up. */
    Outcome check(Purpose purpose, String accountId, String mobile, String code) {
        String id = id(purpose, accountId);
        // Counted before it is looked at: of many tries at the same moment no more than five are.
        int counted = em.createQuery("update SmsCodeEntity c set c.tries = c.tries + 1"
                        + " where c.id = :id and c.tries < :tries and c.codeHash <> ''")
                .setParameter("id", id)
                .setParameter("tries", TRIES)
                .executeUpdate();
        if (counted == 0) {
            return Outcome.WRONG;
        }
        SmsCodeEntity entity = em.find(SmsCodeEntity.class, id);
        if (!entity.codeHash().equals(hash(id, mobile, code))) {
            return Outcome.WRONG;
        }
        if (!entity.expiresAt().isAfter(time.now())) {
            return Outcome.EXPIRED;
        }
        entity.codeHash("");
        return Outcome.RIGHT;
    }

    private static String id(Purpose purpose, String accountId) {
        return purpose + ":" + accountId;
    }

    private static String hash(String id, String mobile, String code) {
        return Hashes.sha256(id + "\n" + mobile + "\n" + code);
    }
}
