package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** An organisation. */
@Entity
@Table(name = "ZJ_ORGANISATION")
public class OrganisationEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "NAME", length = 200)
    private String name;

    /** The name as it is compared. */
    @Column(name = "NAME_KEY", length = 200)
    private String nameKey;

    @Column(name = "USCC", length = 18)
    private String uscc;

    @Column(name = "ORG_CODE", length = 10)
    private String orgCode;

    /** Codes with a comma before, between and after them, so that one can be found by LIKE. */
    @Column(name = "TYPES", length = 500)
    private String types;

    @Column(name = "REGION_CODE", length = 6)
    private String regionCode;

    @Column(name = "LEGAL_REPRESENTATIVE", length = 60)
    private String legalRepresentative;

    @Column(name = "CONTACT_NAME", length = 60)
    private String contactName;

    @Column(name = "CONTACT_MOBILE", length = 20)
    private String contactMobile;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected OrganisationEntity() {}

    public OrganisationEntity(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void name(String value) {
        name = value;
    }

    public void nameKey(String value) {
        nameKey = value;
    }

    public String uscc() {
        return uscc;
    }

    public void uscc(String value) {
        uscc = value;
    }

    public String orgCode() {
        return orgCode;
    }

    public void orgCode(String value) {
        orgCode = value;
    }

    public String types() {
        return types;
    }

    public void types(String value) {
        types = value;
    }

    public String regionCode() {
        return regionCode;
    }

    public void regionCode(String value) {
        regionCode = value;
    }

    public String legalRepresentative() {
        return legalRepresentative;
    }

    public void legalRepresentative(String value) {
        legalRepresentative = value;
    }

    public String contactName() {
        return contactName;
    }

    public void contactName(String value) {
        contactName = value;
    }

    public String contactMobile() {
        return contactMobile;
    }

    public void contactMobile(String value) {
        contactMobile = value;
    }

    public int version() {
        return version;
    }
}
