package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;

/** An account has read a message. */
@Entity
@Table(name = "ZJ_NOTICE_READ")
@IdClass(NoticeReadEntity.Key.class)
public class NoticeReadEntity {
    /** Its primary key. */
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        public String accountId;
        public String noticeId;

        public Key() {}

        public Key(String accountId, String noticeId) {
            this.accountId = accountId;
            this.noticeId = noticeId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(accountId, key.accountId)
                    && Objects.equals(noticeId, key.noticeId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, noticeId);
        }
    }

    @Id
    @Column(name = "ACCOUNT_ID", length = 36)
    private String accountId;

    @Id
    @Column(name = "NOTICE_ID", length = 36)
    private String noticeId;

    @Column(name = "READ_AT")
    private Long readAt;

    protected NoticeReadEntity() {}

    public NoticeReadEntity(String accountId, String noticeId, Instant readAt) {
        this.accountId = accountId;
        this.noticeId = noticeId;
        this.readAt = Millis.of(readAt);
    }

    public String accountId() {
        return accountId;
    }

    public String noticeId() {
        return noticeId;
    }

    public Instant readAt() {
        return Millis.instant(readAt);
    }
}
