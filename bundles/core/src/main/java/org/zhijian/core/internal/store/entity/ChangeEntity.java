package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that other agencies may follow has changed. */
@Entity
@Table(name = "ZJ_CHANGE")
public class ChangeEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "SEQ", insertable = false, updatable = false)
    private Long seq;

    @Column(name = "PLACE")
    private Long place;

    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Column(name = "KIND", length = 20)
    private String kind;

    @Column(name = "COLLECTION", length = 60)
    private String collection;

    @Column(name = "OBJECT_ID", length = 100)
    private String objectId;

    @Column(name = "ACTION", length = 40)
    private String action;

    @Column(name = "DETAIL", length = 2000)
    private String detail;

    @Column(name = "HAPPENED_AT")
    private Long at;

    protected ChangeEntity() {}

    public ChangeEntity(
            String id,
            String jurisdiction,
            String kind,
            String collection,
            String objectId,
            String action,
            String detail,
            Instant at) {
        this.id = id;
        this.jurisdiction = jurisdiction;
        this.kind = kind;
        this.collection = collection;
        this.objectId = objectId;
        this.action = action;
        this.detail = detail;
        this.at = Millis.of(at);
    }

    public String id() {
        return id;
    }

    public Long seq() {
        return seq;
    }

    public Long place() {
        return place;
    }

    public void place(Long value) {
        place = value;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String kind() {
        return kind;
    }

    public String collection() {
        return collection;
    }

    public String objectId() {
        return objectId;
    }

    public String action() {
        return action;
    }

    public String detail() {
        return detail;
    }

    public Instant at() {
        return Millis.instant(at);
    }
}
