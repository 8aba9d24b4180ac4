package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;

/** A definition that a case or record may refer to, under its content hash. */
@Entity
@Table(name = "ZJ_DEFINITION")
public class DefinitionEntity {
    @Id
    @Column(name = "HASH", length = 64)
    private String hash;

    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Column(name = "KIND", length = 20)
    private String kind;

    @Column(name = "NAME", length = 60)
    private String name;

    @Column(name = "MODULE_VERSION", length = 60)
    private String moduleVersion;

    @Lob
    @Column(name = "BODY")
    private String body;

    @Column(name = "FIRST_SEEN")
    private Long firstSeen;

    protected DefinitionEntity() {}

    public DefinitionEntity(
            String hash,
            String jurisdiction,
            String kind,
            String name,
            String moduleVersion,
            String body,
            Instant firstSeen) {
        this.hash = hash;
        this.jurisdiction = jurisdiction;
        this.kind = kind;
        this.name = name;
        this.moduleVersion = moduleVersion;
        this.body = body;
        this.firstSeen = Millis.of(firstSeen);
    }

    public String hash() {
        return hash;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public String moduleVersion() {
        return moduleVersion;
    }

    public String body() {
        return body;
    }

    public Instant firstSeen() {
        return Millis.instant(firstSeen);
    }
}
