package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;

/** An agency may read a register. */
@Entity
@Table(name = "ZJ_AGENCY_GRANT")
@IdClass(AgencyGrantEntity.Key.class)
public class AgencyGrantEntity {
    /** Its primary key. */
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        public String accountId;
        public String jurisdiction;
        public String register;

        public Key() {}

        public Key(String accountId, String jurisdiction, String register) {
            this.accountId = accountId;
            this.jurisdiction = jurisdiction;
            this.register = register;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(accountId, key.accountId)
                    && Objects.equals(jurisdiction, key.jurisdiction)
                    && Objects.equals(register, key.register);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, jurisdiction, register);
        }
    }

    @Id
    @Column(name = "ACCOUNT_ID", length = 36)
    private String accountId;

    @Id
    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Id
    @Column(name = "REGISTER_ID", length = 60)
    private String register;

    @Column(name = "GRANTED_AT")
    private Long grantedAt;

    protected AgencyGrantEntity() {}

    public AgencyGrantEntity(String accountId, String jurisdiction, String register, Instant grantedAt) {
        this.accountId = accountId;
        this.jurisdiction = jurisdiction;
        this.register = register;
        this.grantedAt = grantedAt.toEpochMilli();
    }

    public String accountId() {
        return accountId;
    }

    public String register() {
        return register;
    }

    public Instant grantedAt() {
        return Instant.ofEpochMilli(grantedAt);
    }
}
