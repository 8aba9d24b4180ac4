package org.zhijian.core.cases;

import java.util.Objects;

/** Which tasks are asked for; blank means any. */
public record TaskQuery(String jurisdiction, String procedure, Box box, String text, String cursor, int limit) {

    /** The tabs of the officer's desk. */
    public enum Box {
        /** 待办: waits for me. */
        WAITING,
        /** 在办: I have decided, the case goes on. */
        UNDER_WAY,
        /** 已办: I have decided, or another office did in my place. */
        DONE,
        /** 逾期: waits for me beyond its deadline. */
        OVERDUE
    }

    public TaskQuery {
        Objects.requireNonNull(jurisdiction);
        Objects.requireNonNull(procedure);
        Objects.requireNonNull(box);
        Objects.requireNonNull(text);
        Objects.requireNonNull(cursor);
    }

    /** The first page of what waits. */
    public static TaskQuery waiting() {
        return new TaskQuery("", "", Box.WAITING, "", "", 50);
    }
}
