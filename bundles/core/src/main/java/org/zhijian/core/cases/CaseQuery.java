package org.zhijian.core.cases;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.zhijian.core.access.Sort;

/**
 * Which cases are asked for, and in which order; blank and empty mean any.
 *
 * @param text part of a number, an applicant's or a subject's name, or a short text of the form; any two characters will do
 * @param from the first day of submission
 * @param to the last day of submission
 */
public record CaseQuery(
        String jurisdiction,
        String procedure,
        String state,
        String text,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Sort<By> sort,
        String cursor,
        int limit) {

    /** What cases are sorted by. */
    public enum By {
        NUMBER,
        PROCEDURE,
        APPLICANT,
        SUBMITTED,
        STATE,
        CHANGED
    }

    /** The newest change first. */
    public static final Sort<By> NEWEST = Sort.descending(By.CHANGED);

    public CaseQuery {
        Objects.requireNonNull(jurisdiction);
        Objects.requireNonNull(procedure);
        Objects.requireNonNull(state);
        Objects.requireNonNull(text);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(sort);
        Objects.requireNonNull(cursor);
    }

    /** The newest change first, submitted whenever. */
    public CaseQuery(String jurisdiction, String procedure, String state, String text, String cursor, int limit) {
        this(jurisdiction, procedure, state, text, Optional.empty(), Optional.empty(), NEWEST, cursor, limit);
    }

    /** The first page of everything. */
    public static CaseQuery all() {
        return new CaseQuery("", "", "", "", "", 50);
    }

    public CaseQuery submitted(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new CaseQuery(jurisdiction, procedure, state, text, first, last, sort, cursor, limit);
    }

    public CaseQuery sorted(Sort<By> order) {
        return new CaseQuery(jurisdiction, procedure, state, text, from, to, order, cursor, limit);
    }

    public CaseQuery page(String behind, int rows) {
        return new CaseQuery(jurisdiction, procedure, state, text, from, to, sort, behind, rows);
    }
}
