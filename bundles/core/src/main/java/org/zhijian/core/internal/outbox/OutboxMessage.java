package org.zhijian.core.internal.outbox;

import org.zhijian.core.internal.store.entity.OutboxEntity;

/** A message that this node has claimed, to be delivered now. */
public record OutboxMessage(
        String id,
        String clientMsgId,
        String jurisdiction,
        String target,
        String template,
        String payload,
        String caseId,
        int tries) {

    static OutboxMessage of(OutboxEntity entity) {
        return new OutboxMessage(
                entity.id(),
                entity.clientMsgId(),
                entity.jurisdiction(),
                entity.target(),
                entity.template(),
                entity.payload(),
                entity.caseId(),
                entity.tries());
    }
}
