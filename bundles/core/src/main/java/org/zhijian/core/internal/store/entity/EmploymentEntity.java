package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;

/** A person works for an organisation. */
@Entity
@Table(name = "ZJ_EMPLOYMENT")
@IdClass(EmploymentEntity.Key.class)
public class EmploymentEntity {
    /** Its primary key. */
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        public String personId;
        public String organisationId;
        public LocalDate fromDay;

        public Key() {}

        public Key(String personId, String organisationId, LocalDate fromDay) {
            this.personId = personId;
            this.organisationId = organisationId;
            this.fromDay = fromDay;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(personId, key.personId)
                    && Objects.equals(organisationId, key.organisationId)
                    && Objects.equals(fromDay, key.fromDay);
        }

        @Override
        public int hashCode() {
            return Objects.hash(personId, organisationId, fromDay);
        }
    }

    @Id
    @Column(name = "PERSON_ID", length = 36)
    private String personId;

    @Id
    @Column(name = "ORGANISATION_ID", length = 36)
    private String organisationId;

    @Id
    @Column(name = "FROM_DAY")
    private LocalDate fromDay;

    @Column(name = "POST", length = 60)
    private String post;

    @Column(name = "TO_DAY")
    private LocalDate toDay;

    protected EmploymentEntity() {}

    public EmploymentEntity(String personId, String organisationId, LocalDate fromDay) {
        this.personId = personId;
        this.organisationId = organisationId;
        this.fromDay = fromDay;
    }

    public String personId() {
        return personId;
    }

    public String organisationId() {
        return organisationId;
    }

    public LocalDate fromDay() {
        return fromDay;
    }

    public String post() {
        return post;
    }

    public void post(String value) {
        post = value;
    }

    public LocalDate toDay() {
        return toDay;
    }

    public void toDay(LocalDate value) {
        toDay = value;
    }
}
