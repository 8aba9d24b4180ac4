package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Objects;

/** A jurisdiction that answers a question of others, whether it runs now or not. */
@Entity
@Table(name = "ZJ_SOURCE")
@IdClass(SourceEntity.Key.class)
public class SourceEntity {
    /** Its primary key. */
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        public String queryId;
        public String jurisdiction;

        public Key() {}

        public Key(String queryId, String jurisdiction) {
            this.queryId = queryId;
            this.jurisdiction = jurisdiction;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(queryId, key.queryId)
                    && Objects.equals(jurisdiction, key.jurisdiction);
        }

        @Override
        public int hashCode() {
            return Objects.hash(queryId, jurisdiction);
        }
    }

    @Id
    @Column(name = "QUERY_ID", length = 80)
    private String queryId;

    @Id
    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Column(name = "TITLE", length = 200)
    private String title;

    protected SourceEntity() {}

    public SourceEntity(String queryId, String jurisdiction, String title) {
        this.queryId = queryId;
        this.jurisdiction = jurisdiction;
        this.title = title;
    }

    public String queryId() {
        return queryId;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    /** Title of the jurisdiction. */
    public String title() {
        return title;
    }

    public void title(String value) {
        title = value;
    }
}
