package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** A record of a register. */
@Entity
@Table(name = "ZJ_RECORD")
@IdClass(RecordEntity.Key.class)
public class RecordEntity {
    /** Its primary key. */
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        public String jurisdiction;
        public String register;
        public String recordKey;

        public Key() {}

        public Key(String jurisdiction, String register, String recordKey) {
            this.jurisdiction = jurisdiction;
            this.register = register;
            this.recordKey = recordKey;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(jurisdiction, key.jurisdiction)
                    && Objects.equals(register, key.register)
                    && Objects.equals(recordKey, key.recordKey);
        }

        @Override
        public int hashCode() {
            return Objects.hash(jurisdiction, register, recordKey);
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

    @Column(name = "STATUS", length = 40)
    private String status;

    @Lob
    @Column(name = "DATA")
    private String data;

    /** All texts that people see in it, for search. */
    @Column(name = "SEARCH_TEXT", length = 4000)
    private String searchText;

    /** The texts that the public sees in it, masked as the public sees them. */
    @Column(name = "PUBLIC_TEXT", length = 4000)
    private String publicText;

    /** Signature of the columns by which its texts and index rows were made. */
    @Column(name = "DECLARATION", length = 16)
    private String declaration;

    /** 1 for a new record, one more for each change; the number under which the history keeps its contents. */
    @Column(name = "RECORD_VERSION")
    private int recordVersion;

    @Column(name = "CHANGED_AT")
    private Long changedAt;

    /** The first day on which something is to be done with it by itself; null for never. */
    @Column(name = "DUE_ON")
    private LocalDate dueOn;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected RecordEntity() {}

    public RecordEntity(String jurisdiction, String register, String recordKey) {
        this.jurisdiction = jurisdiction;
        this.register = register;
        this.recordKey = recordKey;
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

    public String status() {
        return status;
    }

    /** The status, blank if it has none. */
    public String statusCode() {
        return status == null ? "" : status;
    }

    public void status(String value) {
        status = value;
    }

    public String data() {
        return data;
    }

    public void data(String value) {
        data = value;
    }

    public String searchText() {
        return searchText;
    }

    public void searchText(String value) {
        searchText = value;
    }

    public String publicText() {
        return publicText;
    }

    public void publicText(String value) {
        publicText = value;
    }

    public String declaration() {
        return declaration;
    }

    public void declaration(String value) {
        declaration = value;
    }

    public int recordVersion() {
        return recordVersion;
    }

    public void recordVersion(int value) {
        recordVersion = value;
    }

    public Instant changedAt() {
        return Millis.instant(changedAt);
    }

    public void changedAt(Instant value) {
        changedAt = Millis.of(value);
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public void dueOn(LocalDate value) {
        dueOn = value;
    }

    public int version() {
        return version;
    }
}
