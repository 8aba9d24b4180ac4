package org.zhijian.core.cases;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.zhijian.api.chain.CaseState;
import org.zhijian.core.access.Sort;

/**
 * Which tasks are asked for, and in which order; blank means any.
 *
 * @param text part of a number, an applicant's or a subject's name, or a short text of the form; any two characters will do
 * @param state state of the case
 * @param from the case was submitted on this day or later
 * @param to the case was submitted on this day or before
 */
public record TaskQuery(
        String jurisdiction,
        String procedure,
        Box box,
        String text,
        String cursor,
        int limit,
        Optional<CaseState> state,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Sort<By> sort) {

    /** The tabs of the officer's desk. */
    public enum Box {
        /** 待办: waits for me. */
        WAITING,
        /** 在办: I have decided, the case goes on. */
        UNDER_WAY,
        /** 已办: I have decided, or another office did in my place. */
        DONE,
        /** 逾期: waits for me beyond its deadline. */
        OVERDUE;

        /** True if its tasks wait to be decided. */
        public boolean waits() {
            return this == WAITING || this == OVERDUE;
        }

        /** What people expect first: what is due first, or what was done last. */
        public Sort<By> usual() {
            return waits() ? Sort.ascending(By.DUE) : Sort.descending(By.DECIDED);
        }
    }

    /** What tasks are sorted by. */
    public enum By {
        NUMBER,
        PROCEDURE,
        APPLICANT,
        /** Arrival. */
        SINCE,
        /** Deadline, then arrival. */
        DUE,
        STATE,
        /** Decision; only what is decided. */
        DECIDED
    }

    public TaskQuery {
        Objects.requireNonNull(jurisdiction);
        Objects.requireNonNull(procedure);
        Objects.requireNonNull(box);
        Objects.requireNonNull(text);
        Objects.requireNonNull(cursor);
        Objects.requireNonNull(state);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (sort.by() == By.DECIDED && box.waits()) {
            sort = box.usual();
        }
    }

    /** In the order that people expect first. */
    public TaskQuery(
            String jurisdiction,
            String procedure,
            Box box,
            String text,
            String cursor,
            int limit,
            Optional<CaseState> state,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {
        this(jurisdiction, procedure, box, text, cursor, limit, state, from, to, box.usual());
    }

    /** In any state, whenever submitted, in the order that people expect first. */
    public TaskQuery(String jurisdiction, String procedure, Box box, String text, String cursor, int limit) {
        this(jurisdiction, procedure, box, text, cursor, limit, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The first page of what waits. */
    public static TaskQuery waiting() {
        return new TaskQuery("", "", Box.WAITING, "", "", 50);
    }

    public TaskQuery sorted(Sort<By> order) {
        return new TaskQuery(jurisdiction, procedure, box, text, cursor, limit, state, from, to, order);
    }

    public TaskQuery page(String behind, int rows) {
        return new TaskQuery(jurisdiction, procedure, box, text, behind, rows, state, from, to, sort);
    }
}
