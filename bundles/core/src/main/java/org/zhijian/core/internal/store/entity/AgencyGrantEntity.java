package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;

/** An agency may do something: follow a kind of change, read a register, push into a channel. An asterisk stands for all. */
@Entity
@Table(name = "ZJ_CLIENT_GRANT")
@IdClass(AgencyGrantEntity.Key.class)
public class AgencyGrantEntity {
    /** Its primary key. */
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        public String accountId;
        public String jurisdiction;
        public String kind;
        public String objectId;

        public Key() {}

        public Key(String accountId, String jurisdiction, String kind, String objectId) {
            this.accountId = accountId;
            this.jurisdiction = jurisdiction;
            this.kind = kind;
            this.objectId = objectId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(accountId, key.accountId)
                    && Objects.equals(jurisdiction, key.jurisdiction)
                    && Objects.equals(kind, key.kind)
                    && Objects.equals(objectId, key.objectId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, jurisdiction, kind, objectId);
        }
    }

    @Id
    @Column(name = "ACCOUNT_ID", length = 36)
    private String accountId;

    @Id
    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Id
    @Column(name = "KIND", length = 20)
    private String kind;

    @Id
    @Column(name = "OBJECT_ID", length = 60)
    private String objectId;

    @Column(name = "GRANTED_AT")
    private Long grantedAt;

    protected AgencyGrantEntity() {}

    public AgencyGrantEntity(String accountId, String jurisdiction, String kind, String objectId, Instant grantedAt) {
        this.accountId = accountId;
        this.jurisdiction = jurisdiction;
        this.kind = kind;
        this.objectId = objectId;
        this.grantedAt = Millis.of(grantedAt);
    }

    public String accountId() {
        return accountId;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String kind() {
        return kind;
    }

    public String objectId() {
        return objectId;
    }

    public Instant grantedAt() {
        return Millis.instant(grantedAt);
    }
}
