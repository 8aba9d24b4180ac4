package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** An entry that a checkpoint covers by name, and through its hash all entries of its stream before it. */
@Entity
@Table(name = "ZJ_SEALED")
@IdClass(EventEntity.Key.class)
public class SealedEntity {
    @Id
    @Column(name = "STREAM", length = 36)
    private String stream;

    @Id
    @Column(name = "SEQ")
    private int seq;

    @Column(name = "HASH", length = 64)
    private String hash;

    @Column(name = "CHECKPOINT_NUMBER")
    private int checkpoint;

    protected SealedEntity() {}

    public SealedEntity(String stream, int seq, String hash, int checkpoint) {
        this.stream = stream;
        this.seq = seq;
        this.hash = hash;
        this.checkpoint = checkpoint;
    }

    public String stream() {
        return stream;
    }

    public int seq() {
        return seq;
    }

    public String hash() {
        return hash;
    }

    public int checkpoint() {
        return checkpoint;
    }
}
