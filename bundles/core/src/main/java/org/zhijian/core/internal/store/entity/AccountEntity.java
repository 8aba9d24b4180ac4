package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** An account. */
@Entity
@Table(name = "ZJ_ACCOUNT")
public class AccountEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    /** The jurisdiction at whose portal it signs in; * for the operator and agencies. */
    @Column(name = "PORTAL", length = 60)
    private String portal;

    @Column(name = "LOGIN_NAME", length = 60)
    private String loginName;

    @Column(name = "KIND", length = 20)
    private String kind;

    @Column(name = "DISPLAY_NAME", length = 200)
    private String displayName;

    @Column(name = "ORGANISATION_ID", length = 36)
    private String organisationId;

    @Column(name = "PERSON_ID", length = 36)
    private String personId;

    /** The natural person who may choose this account as a role; blank if nobody but its owner may use it. */
    @Column(name = "HOLDER_ID", length = 36)
    private String holderId = "";

    /** Ids of offices, separated by commas. */
    @Column(name = "OFFICES", length = 500)
    private String offices;

    @Column(name = "PASSWORD_HASH", length = 300)
    private String passwordHash;

    /** Hashes of the passwords before this one that may not be used again, separated by blanks, the last one first. */
    @Column(name = "PASSWORD_HISTORY", length = 600)
    private String passwordHistory;

    @Column(name = "MUST_CHANGE_PASSWORD")
    private boolean mustChangePassword;

    @Column(name = "STATUS", length = 20)
    private String status;

    @Column(name = "MOBILE", length = 20)
    private String mobile;

    /** Code of the organisation type that signs in with it, blank if it serves all of them. */
    @Column(name = "ORGANISATION_TYPE", length = 60)
    private String organisationType;

    /** Identity number of the person who registered it; blank if not asked for. */
    @Column(name = "REGISTRANT", length = 40)
    private String registrant = "";

    @Column(name = "CREATED_AT")
    private Long createdAt;

    @Column(name = "EVENT_SEQ")
    private int eventSeq;

    @Column(name = "EVENT_HASH", length = 64)
    private String eventHash;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected AccountEntity() {}

    public AccountEntity(
            String id,
            String portal,
            String loginName,
            String kind,
            String organisationId,
            String personId,
            Instant createdAt) {
        this.id = id;
        this.portal = portal;
        this.loginName = loginName;
        this.kind = kind;
        this.organisationId = organisationId;
        this.personId = personId;
        this.createdAt = Millis.of(createdAt);
    }

    public String id() {
        return id;
    }

    public String portal() {
        return portal;
    }

    public String loginName() {
        return loginName;
    }

    public String kind() {
        return kind;
    }

    public String displayName() {
        return displayName;
    }

    public void displayName(String value) {
        displayName = value;
    }

    public String organisationId() {
        return organisationId;
    }

    public String personId() {
        return personId;
    }

    public String holderId() {
        return holderId;
    }

    public void holderId(String value) {
        holderId = value;
    }

    public String offices() {
        return offices;
    }

    public void offices(String value) {
        offices = value;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public void passwordHash(String value) {
        passwordHash = value;
    }

    public String passwordHistory() {
        return passwordHistory;
    }

    public void passwordHistory(String value) {
        passwordHistory = value;
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    public void mustChangePassword(boolean value) {
        mustChangePassword = value;
    }

    public String status() {
        return status;
    }

    public void status(String value) {
        status = value;
    }

    public String mobile() {
        return mobile;
    }

    public void mobile(String value) {
        mobile = value;
    }

    public String registrant() {
        return registrant;
    }

    public void registrant(String value) {
        registrant = value;
    }

    public String organisationType() {
        return organisationType;
    }

    public void organisationType(String value) {
        organisationType = value;
    }

    public Instant createdAt() {
        return Millis.instant(createdAt);
    }

    public int eventSeq() {
        return eventSeq;
    }

    public void eventSeq(int value) {
        eventSeq = value;
    }

    public String eventHash() {
        return eventHash;
    }

    public void eventHash(String value) {
        eventHash = value;
    }

    public int version() {
        return version;
    }
}
