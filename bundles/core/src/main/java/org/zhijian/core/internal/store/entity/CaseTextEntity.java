package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The words by which a case is found. Beside the case, which changes often: the index of its words need not know. */
@Entity
@Table(name = "ZJ_CASE_TEXT")
public class CaseTextEntity {
    @Id
    @Column(name = "CASE_ID", length = 36)
    private String caseId;

    @Column(name = "SEARCH_TEXT", length = 2000)
    private String text;

    protected CaseTextEntity() {}

    public CaseTextEntity(String caseId, String text) {
        this.caseId = caseId;
        this.text = text;
    }

    public String caseId() {
        return caseId;
    }

    public String text() {
        return text;
    }

    public void text(String value) {
        text = value;
    }
}
