package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a registration keeps beside its case until the accounts are opened: the password that they begin with. */
@Entity
@Table(name = "ZJ_REGISTRATION")
public class RegistrationEntity {
    @Id
    @Column(name = "CASE_ID", length = 36)
    private String caseId;

    @Column(name = "PASSWORD_HASH", length = 300)
    private String passwordHash;

    protected RegistrationEntity() {}

    public RegistrationEntity(String caseId, String passwordHash) {
        this.caseId = caseId;
        this.passwordHash = passwordHash;
    }

    public String caseId() {
        return caseId;
    }

    public String passwordHash() {
        return passwordHash;
    }
}
