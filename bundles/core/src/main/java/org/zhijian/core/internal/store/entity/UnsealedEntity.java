package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** That no checkpoint covers an entry of a log yet; written with the entry, removed by the checkpoint. */
@Entity
@Table(name = "ZJ_UNSEALED")
@IdClass(EventEntity.Key.class)
public class UnsealedEntity {
    @Id
    @Column(name = "STREAM", length = 36)
    private String stream;

    @Id
    @Column(name = "SEQ")
    private int seq;

    @Column(name = "HASH", length = 64)
    private String hash;

    protected UnsealedEntity() {}

    public UnsealedEntity(String stream, int seq, String hash) {
        this.stream = stream;
        this.seq = seq;
        this.hash = hash;
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
}
