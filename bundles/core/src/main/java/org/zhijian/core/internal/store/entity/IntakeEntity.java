package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.util.Objects;

/** A channel by which messages come in, as its module declared it last. */
@Entity
@Table(name = "ZJ_INTAKE")
@IdClass(IntakeEntity.Key.class)
public class IntakeEntity {
    /** Its primary key. */
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        public String jurisdiction;
        public String id;

        public Key() {}

        public Key(String jurisdiction, String id) {
            this.jurisdiction = jurisdiction;
            this.id = id;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(jurisdiction, key.jurisdiction)
                    && Objects.equals(id, key.id);
        }

        @Override
        public int hashCode() {
            return Objects.hash(jurisdiction, id);
        }
    }

    @Id
    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Id
    @Column(name = "ID", length = 60)
    private String id;

    @Column(name = "TITLE", length = 200)
    private String title;

    @Lob
    @Column(name = "DEFINITION")
    private String definition;

    @Column(name = "IS_OPEN")
    private boolean open;

    protected IntakeEntity() {}

    public IntakeEntity(String jurisdiction, String id) {
        this.jurisdiction = jurisdiction;
        this.id = id;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String definition() {
        return definition;
    }

    /** False if the module that runs now, or ran last, no longer has it: nothing new comes in. */
    public boolean open() {
        return open;
    }

    public void declared(String newTitle, String newDefinition) {
        title = newTitle;
        definition = newDefinition;
        open = true;
    }

    public void close() {
        open = false;
    }
}
