package org.zhijian.api.chain;

import java.util.Objects;

/**
 * A decision as one step offers it.
 *
 * @param decision its code
 * @param title its title here, such as 接收 for an approval
 * @param opinionRequired true if it needs an opinion
 */
public record DecisionOption(Decision decision, String title, boolean opinionRequired) {
    public DecisionOption {
        Objects.requireNonNull(decision);
        Objects.requireNonNull(title);
    }

    public static DecisionOption accept(String title) {
        return new DecisionOption(Decision.ACCEPT, title, false);
    }

    public static DecisionOption approve(String title) {
        return new DecisionOption(Decision.APPROVE, title, false);
    }

    /** A return; it always needs an opinion (APR-04). */
    public static DecisionOption sendBack(String title) {
        return new DecisionOption(Decision.RETURN, title, true);
    }

    public static DecisionOption supplement(String title) {
        return new DecisionOption(Decision.SUPPLEMENT, title, true);
    }

    /** A final refusal; it always needs an opinion. */
    public static DecisionOption reject(String title) {
        return new DecisionOption(Decision.REJECT, title, true);
    }

    /** A clerical act. */
    public static DecisionOption confirm(Decision decision, String title) {
        return new DecisionOption(decision, title, false);
    }
}
