package org.zhijian.api.chain;

import java.util.List;
import java.util.Objects;

/**
 * A decision as one step offers it.
 *
 * @param decision its code
 * @param title its title here, such as 接收 for an approval
 * @param opinionRequired true if it needs an opinion
 * @param phrases opinions that are given often, to be chosen instead of typed
 * @param missing text when a required opinion is not given; blank for the house's own
 */
public record DecisionOption(
        Decision decision, String title, boolean opinionRequired, List<String> phrases, String missing) {
    public DecisionOption {
        Objects.requireNonNull(decision);
        Objects.requireNonNull(title);
        phrases = phrases == null ? List.of() : List.copyOf(phrases);
        missing = missing == null ? "" : missing;
    }

    public static DecisionOption accept(String title) {
        return of(Decision.ACCEPT, title, false);
    }

    public static DecisionOption approve(String title) {
        return of(Decision.APPROVE, title, false);
    }

    /** A return; it always needs an opinion (APR-04). */
    public static DecisionOption sendBack(String title) {
        return of(Decision.RETURN, title, true);
    }

    public static DecisionOption supplement(String title) {
        return of(Decision.SUPPLEMENT, title, true);
    }

    /** A final refusal; it always needs an opinion. */
    public static DecisionOption reject(String title) {
        return of(Decision.REJECT, title, true);
    }

    /** A clerical act. */
    public static DecisionOption confirm(Decision decision, String title) {
        return of(decision, title, false);
    }

    private static DecisionOption of(Decision decision, String title, boolean opinionRequired) {
        return new DecisionOption(decision, title, opinionRequired, List.of(), "");
    }

    /** The same with opinions to choose from. */
    public DecisionOption phrases(String... opinions) {
        return new DecisionOption(decision, title, opinionRequired, List.of(opinions), missing);
    }

    /** The same with this text when the opinion that it needs is not given. */
    public DecisionOption missing(String text) {
        return new DecisionOption(decision, title, opinionRequired, phrases, text);
    }
}
