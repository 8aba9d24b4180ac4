package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An SMS of a demonstration, which nobody receives, under its client message id. */
@Entity
@Table(name = "ZJ_DEMO_SMS")
public class DemoSmsEntity {
    @Id
    @Column(name = "ID", length = 250)
    private String id;

    @Column(name = "MOBILE", length = 20)
    private String mobile;

    @Column(name = "TEMPLATE", length = 60)
    private String template;

    @Column(name = "BODY", length = 2000)
    private String body;

    @Column(name = "SENT_AT")
    private Long sentAt;

    protected DemoSmsEntity() {}

    public DemoSmsEntity(String id, String mobile, String template, String body, Instant sentAt) {
        this.id = id;
        this.mobile = mobile;
        this.template = template;
        this.body = body;
        this.sentAt = Millis.of(sentAt);
    }

    public String id() {
        return id;
    }

    public String mobile() {
        return mobile;
    }

    public String template() {
        return template;
    }

    public String body() {
        return body;
    }

    public Instant sentAt() {
        return Millis.instant(sentAt);
    }
}
