package org.zhijian.api.chain;

import java.util.Objects;

/**
 * How long the applicant may take a case back (APR-03).
 *
 * @param until the kind of limit
 * @param stepId the step whose advance ends it, for {@link Until#STEP_DONE}; else blank
 * @param refusal what the applicant reads afterwards
 * @param draft true if what is taken back is a draft again, which may be corrected and handed in anew; else the case has ended
 */
public record Withdrawal(Until until, String stepId, String refusal, boolean draft) {

    /** Kinds of limit. */
    public enum Until {
        NEVER,
        /** As long as nobody but the applicant has decided anything. */
        FIRST_DECISION,
        /** As long as no office has accepted it. */
        ACCEPTANCE,
        /** As long as the step has not been passed. */
        STEP_DONE,
        ANY_TIME
    }

    public Withdrawal {
        Objects.requireNonNull(until);
        Objects.requireNonNull(stepId);
        Objects.requireNonNull(refusal);
    }

    private Withdrawal(Until until, String stepId, String refusal) {
        this(until, stepId, refusal, false);
    }

    /** The same, and what is taken back is a draft again. */
    public Withdrawal toDraft() {
        return new Withdrawal(until, stepId, refusal, true);
    }

    public static Withdrawal never(String refusal) {
        return new Withdrawal(Until.NEVER, "", refusal);
    }

    public static Withdrawal untilFirstDecision() {
        return new Withdrawal(Until.FIRST_DECISION, "", "该业务已开始审核，不能撤回");
    }

    public static Withdrawal untilAccepted(String refusal) {
        return new Withdrawal(Until.ACCEPTANCE, "", refusal);
    }

    /** Until this step has been passed. */
    public static Withdrawal untilDone(String stepId, String refusal) {
        return new Withdrawal(Until.STEP_DONE, stepId, refusal);
    }

    public static Withdrawal anyTime() {
        return new Withdrawal(Until.ANY_TIME, "", "该业务已结束，不能撤回");
    }
}
