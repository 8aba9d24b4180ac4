package org.zhijian.core.internal.outbox;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.zhijian.core.notices.Medium;

/**
 * What is put into the outbox.
 *
 * @param clientMsgId its name for ever: a second message of that name is none
 * @param lane what is delivered by the same way, and does not hold up others
 * @param orderKey messages of a lane with the same key keep their order; blank for none
 * @param target whom it goes to, as the medium understands it
 * @param template by what the receiver knows it: a template or a channel
 * @param title what it is, for those who look after it
 * @param payload JSON
 * @param caseId the case that speaks, null for none
 * @param life how long it is worth sending, empty for ever; a message with a life is forgotten when it is sent
 */
public record NewMessage(
        Medium medium,
        String clientMsgId,
        String lane,
        String orderKey,
        String jurisdiction,
        String target,
        String template,
        String title,
        String payload,
        String caseId,
        Optional<Duration> life) {
    public NewMessage {
        Objects.requireNonNull(medium);
        Objects.requireNonNull(clientMsgId);
        Objects.requireNonNull(lane);
        Objects.requireNonNull(orderKey);
        Objects.requireNonNull(jurisdiction);
        Objects.requireNonNull(target);
        Objects.requireNonNull(template);
        Objects.requireNonNull(title);
        Objects.requireNonNull(payload);
        Objects.requireNonNull(life);
    }
}
