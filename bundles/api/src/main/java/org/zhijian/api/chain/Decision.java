package org.zhijian.api.chain;

import org.zhijian.api.Titled;

/** What an actor does to a task. The codes are closed: law and reporting rest on them; modules give them their own titles. */
public enum Decision implements Titled {
    ACCEPT("受理", Outcome.ADVANCE),
    APPROVE("同意", Outcome.ADVANCE),
    RETURN("退回", Outcome.CORRECT),
    SUPPLEMENT("一次性告知补正", Outcome.CORRECT),
    REJECT("不通过", Outcome.END),
    CONFIRM("确认", Outcome.ADVANCE),
    CONFIRM_HANDED_OUT("已发放", Outcome.ADVANCE),
    CONFIRM_RECEIVED("已收回", Outcome.ADVANCE);

    /** Where a decision leads. */
    public enum Outcome {
        /** The step is done, as far as this actor is concerned. */
        ADVANCE,
        /** Somebody has to correct, and the round ends. */
        CORRECT,
        /** The case ends with a refusal. */
        END
    }

    private final String title;
    private final Outcome outcome;

    Decision(String title, Outcome outcome) {
        this.title = title;
        this.outcome = outcome;
    }

    @Override
    public String title() {
        return title;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** True for a judgement on the substance, before which the guards of the procedure run again; false for taking up and clerical acts. */
    public boolean isJudgement() {
        return this == APPROVE;
    }
}
