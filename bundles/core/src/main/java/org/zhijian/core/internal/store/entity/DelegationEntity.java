package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** One account acts for another while that one is away. */
@Entity
@Table(name = "ZJ_DELEGATION")
public class DelegationEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Column(name = "FROM_ACCOUNT", length = 36)
    private String fromAccount;

    @Column(name = "FROM_NAME", length = 200)
    private String fromName;

    @Column(name = "TO_ACCOUNT", length = 36)
    private String toAccount;

    @Column(name = "TO_NAME", length = 200)
    private String toName;

    @Column(name = "FROM_DAY")
    private LocalDate fromDay;

    @Column(name = "TO_DAY")
    private LocalDate toDay;

    @Column(name = "CREATED_AT")
    private Long createdAt;

    @Column(name = "REVOKED_AT")
    private Long revokedAt;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected DelegationEntity() {}

    public DelegationEntity(
            String id,
            String jurisdiction,
            String fromAccount,
            String fromName,
            String toAccount,
            String toName,
            LocalDate fromDay,
            LocalDate toDay,
            Instant createdAt) {
        this.id = id;
        this.jurisdiction = jurisdiction;
        this.fromAccount = fromAccount;
        this.fromName = fromName;
        this.toAccount = toAccount;
        this.toName = toName;
        this.fromDay = fromDay;
        this.toDay = toDay;
        this.createdAt = Millis.of(createdAt);
    }

    public String id() {
        return id;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String fromAccount() {
        return fromAccount;
    }

    public String fromName() {
        return fromName;
    }

    public String toAccount() {
        return toAccount;
    }

    public String toName() {
        return toName;
    }

    public LocalDate fromDay() {
        return fromDay;
    }

    public LocalDate toDay() {
        return toDay;
    }

    public Instant createdAt() {
        return Millis.instant(createdAt);
    }

    public Instant revokedAt() {
        return Millis.instant(revokedAt);
    }

    public void revokedAt(Instant value) {
        revokedAt = Millis.of(value);
    }
}
