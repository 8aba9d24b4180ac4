package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;

/** The first answer to a keyed write. */
@Entity
@Table(name = "ZJ_IDEMPOTENCY")
public class IdempotencyEntity {
    /** Short hash of the account and the key. */
    @Id
    @Column(name = "ID", length = 22)
    private String id;

    @Column(name = "COMMAND_HASH", length = 22)
    private String commandHash;

    @Lob
    @Column(name = "ANSWER")
    private String answer;

    @Column(name = "HAPPENED_AT")
    private Long at;

    protected IdempotencyEntity() {}

    public IdempotencyEntity(String id, String commandHash, String answer, Instant at) {
        this.id = id;
        this.commandHash = commandHash;
        this.answer = answer;
        this.at = Millis.of(at);
    }

    public String id() {
        return id;
    }

    public String commandHash() {
        return commandHash;
    }

    public String answer() {
        return answer;
    }

    public Instant at() {
        return Millis.instant(at);
    }
}
