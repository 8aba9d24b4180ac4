package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Objects;

/** Whom or what a case under way is about. */
@Entity
@Table(name = "ZJ_CASE_SUBJECT")
@IdClass(SubjectEntity.Key.class)
public class SubjectEntity {
    /** Its primary key. */
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        public String caseId;
        public String subject;

        public Key() {}

        public Key(String caseId, String subject) {
            this.caseId = caseId;
            this.subject = subject;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(caseId, key.caseId)
                    && Objects.equals(subject, key.subject);
        }

        @Override
        public int hashCode() {
            return Objects.hash(caseId, subject);
        }
    }

    @Id
    @Column(name = "CASE_ID", length = 36)
    private String caseId;

    @Id
    @Column(name = "SUBJECT", length = 200)
    private String subject;

    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    protected SubjectEntity() {}

    public SubjectEntity(String caseId, String subject, String jurisdiction) {
        this.caseId = caseId;
        this.subject = subject;
        this.jurisdiction = jurisdiction;
    }

    public String caseId() {
        return caseId;
    }

    public String subject() {
        return subject;
    }

    public String jurisdiction() {
        return jurisdiction;
    }
}
