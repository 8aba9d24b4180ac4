package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.zhijian.core.cases.ScanQuality;

/** An attachment of a case; its content lies in the content store under its SHA-256. */
@Entity
@Table(name = "ZJ_ATTACHMENT")
@IdClass(AttachmentEntity.Key.class)
public class AttachmentEntity {
    /** Its primary key. */
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        public String caseId;
        public int n;

        public Key() {}

        public Key(String caseId, int n) {
            this.caseId = caseId;
            this.n = n;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(caseId, key.caseId) && n == key.n;
        }

        @Override
        public int hashCode() {
            return Objects.hash(caseId, n);
        }
    }

    @Id
    @Column(name = "CASE_ID", length = 36)
    private String caseId;

    @Id
    @Column(name = "N")
    private int n;

    @Column(name = "SLOT", length = 60)
    private String slot;

    /** The step it belongs to; null for the applicant's own. */
    @Column(name = "STEP", length = 60)
    private String step;

    @Column(name = "ROUND_NO")
    private int round;

    @Column(name = "FILE_NAME", length = 200)
    private String fileName;

    @Column(name = "MEDIA_TYPE", length = 60)
    private String mediaType;

    @Column(name = "BYTE_SIZE")
    private long size;

    @Column(name = "SHA256", length = 64)
    private String sha256;

    @Column(name = "ACCOUNT_ID", length = 36)
    private String accountId;

    @Column(name = "HAPPENED_AT")
    private Long at;

    /** False once it has been taken out or replaced in a later round. */
    @Column(name = "IS_CURRENT")
    private boolean current;

    /** The round in which it was taken out; 0 while it is current. */
    @Column(name = "REPLACED_IN")
    private int replacedIn;

    /** Where it stands among the files of its slot. */
    @Column(name = "POSITION_NO")
    private int position;

    @Column(name = "COLOUR", length = 20)
    private String colour;

    @Column(name = "LEGIBILITY", length = 20)
    private String legibility;

    protected AttachmentEntity() {}

    public AttachmentEntity(
            String caseId,
            int n,
            String slot,
            String step,
            int round,
            String fileName,
            String mediaType,
            long size,
            String sha256,
            String accountId,
            Instant at) {
        this.caseId = caseId;
        this.n = n;
        this.slot = slot;
        this.step = step;
        this.round = round;
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.size = size;
        this.sha256 = sha256;
        this.accountId = accountId;
        this.at = Millis.of(at);
        this.position = n;
        this.colour = ScanQuality.UNKNOWN.colour().name();
        this.legibility = ScanQuality.UNKNOWN.legibility().name();
        this.current = true;
    }

    public String caseId() {
        return caseId;
    }

    public int n() {
        return n;
    }

    public String slot() {
        return slot;
    }

    public String step() {
        return step;
    }

    public void step(String value) {
        step = value;
    }

    public int round() {
        return round;
    }

    public String fileName() {
        return fileName;
    }

    public String mediaType() {
        return mediaType;
    }

    public long size() {
        return size;
    }

    public String sha256() {
        return sha256;
    }

    public String accountId() {
        return accountId;
    }

    public Instant at() {
        return Millis.instant(at);
    }

    public boolean current() {
        return current;
    }

    /** It belongs to the rounds before this one, and to no later one. */
    public void replacedIn(int laterRound) {
        current = false;
        replacedIn = laterRound;
    }

    public int replacedIn() {
        return replacedIn;
    }

    public int position() {
        return position;
    }

    public void position(int value) {
        position = value;
    }

    public ScanQuality quality() {
        return new ScanQuality(ScanQuality.Colour.valueOf(colour), ScanQuality.Legibility.valueOf(legibility));
    }

    public void quality(ScanQuality value) {
        colour = value.colour().name();
        legibility = value.legibility().name();
    }
}
