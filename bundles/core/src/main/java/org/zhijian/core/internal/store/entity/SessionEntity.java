package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A sign-in, under the SHA-256 of its token. */
@Entity
@Table(name = "ZJ_SESSION")
public class SessionEntity {
    @Id
    @Column(name = "TOKEN_HASH", length = 64)
    private String tokenHash;

    @Column(name = "ACCOUNT_ID", length = 36)
    private String accountId;

    @Column(name = "CREATED_AT")
    private Long createdAt;

    @Column(name = "LAST_USED_AT")
    private Long lastUsedAt;

    @Column(name = "EXPIRES_AT")
    private Long expiresAt;

    protected SessionEntity() {}

    public SessionEntity(String tokenHash, String accountId, Instant createdAt, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.accountId = accountId;
        this.createdAt = Millis.of(createdAt);
        this.expiresAt = Millis.of(expiresAt);
    }

    public String tokenHash() {
        return tokenHash;
    }

    public String accountId() {
        return accountId;
    }

    public Instant createdAt() {
        return Millis.instant(createdAt);
    }

    public Instant lastUsedAt() {
        return Millis.instant(lastUsedAt);
    }

    public void lastUsedAt(Instant value) {
        lastUsedAt = Millis.of(value);
    }

    public Instant expiresAt() {
        return Millis.instant(expiresAt);
    }
}
