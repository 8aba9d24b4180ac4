package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last number given of a sequence. */
@Entity
@Table(name = "ZJ_SEQUENCE")
public class SequenceEntity {
    @Id
    @Column(name = "ID", length = 150)
    private String id;

    @Column(name = "LAST_NUMBER")
    private long lastNumber;

    protected SequenceEntity() {}

    public SequenceEntity(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public long lastNumber() {
        return lastNumber;
    }

    public void lastNumber(long value) {
        lastNumber = value;
    }
}
