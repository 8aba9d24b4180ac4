package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a jurisdiction showed when it was last taken in, for the time when its module does not run. */
@Entity
@Table(name = "ZJ_MODULE")
public class ModuleEntity {
    @Id
    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Column(name = "MODULE_VERSION", length = 60)
    private String version;

    @Lob
    @Column(name = "BODY")
    private String body;

    @Column(name = "SEEN_AT")
    private Long seenAt;

    protected ModuleEntity() {}

    public ModuleEntity(String jurisdiction) {
        this.jurisdiction = jurisdiction;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String version() {
        return version;
    }

    /** The descriptor as JSON. */
    public String body() {
        return body;
    }

    public void seen(String moduleVersion, String descriptor, Instant now) {
        version = moduleVersion;
        body = descriptor;
        seenAt = now.toEpochMilli();
    }
}
