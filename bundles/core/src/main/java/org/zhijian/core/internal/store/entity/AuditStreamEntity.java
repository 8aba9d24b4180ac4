package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The head of a log that belongs to no case and no account: what the system itself does, or nobody known tries. */
@Entity
@Table(name = "ZJ_AUDIT_STREAM")
public class AuditStreamEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "EVENT_SEQ")
    private int eventSeq;

    @Column(name = "EVENT_HASH", length = 64)
    private String eventHash;

    protected AuditStreamEntity() {}

    public AuditStreamEntity(String id) {
        this.id = id;
        this.eventHash = "";
    }

    public String id() {
        return id;
    }

    public int eventSeq() {
        return eventSeq;
    }

    public void eventSeq(int value) {
        eventSeq = value;
    }

    public String eventHash() {
        return eventHash;
    }

    public void eventHash(String value) {
        eventHash = value;
    }
}
