package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** How often an address has tried to register since a moment. */
@Entity
@Table(name = "ZJ_REGISTRATION_TRY")
public class RegistrationTryEntity {
    @Id
    @Column(name = "ID", length = 64)
    private String id;

    @Column(name = "FIRST_AT")
    private Long firstAt;

    @Column(name = "TRIES")
    private int tries;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected RegistrationTryEntity() {}

    public RegistrationTryEntity(String id, Instant firstAt) {
        this.id = id;
        this.firstAt = Millis.of(firstAt);
    }

    public String id() {
        return id;
    }

    public Instant firstAt() {
        return Millis.instant(firstAt);
    }

    public int tries() {
        return tries;
    }

    /** Counts from this moment on. */
    public void beginAt(Instant at) {
        firstAt = Millis.of(at);
        tries = 0;
    }

    public void countOne() {
        tries++;
    }

    public int version() {
        return version;
    }
}
