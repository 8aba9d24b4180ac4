package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;

/** A verification of the audit, under way or done; whichever node carries it out, all of them can tell how far it is. */
@Entity
@Table(name = "ZJ_VERIFICATION")
public class VerificationEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "STARTED_AT")
    private Long startedAt;

    @Column(name = "STARTED_BY", length = 200)
    private String startedBy;

    @Column(name = "UPDATED_AT")
    private Long updatedAt;

    @Column(name = "STATE", length = 20)
    private String state;

    @Column(name = "CHECKPOINTS")
    private long checkpoints;

    @Column(name = "STREAMS")
    private long streams;

    @Column(name = "EVENTS")
    private long events;

    /** JSON. */
    @Lob
    @Column(name = "FINDINGS")
    private String findings;

    protected VerificationEntity() {}

    public VerificationEntity(String id, Instant startedAt, String startedBy, String state) {
        this.id = id;
        this.startedAt = Millis.of(startedAt);
        this.startedBy = startedBy;
        this.updatedAt = this.startedAt;
        this.state = state;
        this.findings = "[]";
    }

    public String id() {
        return id;
    }

    public Instant startedAt() {
        return Millis.instant(startedAt);
    }

    public String startedBy() {
        return startedBy;
    }

    public Instant updatedAt() {
        return Millis.instant(updatedAt);
    }

    public String state() {
        return state;
    }

    public long checkpoints() {
        return checkpoints;
    }

    public long streams() {
        return streams;
    }

    public long events() {
        return events;
    }

    public String findings() {
        return findings;
    }

    /** How far it is. */
    public void progress(Instant now, String state, long checkpoints, long streams, long events, String findings) {
        this.updatedAt = Millis.of(now);
        this.state = state;
        this.checkpoints = checkpoints;
        this.streams = streams;
        this.events = events;
        this.findings = findings;
    }
}
