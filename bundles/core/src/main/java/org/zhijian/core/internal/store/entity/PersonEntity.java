package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A person. */
@Entity
@Table(name = "ZJ_PERSON")
public class PersonEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "NAME", length = 60)
    private String name;

    @Column(name = "ID_TYPE", length = 20)
    private String idType;

    @Column(name = "ID_NUMBER", length = 40)
    private String idNumber;

    @Column(name = "MOBILE", length = 20)
    private String mobile;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected PersonEntity() {}

    public PersonEntity(String id) {
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

    public String idType() {
        return idType;
    }

    public void idType(String value) {
        idType = value;
    }

    public String idNumber() {
        return idNumber;
    }

    public void idNumber(String value) {
        idNumber = value;
    }

    public String mobile() {
        return mobile;
    }

    public void mobile(String value) {
        mobile = value;
    }

    public int version() {
        return version;
    }
}
