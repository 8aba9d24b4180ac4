package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** By what a service platform knows the owner of an account. */
@Entity
@Table(name = "ZJ_PLATFORM_IDENTITY")
@IdClass(PlatformIdentityEntity.Key.class)
public class PlatformIdentityEntity {
    @Id
    @Column(name = "PORTAL", length = 60)
    private String portal;

    @Id
    @Column(name = "OPEN_ID", length = 100)
    private String openId;

    @Column(name = "ACCOUNT_ID", length = 36)
    private String accountId;

    @Column(name = "BOUND_AT")
    private Long boundAt;

    protected PlatformIdentityEntity() {}

    public PlatformIdentityEntity(String portal, String openId, String accountId, Instant boundAt) {
        this.portal = portal;
        this.openId = openId;
        this.accountId = accountId;
        this.boundAt = Millis.of(boundAt);
    }

    public String accountId() {
        return accountId;
    }

    public Instant boundAt() {
        return Millis.instant(boundAt);
    }

    /** Whom the platform means, and where. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String portal;
        private String openId;

        public Key() {}

        public Key(String portal, String openId) {
            this.portal = portal;
            this.openId = openId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.portal.equals(portal) && key.openId.equals(openId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(portal, openId);
        }
    }
}
