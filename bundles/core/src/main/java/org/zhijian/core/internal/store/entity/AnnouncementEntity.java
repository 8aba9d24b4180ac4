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

    @Column(name = "CATEGORY", length = 10)
    private String category;

    @Column(name = "PUBLISHER", length = 60)
    private String publisher;

    @Column(name = "CHANGED_AT")
    private Long changedAt;

    @Column(name = "WITHDRAWN_AT")
    private Long withdrawnAt;

    @Column(name = "WITHDRAWAL", length = 500)
    private String withdrawal = "";

    protected AnnouncementEntity() {}

    public AnnouncementEntity(
            String id,
            String jurisdiction,
            String kind,
            String title,
            String body,
            String caseId,
            String category,
            String publisher,
            Instant publishedAt) {
        this.id = id;
        this.jurisdiction = jurisdiction;
        this.kind = kind;
        this.title = title;
        this.body = body;
        this.caseId = caseId;
        this.category = category;
        this.publisher = publisher;
        this.publishedAt = Millis.of(publishedAt);
        this.changedAt = this.publishedAt;
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

    public String category() {
        return category;
    }

    /** The office that published it, blank if it was published by a decision of no office. */
    public String publisher() {
        return publisher;
    }

    public Instant changedAt() {
        return Millis.instant(changedAt);
    }

    /** Null while it stands. */
    public Instant withdrawnAt() {
        return Millis.instant(withdrawnAt);
    }

    public String withdrawal() {
        return withdrawal;
    }

    public void withdraw(Instant at, String reason) {
        withdrawnAt = Millis.of(at);
        changedAt = withdrawnAt;
        withdrawal = reason;
    }
}
