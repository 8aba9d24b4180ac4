package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A lock and the account that it belongs to. */
@Entity
@Table(name = "ZJ_USB_KEY")
public class UsbKeyEntity {
    @Id
    @Column(name = "SERIAL", length = 60)
    private String serial;

    @Column(name = "ACCOUNT_ID", length = 36)
    private String accountId;

    /** BOUND or LOST. */
    @Column(name = "STATE", length = 10)
    private String state;

    @Column(name = "CHANGED_AT")
    private Long changedAt;

    protected UsbKeyEntity() {}

    public UsbKeyEntity(String serial, String accountId, String state, Instant changedAt) {
        this.serial = serial;
        this.accountId = accountId;
        this.state = state;
        this.changedAt = Millis.of(changedAt);
    }

    public String serial() {
        return serial;
    }

    public String accountId() {
        return accountId;
    }

    public void accountId(String value) {
        accountId = value;
    }

    public String state() {
        return state;
    }

    public void state(String value) {
        state = value;
    }

    public Instant changedAt() {
        return Millis.instant(changedAt);
    }

    public void changedAt(Instant value) {
        changedAt = Millis.of(value);
    }
}
