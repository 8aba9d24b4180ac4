package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** By what an organisation was known to a system that went before. */
@Entity
@Table(name = "ZJ_OLD_ACCOUNT")
@IdClass(OldAccountEntity.Key.class)
public class OldAccountEntity {
    @Id
    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Id
    @Column(name = "CODE", length = 60)
    private String code;

    @Column(name = "PASSWORD_HASH", length = 300)
    private String passwordHash;

    @Column(name = "LOCK_SERIAL", length = 60)
    private String lockSerial;

    protected OldAccountEntity() {}

    public OldAccountEntity(String jurisdiction, String code) {
        this.jurisdiction = jurisdiction;
        this.code = code;
    }

    /** Null if it had none. */
    public String passwordHash() {
        return passwordHash;
    }

    public void passwordHash(String value) {
        passwordHash = value;
    }

    /** Null if it had none. */
    public String lockSerial() {
        return lockSerial;
    }

    public void lockSerial(String value) {
        lockSerial = value;
    }

    /** Whose it is, and where. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String jurisdiction;
        private String code;

        public Key() {}

        public Key(String jurisdiction, String code) {
            this.jurisdiction = jurisdiction;
            this.code = code;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.jurisdiction.equals(jurisdiction) && key.code.equals(code);
        }

        @Override
        public int hashCode() {
            return Objects.hash(jurisdiction, code);
        }
    }
}
