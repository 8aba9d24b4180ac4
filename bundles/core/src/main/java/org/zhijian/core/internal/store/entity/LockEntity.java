package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row to be locked before anything is decided about a subject. */
@Entity
@Table(name = "ZJ_LOCK")
public class LockEntity {
    @Id
    @Column(name = "ID", length = 200)
    private String id;

    protected LockEntity() {}

    public LockEntity(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
