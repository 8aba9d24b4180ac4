package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** Failed sign-ins of one account from one address. */
@Entity
@Table(name = "ZJ_SIGN_IN_FAILURE")
public class SignInFailureEntity {
    @Id
    @Column(name = "ID", length = 150)
    private String id;

    @Column(name = "FAILURES")
    private int failures;

    @Column(name = "FIRST_AT")
    private Long firstAt;

    @Column(name = "LOCKED_UNTIL")
    private Long lockedUntil;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected SignInFailureEntity() {}

    public SignInFailureEntity(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public int failures() {
        return failures;
    }

    public void failures(int value) {
        failures = value;
    }

    public Instant firstAt() {
        return Millis.instant(firstAt);
    }

    public void firstAt(Instant value) {
        firstAt = Millis.of(value);
    }

    public Instant lockedUntil() {
        return Millis.instant(lockedUntil);
    }

    public void lockedUntil(Instant value) {
        lockedUntil = Millis.of(value);
    }

    public int version() {
        return version;
    }
}
