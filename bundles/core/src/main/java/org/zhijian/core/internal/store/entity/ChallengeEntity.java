package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What has been asked and is answered once at most: a captcha, a nonce to be signed, a proof that is to be shown again. */
@Entity
@Table(name = "ZJ_CHALLENGE")
public class ChallengeEntity {
    /** Random: whoever knows it was given it. */
    @Id
    @Column(name = "ID", length = 64)
    private String id;

    @Column(name = "KIND", length = 20)
    private String kind;

    /** Whom or what it is about; may be blank. */
    @Column(name = "SUBJECT", length = 100)
    private String subject;

    /** Hash of the right answer; blank if there is nothing to answer. */
    @Column(name = "ANSWER", length = 64)
    private String answer;

    @Column(name = "EXPIRES_AT")
    private Long expiresAt;

    protected ChallengeEntity() {}

    public ChallengeEntity(String id, String kind, String subject, String answer, Instant expiresAt) {
        this.id = id;
        this.kind = kind;
        this.subject = subject;
        this.answer = answer;
        this.expiresAt = Millis.of(expiresAt);
    }

    public String id() {
        return id;
    }

    public String kind() {
        return kind;
    }

    public String subject() {
        return subject;
    }

    public String answer() {
        return answer;
    }

    public Instant expiresAt() {
        return Millis.instant(expiresAt);
    }
}
