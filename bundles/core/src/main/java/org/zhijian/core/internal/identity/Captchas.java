package org.zhijian.core.internal.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.identity.Captcha;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.store.Transactions;

/** Pictures to be read: four characters, once, within 180 seconds (AUTH-01). Thread-safe. */
final class Captchas {
    private static final int LENGTH = 4;
    private static final Duration LIFETIME = Duration.ofSeconds(180);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Transactions transactions;
    private final Time time;

    Captchas(Transactions transactions, Time time) {
        this.transactions = transactions;
        this.time = time;
    }

    Captcha draw() {
        String signs = CaptchaPicture.SIGNS;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(signs.charAt(RANDOM.nextInt(signs.length())));
        }
        return keep(text.toString());
    }

    /** A picture of this text. */
    Captcha keep(String text) {
        String id = Tokens.random();
        transactions.run(
                em -> new Challenges(em, time.now()).put(Challenges.Kind.CAPTCHA, id, "", hash(id, text), LIFETIME));
        return new Captcha(id, CaptchaPicture.png(text, RANDOM), LIFETIME);
    }

    /** Passes right answers, each once. @throws Refusal 422 for all others, and where one is missing that is needed */
    void require(Captcha.Answer answer, boolean needed) {
        if (!answer.isGiven()) {
            if (needed) {
                throw refused("请输入验证码");
            }
            return;
        }
        boolean right = transactions.write(em -> new Challenges(em, time.now())
                .take(Challenges.Kind.CAPTCHA, answer.id())
                .filter(asked ->
                        asked.answer().equals(hash(answer.id(), answer.text().strip())))
                .isPresent());
        if (!right) {
            throw refused("验证码错误或已过期");
        }
    }

    private static String hash(String id, String text) {
        return Hashes.sha256(id + "\n" + text.toUpperCase(Locale.ROOT));
    }

    private static Refusal refused(String sentence) {
        Violation violation = Violation.of("captcha", "AUTH-01", sentence);
        return new Refusal(Refusal.Kind.INVALID, "CAPTCHA", sentence, java.util.List.of(violation));
    }
}
