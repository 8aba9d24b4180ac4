package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A message on its way out of the system. */
@Entity
@Table(name = "ZJ_OUTBOX")
public class OutboxEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "SEQ", insertable = false, updatable = false)
    private Long seq;

    @Column(name = "CLIENT_MSG_ID", length = 250)
    private String clientMsgId;

    @Column(name = "CHANNEL", length = 10)
    private String channel;

    @Column(name = "LANE", length = 130)
    private String lane;

    @Column(name = "ORDER_KEY", length = 200)
    private String orderKey;

    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Column(name = "TARGET", length = 200)
    private String target;

    @Column(name = "TEMPLATE", length = 60)
    private String template;

    @Column(name = "TITLE", length = 100)
    private String title;

    @Lob
    @Column(name = "PAYLOAD")
    private String payload;

    @Column(name = "CASE_ID", length = 36)
    private String caseId;

    @Column(name = "STATE", length = 10)
    private String state;

    @Column(name = "TRIES")
    private int tries;

    @Column(name = "CREATED_AT")
    private Long createdAt;

    @Column(name = "FIRST_TRY_AT")
    private Long firstTryAt;

    @Column(name = "DUE_AT")
    private Long dueAt;

    @Column(name = "EXPIRES_AT")
    private Long expiresAt;

    @Column(name = "ENDED_AT")
    private Long endedAt;

    @Column(name = "GIVEN_UP")
    private boolean givenUp;

    @Column(name = "REASON", length = 500)
    private String reason;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected OutboxEntity() {}

    public OutboxEntity(
            String id,
            String clientMsgId,
            String channel,
            String lane,
            String orderKey,
            String jurisdiction,
            String target,
            String template,
            String title,
            String payload,
            String caseId,
            String state,
            Instant createdAt,
            Instant dueAt,
            Instant expiresAt,
            String reason) {
        this.id = id;
        this.clientMsgId = clientMsgId;
        this.channel = channel;
        this.lane = lane;
        this.orderKey = orderKey;
        this.jurisdiction = jurisdiction;
        this.target = target;
        this.template = template;
        this.title = title;
        this.payload = payload;
        this.caseId = caseId;
        this.state = state;
        this.createdAt = Millis.of(createdAt);
        this.dueAt = Millis.of(dueAt);
        this.expiresAt = Millis.of(expiresAt);
        this.reason = reason;
    }

    public String id() {
        return id;
    }

    public Long seq() {
        return seq;
    }

    public String clientMsgId() {
        return clientMsgId;
    }

    public String channel() {
        return channel;
    }

    public String lane() {
        return lane;
    }

    public String orderKey() {
        return orderKey;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String target() {
        return target;
    }

    public String template() {
        return template;
    }

    public String title() {
        return title;
    }

    public String payload() {
        return payload;
    }

    public void payload(String value) {
        payload = value;
    }

    public String caseId() {
        return caseId;
    }

    public String state() {
        return state;
    }

    public void state(String value) {
        state = value;
    }

    public int tries() {
        return tries;
    }

    public void tries(int value) {
        tries = value;
    }

    public Instant createdAt() {
        return Millis.instant(createdAt);
    }

    public Instant firstTryAt() {
        return Millis.instant(firstTryAt);
    }

    public void firstTryAt(Instant value) {
        firstTryAt = Millis.of(value);
    }

    public Instant dueAt() {
        return Millis.instant(dueAt);
    }

    public void dueAt(Instant value) {
        dueAt = Millis.of(value);
    }

    public Instant expiresAt() {
        return Millis.instant(expiresAt);
    }

    public Instant endedAt() {
        return Millis.instant(endedAt);
    }

    public void endedAt(Instant value) {
        endedAt = Millis.of(value);
    }

    public boolean givenUp() {
        return givenUp;
    }

    public void givenUp(boolean value) {
        givenUp = value;
    }

    public String reason() {
        return reason;
    }

    public void reason(String value) {
        reason = value;
    }
}
