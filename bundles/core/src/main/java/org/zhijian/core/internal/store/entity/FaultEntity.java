package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How often code of a module failed on a node within some seconds. */
@Entity
@Table(name = "ZJ_FAULT")
public class FaultEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Column(name = "FAULTS")
    private int faults;

    @Column(name = "HAPPENED_AT")
    private Long at;

    protected FaultEntity() {}

    public FaultEntity(String id, String jurisdiction, int faults, Instant at) {
        this.id = id;
        this.jurisdiction = jurisdiction;
        this.faults = faults;
        this.at = Millis.of(at);
    }

    public String id() {
        return id;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public int faults() {
        return faults;
    }

    public Instant at() {
        return Millis.instant(at);
    }
}
