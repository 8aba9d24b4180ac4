package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Objects;

/** What an agency's account may follow: a kind of change of a jurisdiction, an asterisk for all of them. */
@Entity
@Table(name = "ZJ_GRANT")
@IdClass(GrantEntity.Key.class)
public class GrantEntity {
    /** Its primary key. */
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        public String accountId;
        public String jurisdiction;
        public String kind;

        public Key() {}

        public Key(String accountId, String jurisdiction, String kind) {
            this.accountId = accountId;
            this.jurisdiction = jurisdiction;
            this.kind = kind;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(accountId, key.accountId)
                    && Objects.equals(jurisdiction, key.jurisdiction)
                    && Objects.equals(kind, key.kind);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, jurisdiction, kind);
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

    protected GrantEntity() {}

    public GrantEntity(String accountId, String jurisdiction, String kind) {
        this.accountId = accountId;
        this.jurisdiction = jurisdiction;
        this.kind = kind;
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
}
