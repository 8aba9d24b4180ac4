package org.zhijian.portal.components;

import org.zhijian.api.chain.CaseState;
import org.zhijian.api.procedure.Finding;
import org.zhijian.core.cases.StepView;

/** The five colours of states, the same everywhere; a word always stands beside them. */
public enum Tone {
    GREY,
    BLUE,
    ORANGE,
    RED,
    GREEN;

    /** Nearer than this many working days, a deadline is near. */
    private static final int NEAR = 1;

    public static Tone of(CaseState state) {
        return switch (state) {
            case DRAFT, WITHDRAWN -> GREY;
            case PENDING, ACCEPTED, IN_REVIEW -> BLUE;
            case TO_MODIFY -> ORANGE;
            case REJECTED -> RED;
            case APPROVED, CLOSED -> GREEN;
        };
    }

    public static Tone of(StepView.Progress progress) {
        return switch (progress) {
            case AHEAD -> GREY;
            case WAITING -> BLUE;
            case DONE -> GREEN;
            case RETURNED -> ORANGE;
            case REFUSED -> RED;
        };
    }

    public static Tone of(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> RED;
            case WARNING -> ORANGE;
            case PASSED -> GREEN;
        };
    }

    /** Of a deadline, null for none. */
    public static Tone ofDaysLeft(Integer days) {
        if (days == null) {
            return GREY;
        }
        if (days < 0) {
            return RED;
        }
        return days <= NEAR ? ORANGE : BLUE;
    }

    /** The class in the style sheet. */
    public String style() {
        return "zj-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
