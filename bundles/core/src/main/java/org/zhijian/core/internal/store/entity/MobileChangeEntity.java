package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A change of a mobile number that waits for an office, or has been decided. */
@Entity
@Table(name = "ZJ_MOBILE_CHANGE")
public class MobileChangeEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "ACCOUNT_ID", length = 36)
    private String accountId;

    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Column(name = "OLD_MOBILE", length = 20)
    private String oldMobile;

    @Column(name = "NEW_MOBILE", length = 20)
    private String newMobile;

    /** PENDING, APPROVED or RETURNED. */
    @Column(name = "STATE", length = 10)
    private String state;

    @Column(name = "REQUESTED_AT")
    private Long requestedAt;

    @Column(name = "DECIDED_AT")
    private Long decidedAt;

    @Column(name = "DECIDED_BY", length = 36)
    private String decidedBy;

    @Column(name = "OPINION", length = 500)
    private String opinion;

    protected MobileChangeEntity() {}

    public MobileChangeEntity(
            String id,
            String accountId,
            String jurisdiction,
            String oldMobile,
            String newMobile,
            String state,
            Instant requestedAt) {
        this.id = id;
        this.accountId = accountId;
        this.jurisdiction = jurisdiction;
        this.oldMobile = oldMobile;
        this.newMobile = newMobile;
        this.state = state;
        this.requestedAt = Millis.of(requestedAt);
        this.decidedBy = "";
        this.opinion = "";
    }

    public String id() {
        return id;
    }

    public String accountId() {
        return accountId;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String oldMobile() {
        return oldMobile;
    }

    public String newMobile() {
        return newMobile;
    }

    public String state() {
        return state;
    }

    public void state(String value) {
        state = value;
    }

    public Instant requestedAt() {
        return Millis.instant(requestedAt);
    }

    public Instant decidedAt() {
        return Millis.instant(decidedAt);
    }

    public void decidedAt(Instant value) {
        decidedAt = Millis.of(value);
    }

    public String decidedBy() {
        return decidedBy;
    }

    public void decidedBy(String value) {
        decidedBy = value;
    }

    public String opinion() {
        return opinion;
    }

    public void opinion(String value) {
        opinion = value;
    }
}
