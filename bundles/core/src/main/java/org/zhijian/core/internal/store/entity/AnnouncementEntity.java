package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;

/** A published announcement. */
@Entity
@Table(name = "ZJ_ANNOUNCEMENT")
public class AnnouncementEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Column(name = "KIND", length = 40)
    private String kind;

    @Column(name = "TITLE", length = 200)
    private String title;

    @Lob
    @Column(name = "BODY")
    private String body;

    @Column(name = "CASE_ID", length = 36)
    private String caseId;

    @Column(name = "PUBLISHED_AT")
    private Long publishedAt;

    protected AnnouncementEntity() {}

    public AnnouncementEntity(
            String id,
            String jurisdiction,
            String kind,
            String title,
            String body,
            String caseId,
            Instant publishedAt) {
        this.id = id;
        this.jurisdiction = jurisdiction;
        this.kind = kind;
        this.title = title;
        this.body = body;
        this.caseId = caseId;
        this.publishedAt = Millis.of(publishedAt);
    }

    public String id() {
        return id;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public String body() {
        return body;
    }

    public String caseId() {
        return caseId;
    }

    public Instant publishedAt() {
        return Millis.instant(publishedAt);
    }
}
