package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A sealed checkpoint of the logs. */
@Entity
@Table(name = "ZJ_CHECKPOINT")
public class CheckpointEntity {
    @Id
    @Column(name = "NUMBER_")
    private int number;

    @Column(name = "SEALED_AT")
    private Long at;

    @Column(name = "STREAMS")
    private int streams;

    @Column(name = "DIGEST", length = 64)
    private String digest;

    @Column(name = "PREVIOUS", length = 64)
    private String previous;

    @Column(name = "KEY_ID", length = 64)
    private String keyId;

    @Column(name = "SEAL", length = 200)
    private String seal;

    protected CheckpointEntity() {}

    public CheckpointEntity(
            int number, Instant at, int streams, String digest, String previous, String keyId, String seal) {
        this.number = number;
        this.at = Millis.of(at);
        this.streams = streams;
        this.digest = digest;
        this.previous = previous;
        this.keyId = keyId;
        this.seal = seal;
    }

    public int number() {
        return number;
    }

    public Instant at() {
        return Millis.instant(at);
    }

    public int streams() {
        return streams;
    }

    public String digest() {
        return digest;
    }

    public String previous() {
        return previous;
    }

    public String keyId() {
        return keyId;
    }

    public String seal() {
        return seal;
    }
}
