package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Objects;

/** A value under which a record is found. */
@Entity
@Table(name = "ZJ_RECORD_INDEX")
@IdClass(RecordIndexEntity.Key.class)
public class RecordIndexEntity {
    /** Its primary key. */
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        public String jurisdiction;
        public String register;
        public String columnId;
        public String indexValue;
        public String recordKey;

        public Key() {}

        public Key(String jurisdiction, String register, String columnId, String indexValue, String recordKey) {
            this.jurisdiction = jurisdiction;
            this.register = register;
            this.columnId = columnId;
            this.indexValue = indexValue;
            this.recordKey = recordKey;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(jurisdiction, key.jurisdiction)
                    && Objects.equals(register, key.register)
                    && Objects.equals(columnId, key.columnId)
                    && Objects.equals(indexValue, key.indexValue)
                    && Objects.equals(recordKey, key.recordKey);
        }

        @Override
        public int hashCode() {
            return Objects.hash(jurisdiction, register, columnId, indexValue, recordKey);
        }
    }

    @Id
    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Id
    @Column(name = "REGISTER_ID", length = 60)
    private String register;

    @Id
    @Column(name = "COLUMN_ID", length = 60)
    private String columnId;

    @Id
    @Column(name = "INDEX_VALUE", length = 200)
    private String indexValue;

    @Id
    @Column(name = "RECORD_KEY", length = 100)
    private String recordKey;

    protected RecordIndexEntity() {}

    public RecordIndexEntity(
            String jurisdiction, String register, String columnId, String indexValue, String recordKey) {
        this.jurisdiction = jurisdiction;
        this.register = register;
        this.columnId = columnId;
        this.indexValue = indexValue;
        this.recordKey = recordKey;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String register() {
        return register;
    }

    public String columnId() {
        return columnId;
    }

    public String indexValue() {
        return indexValue;
    }

    public String recordKey() {
        return recordKey;
    }
}
