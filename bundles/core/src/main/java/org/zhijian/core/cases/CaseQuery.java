package org.zhijian.core.cases;

import java.util.Objects;

/** Which cases are asked for; blank means any. {@code text} is part of a number, an applicant's or a subject's name. */
public record CaseQuery(String jurisdiction, String procedure, String state, String text, String cursor, int limit) {
    public CaseQuery {
        Objects.requireNonNull(jurisdiction);
        Objects.requireNonNull(procedure);
        Objects.requireNonNull(state);
        Objects.requireNonNull(text);
        Objects.requireNonNull(cursor);
    }

    /** The first page of everything. */
    public static CaseQuery all() {
        return new CaseQuery("", "", "", "", "", 50);
    }
}
