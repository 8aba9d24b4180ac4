package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A message that another system has pushed in. What it said when it came never changes. */
@Entity
@Table(name = "ZJ_RECEIPT")
public class ReceiptEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "SEQ", insertable = false, updatable = false)
    private Long seq;

    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Column(name = "INTAKE", length = 60)
    private String intake;

    @Column(name = "ACCOUNT_ID", length = 36)
    private String accountId;

    @Column(name = "CLIENT", length = 60)
    private String client;

    @Column(name = "KEY_HASH", length = 64)
    private String keyHash;

    @Column(name = "KEY_TEXT", length = 200)
    private String keyText;

    @Column(name = "MESSAGE_VERSION")
    private long messageVersion;

    @Column(name = "FREED_BY", length = 36)
    private String freedBy;

    @Column(name = "BODY_HASH", length = 64)
    private String bodyHash;

    @Lob
    @Column(name = "BODY")
    private String body;

    @Lob
    @Column(name = "MENDED")
    private String mended;

    @Column(name = "STATE", length = 12)
    private String state;

    @Lob
    @Column(name = "REASONS")
    private String reasons;

    @Column(name = "NOTE", length = 300)
    private String note;

    @Column(name = "ATTEMPT")
    private int attempt;

    @Column(name = "FAULTS")
    private int faults;

    @Column(name = "RECEIVED_AT")
    private Long receivedAt;

    @Column(name = "DUE_AT")
    private Long dueAt;

    @Column(name = "DECIDED_AT")
    private Long decidedAt;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected ReceiptEntity() {}

    /** @param dueAt when it is to be judged */
    public ReceiptEntity(
            String id,
            String jurisdiction,
            String intake,
            String accountId,
            String client,
            String keyHash,
            String keyText,
            long messageVersion,
            String bodyHash,
            String body,
            String state,
            Instant receivedAt,
            Instant dueAt) {
        this.id = id;
        this.jurisdiction = jurisdiction;
        this.intake = intake;
        this.accountId = accountId;
        this.client = client;
        this.keyHash = keyHash;
        this.keyText = keyText;
        this.messageVersion = messageVersion;
        this.freedBy = "";
        this.bodyHash = bodyHash;
        this.body = body;
        this.state = state;
        this.note = "";
        this.receivedAt = Millis.of(receivedAt);
        this.dueAt = Millis.of(dueAt);
    }

    public String id() {
        return id;
    }

    public Long seq() {
        return seq;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String intake() {
        return intake;
    }

    public String accountId() {
        return accountId;
    }

    public String client() {
        return client;
    }

    public String keyHash() {
        return keyHash;
    }

    public String keyText() {
        return keyText;
    }

    public long messageVersion() {
        return messageVersion;
    }

    /** Key and version are free again. */
    public void freeKey() {
        freedBy = id;
    }

    public String bodyHash() {
        return bodyHash;
    }

    public String body() {
        return body;
    }

    /** What people have made of it, null if nobody has. */
    public String mended() {
        return mended;
    }

    public void mended(String value) {
        mended = value;
    }

    public String state() {
        return state;
    }

    public void state(String value) {
        state = value;
    }

    public String reasons() {
        return reasons;
    }

    public void reasons(String value) {
        reasons = value;
    }

    /** Why people did with it what they did last. */
    public String note() {
        return note;
    }

    public void note(String value) {
        note = value;
    }

    /** How often it has been judged. */
    public int attempt() {
        return attempt;
    }

    public void attempt(int value) {
        attempt = value;
    }

    /** How often its module has failed on it in a row. */
    public int faults() {
        return faults;
    }

    public void faults(int value) {
        faults = value;
    }

    public Instant receivedAt() {
        return Millis.instant(receivedAt);
    }

    public Instant dueAt() {
        return Millis.instant(dueAt);
    }

    public void dueAt(Instant value) {
        dueAt = Millis.of(value);
    }

    public Instant decidedAt() {
        return Millis.instant(decidedAt);
    }

    public void decidedAt(Instant value) {
        decidedAt = Millis.of(value);
    }
}
