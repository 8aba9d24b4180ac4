package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;

/** An earlier content of a record. */
@Entity
@Table(name = "ZJ_RECORD_HISTORY")
@IdClass(RecordHistoryEntity.Key.class)
public class RecordHistoryEntity {
    /** Its primary key. */
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        public String jurisdiction;
        public String register;
        public String recordKey;
        public int recordVersion;

        public Key() {}

        public Key(String jurisdiction, String register, String recordKey, int recordVersion) {
            this.jurisdiction = jurisdiction;
            this.register = register;
            this.recordKey = recordKey;
            this.recordVersion = recordVersion;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(jurisdiction, key.jurisdiction)
                    && Objects.equals(register, key.register)
                    && Objects.equals(recordKey, key.recordKey)
                    && recordVersion == key.recordVersion;
        }

        @Override
        public int hashCode() {
            return Objects.hash(jurisdiction, register, recordKey, recordVersion);
        }
    }

    @Id
    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Id
    @Column(name = "REGISTER_ID", length = 60)
    private String register;

    @Id
    @Column(name = "RECORD_KEY", length = 100)
    private String recordKey;

    @Id
    @Column(name = "RECORD_VERSION")
    private int recordVersion;

    @Column(name = "STATUS", length = 40)
    private String status;

    @Lob
    @Column(name = "DATA")
    private String data;

    @Column(name = "UNTIL_AT")
    private Long until;

    /** The case that changed it; null if none. */
    @Column(name = "CASE_ID", length = 36)
    private String caseId;

    protected RecordHistoryEntity() {}

    public RecordHistoryEntity(
            String jurisdiction,
            String register,
            String recordKey,
            int recordVersion,
            String status,
            String data,
            Instant until,
            String caseId) {
        this.jurisdiction = jurisdiction;
        this.register = register;
        this.recordKey = recordKey;
        this.recordVersion = recordVersion;
        this.status = status;
        this.data = data;
        this.until = Millis.of(until);
        this.caseId = caseId;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String register() {
        return register;
    }

    public String recordKey() {
        return recordKey;
    }

    public int recordVersion() {
        return recordVersion;
    }

    public String status() {
        return status;
    }

    public String data() {
        return data;
    }

    public Instant until() {
        return Millis.instant(until);
    }

    public String caseId() {
        return caseId;
    }
}
