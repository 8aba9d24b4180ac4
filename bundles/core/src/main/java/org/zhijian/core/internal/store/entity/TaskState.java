package org.zhijian.core.internal.store.entity;

/** State of a task. */
public enum TaskState {
    /** Waits for its actor. */
    OPEN,
    /** Its actor has decided. */
    DONE,
    /** Closed without a decision of its actor: another decided, or the case was withdrawn. */
    VOID
}
