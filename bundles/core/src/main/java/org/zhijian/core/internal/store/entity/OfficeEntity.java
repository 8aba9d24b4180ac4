package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An office, as its jurisdiction declared it last. */
@Entity
@Table(name = "ZJ_OFFICE")
public class OfficeEntity {
    @Id
    @Column(name = "ID", length = 60)
    private String id;

    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Column(name = "NAME", length = 200)
    private String name;

    @Column(name = "OFFICE_LEVEL", length = 20)
    private String level;

    @Column(name = "REGION_CODE", length = 6)
    private String regionCode;

    @Column(name = "OVERSEES")
    private boolean oversees;

    protected OfficeEntity() {}

    public OfficeEntity(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public void jurisdiction(String value) {
        jurisdiction = value;
    }

    public String name() {
        return name;
    }

    public void name(String value) {
        name = value;
    }

    public String level() {
        return level;
    }

    public void level(String value) {
        level = value;
    }

    public String regionCode() {
        return regionCode;
    }

    public void regionCode(String value) {
        regionCode = value;
    }

    public boolean oversees() {
        return oversees;
    }

    public void oversees(boolean value) {
        oversees = value;
    }
}
