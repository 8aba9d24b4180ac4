package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A message in the desk of an office, an organisation or a person. */
@Entity
@Table(name = "ZJ_NOTICE")
public class NoticeEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "SEAT", length = 100)
    private String seat;

    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Column(name = "KIND", length = 40)
    private String kind;

    @Column(name = "TITLE", length = 200)
    private String title;

    @Column(name = "BODY", length = 2000)
    private String body;

    @Column(name = "CASE_ID", length = 36)
    private String caseId;

    @Column(name = "SENT_AT")
    private Long sentAt;

    @Column(name = "LAID_AT")
    private Long laidAt;

    protected NoticeEntity() {}

    public NoticeEntity(
            String id,
            String seat,
            String jurisdiction,
            String kind,
            String title,
            String body,
            String caseId,
            Instant sentAt,
            Instant laidAt) {
        this.id = id;
        this.seat = seat;
        this.jurisdiction = jurisdiction;
        this.kind = kind;
        this.title = title;
        this.body = body;
        this.caseId = caseId;
        this.sentAt = Millis.of(sentAt);
        this.laidAt = Millis.of(laidAt);
    }

    public String id() {
        return id;
    }

    public String seat() {
        return seat;
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

    public Instant sentAt() {
        return Millis.instant(sentAt);
    }

    /** When it came into the desk, by the clock of the machine. */
    public Instant laidAt() {
        return Millis.instant(laidAt);
    }
}
