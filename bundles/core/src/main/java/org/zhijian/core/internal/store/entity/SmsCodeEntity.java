package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** The last code sent to an account for a purpose, and how many have been sent today. */
@Entity
@Table(name = "ZJ_SMS_CODE")
public class SmsCodeEntity {
    /** Purpose and account. */
    @Id
    @Column(name = "ID", length = 60)
    private String id;

    @Column(name = "MOBILE", length = 20)
    private String mobile;

    /** Blank once the code has been used. */
    @Column(name = "CODE_HASH", length = 64)
    private String codeHash;

    @Column(name = "SENT_AT")
    private Long sentAt;

    @Column(name = "EXPIRES_AT")
    private Long expiresAt;

    @Column(name = "TRIES")
    private int tries;

    @Column(name = "SENT_ON")
    private LocalDate sentOn;

    @Column(name = "SENT_TODAY")
    private int sentToday;

    protected SmsCodeEntity() {}

    public SmsCodeEntity(String id) {
        this.id = id;
        this.mobile = "";
        this.codeHash = "";
    }

    public String id() {
        return id;
    }

    public String mobile() {
        return mobile;
    }

    public void mobile(String value) {
        mobile = value;
    }

    public String codeHash() {
        return codeHash;
    }

    public void codeHash(String value) {
        codeHash = value;
    }

    public Instant sentAt() {
        return Millis.instant(sentAt);
    }

    public void sentAt(Instant value) {
        sentAt = Millis.of(value);
    }

    public Instant expiresAt() {
        return Millis.instant(expiresAt);
    }

    public void expiresAt(Instant value) {
        expiresAt = Millis.of(value);
    }

    public int tries() {
        return tries;
    }

    public void tries(int value) {
        tries = value;
    }

    public LocalDate sentOn() {
        return sentOn;
    }

    public void sentOn(LocalDate value) {
        sentOn = value;
    }

    public int sentToday() {
        return sentToday;
    }

    public void sentToday(int value) {
        sentToday = value;
    }
}
