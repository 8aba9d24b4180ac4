package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;

/** A printed document: what it was printed of and what a verifier is told. Never changed. */
@Entity
@Table(name = "ZJ_DOCUMENT")
public class DocumentEntity {
    @Id
    @Column(name = "CODE", length = 20)
    private String code;

    @Column(name = "KIND", length = 10)
    private String kind;

    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Column(name = "REGISTER", length = 60)
    private String register;

    @Column(name = "REFERENCE", length = 200)
    private String reference;

    @Column(name = "MARK")
    private Long mark;

    @Column(name = "HOUSE", length = 200)
    private String house;

    @Column(name = "TITLE", length = 200)
    private String title;

    @Column(name = "DOCUMENT_NUMBER", length = 200)
    private String number;

    @Lob
    @Column(name = "ITEMS")
    private String items;

    @Column(name = "ISSUED_AT")
    private Long issuedAt;

    @Column(name = "ACCOUNT_ID", length = 36)
    private String accountId;

    protected DocumentEntity() {}

    /**
     * @param kind {@code CASE} or {@code RECORD}
     * @param register id of the register, blank for a case
     * @param reference id of the case or key of the record
     * @param mark what it was printed of, as long as it equals the mark of the reference now
     * @param items what a verifier is told, as JSON
     */
    public DocumentEntity(
            String code,
            String kind,
            String jurisdiction,
            String register,
            String reference,
            long mark,
            String house,
            String title,
            String number,
            String items,
            Instant issuedAt,
            String accountId) {
        this.code = code;
        this.kind = kind;
        this.jurisdiction = jurisdiction;
        this.register = register;
        this.reference = reference;
        this.mark = mark;
        this.house = house;
        this.title = title;
        this.number = number;
        this.items = items;
        this.issuedAt = Millis.of(issuedAt);
        this.accountId = accountId;
    }

    public String code() {
        return code;
    }

    public String kind() {
        return kind;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String register() {
        return register;
    }

    public String reference() {
        return reference;
    }

    public long mark() {
        return mark;
    }

    public String house() {
        return house;
    }

    public String title() {
        return title;
    }

    public String number() {
        return number;
    }

    public String items() {
        return items;
    }

    public Instant issuedAt() {
        return Millis.instant(issuedAt);
    }

    public String accountId() {
        return accountId;
    }
}
