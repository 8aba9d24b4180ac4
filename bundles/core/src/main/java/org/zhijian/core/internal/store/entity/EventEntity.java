package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;

/** An entry of a log: what happened, chained by hash to the entry before it. */
@Entity
@Table(name = "ZJ_EVENT")
@IdClass(EventEntity.Key.class)
public class EventEntity {
    /** Its primary key. */
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        public String stream;
        public int seq;

        public Key() {}

        public Key(String stream, int seq) {
            this.stream = stream;
            this.seq = seq;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(stream, key.stream) && seq == key.seq;
        }

        @Override
        public int hashCode() {
            return Objects.hash(stream, seq);
        }
    }

    /** The case it belongs to, or the account for what happens outside of cases. */
    @Id
    @Column(name = "STREAM", length = 36)
    private String stream;

    @Id
    @Column(name = "SEQ")
    private int seq;

    @Column(name = "HAPPENED_AT")
    private Long at;

    @Column(name = "ACCOUNT_ID", length = 36)
    private String accountId;

    @Column(name = "ACTOR", length = 200)
    private String actor;

    @Column(name = "ADDRESS", length = 60)
    private String address;

    @Column(name = "ACTION", length = 40)
    private String action;

    @Column(name = "TITLE", length = 100)
    private String title;

    @Column(name = "STEP", length = 60)
    private String step;

    @Column(name = "ROUND_NO")
    private int round;

    @Column(name = "OPINION", length = 2000)
    private String opinion;

    /** JSON; null if there is nothing more to say. */
    @Lob
    @Column(name = "DETAIL")
    private String detail;

    @Column(name = "HASH", length = 64)
    private String hash;

    protected EventEntity() {}

    public EventEntity(
            String stream,
            int seq,
            Instant at,
            String accountId,
            String actor,
            String address,
            String action,
            String title,
            String step,
            int round,
            String opinion,
            String detail,
            String hash) {
        this.stream = stream;
        this.seq = seq;
        this.at = Millis.of(at);
        this.accountId = accountId;
        this.actor = actor;
        this.address = address;
        this.action = action;
        this.title = title;
        this.step = step;
        this.round = round;
        this.opinion = opinion;
        this.detail = detail;
        this.hash = hash;
    }

    public String stream() {
        return stream;
    }

    public int seq() {
        return seq;
    }

    public Instant at() {
        return Millis.instant(at);
    }

    public String accountId() {
        return accountId;
    }

    public String actor() {
        return actor;
    }

    public String address() {
        return address;
    }

    public String action() {
        return action;
    }

    public String title() {
        return title;
    }

    public String step() {
        return step;
    }

    public int round() {
        return round;
    }

    public String opinion() {
        return opinion;
    }

    public String detail() {
        return detail;
    }

    public String hash() {
        return hash;
    }
}
