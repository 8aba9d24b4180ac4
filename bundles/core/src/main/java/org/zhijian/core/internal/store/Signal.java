package org.zhijian.core.internal.store;

import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.Set;
import org.apache.openjpa.persistence.OpenJPAEntityManager;
import org.apache.openjpa.persistence.OpenJPAPersistence;

/**
 * What a transaction leaves for others of this node to do once it is committed. A signal only saves waiting: whoever listens finds its work in
 * the database, also after a crash and from other nodes.
 */
public enum Signal {
    /** There is something to be delivered. */
    OUTBOX,
    /** Other systems have sent something. */
    INTAKE,
    /** There are new messages in desks. */
    NOTICES;

    /** Rings when the transaction commits, and never if it does not. */
    public void onCommit(EntityManager em) {
        OpenJPAEntityManager manager = OpenJPAPersistence.cast(em);
        Set<Signal> raised = raised(manager);
        raised.add(this);
        manager.putUserObject(Signal.class, raised);
    }

    /** The signals that the work with this entity manager has raised. */
    static Set<Signal> raised(EntityManager em) {
        @SuppressWarnings("unchecked") // Nobody else puts anything under this key.
        Set<Signal> raised = (Set<Signal>) OpenJPAPersistence.cast(em).getUserObject(Signal.class);
        return raised == null ? EnumSet.noneOf(Signal.class) : raised;
    }
}
