package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A sign-in by a scanned code, from its showing to its end. */
@Entity
@Table(name = "ZJ_QR_SIGN_IN")
public class QrSignInEntity {
    @Id
    @Column(name = "ID", length = 64)
    private String id;

    @Column(name = "PORTAL", length = 60)
    private String portal;

    /** Hash of what the session that shows the code alone knows. */
    @Column(name = "SECRET_HASH", length = 64)
    private String secretHash;

    @Column(name = "STATE", length = 20)
    private String state;

    /** Who has scanned it, blank before. */
    @Column(name = "PERSON_ID", length = 36)
    private String personId;

    /** The role that was chosen, blank before. */
    @Column(name = "ACCOUNT_ID", length = 36)
    private String accountId;

    /** Hash of the ticket that opens the session, blank before it is handed out and once it has been used. */
    @Column(name = "TICKET_HASH", length = 64)
    private String ticketHash;

    @Column(name = "EXPIRES_AT")
    private Long expiresAt;

    protected QrSignInEntity() {}

    public QrSignInEntity(String id, String portal, String secretHash, String state, Instant expiresAt) {
        this.id = id;
        this.portal = portal;
        this.secretHash = secretHash;
        this.state = state;
        this.personId = "";
        this.accountId = "";
        this.ticketHash = "";
        this.expiresAt = Millis.of(expiresAt);
    }

    public String id() {
        return id;
    }

    public String portal() {
        return portal;
    }

    public String secretHash() {
        return secretHash;
    }

    public String state() {
        return state;
    }

    public void state(String value) {
        state = value;
    }

    public String personId() {
        return personId;
    }

    public void personId(String value) {
        personId = value;
    }

    public String accountId() {
        return accountId;
    }

    public void accountId(String value) {
        accountId = value;
    }

    public String ticketHash() {
        return ticketHash;
    }

    public void ticketHash(String value) {
        ticketHash = value;
    }

    public Instant expiresAt() {
        return Millis.instant(expiresAt);
    }

    public void expiresAt(Instant value) {
        expiresAt = Millis.of(value);
    }
}
