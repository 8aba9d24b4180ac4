package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** An opinion on a case that an officer asked another for. */
@Entity
@Table(name = "ZJ_CO_REVIEW")
public class CoReviewEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Column(name = "CASE_ID", length = 36)
    private String caseId;

    @Column(name = "TASK_ID", length = 36)
    private String taskId;

    @Column(name = "STEP", length = 60)
    private String step;

    @Column(name = "ASKED_BY", length = 200)
    private String askedBy;

    @Column(name = "ASKED_AT")
    private Long askedAt;

    @Column(name = "QUESTION", length = 2000)
    private String question;

    @Column(name = "BLOCKING")
    private boolean blocking;

    @Column(name = "ACCOUNT_ID", length = 36)
    private String accountId;

    @Column(name = "REVIEWER", length = 200)
    private String reviewer;

    @Column(name = "OPINION", length = 2000)
    private String opinion;

    @Column(name = "GIVEN_AT")
    private Long givenAt;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected CoReviewEntity() {}

    public CoReviewEntity(
            String id,
            TaskEntity task,
            String askedBy,
            Instant askedAt,
            String question,
            boolean blocking,
            String accountId,
            String reviewer) {
        this.id = id;
        this.jurisdiction = task.jurisdiction();
        this.caseId = task.caseId();
        this.taskId = task.id();
        this.step = task.step();
        this.askedBy = askedBy;
        this.askedAt = Millis.of(askedAt);
        this.question = question;
        this.blocking = blocking;
        this.accountId = accountId;
        this.reviewer = reviewer;
        this.opinion = "";
    }

    public String id() {
        return id;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String caseId() {
        return caseId;
    }

    public String taskId() {
        return taskId;
    }

    public String step() {
        return step;
    }

    public void step(String value) {
        step = value;
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return Millis.instant(askedAt);
    }

    public String question() {
        return question;
    }

    public boolean blocking() {
        return blocking;
    }

    public String accountId() {
        return accountId;
    }

    public String reviewer() {
        return reviewer;
    }

    public String opinion() {
        return opinion;
    }

    public Instant givenAt() {
        return Millis.instant(givenAt);
    }

    public void give(String value, Instant at) {
        opinion = value;
        givenAt = Millis.of(at);
    }
}
