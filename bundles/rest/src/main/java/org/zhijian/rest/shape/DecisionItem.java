package org.zhijian.rest.shape;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Decision.Outcome;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;

/**
 * A decision as a step offers it.
 *
 * @param returnTo who may be asked to correct, the usual one first; only there where the decision asks for a correction
 */
public record DecisionItem(
        Decision code,
        String title,
        boolean opinionRequired,
        @Told("可选用的意见") List<String> phrases,
        @Maybe @JsonInclude(JsonInclude.Include.NON_NULL) @Told("可退回的对象，第一个为缺省；仅退回类决定有此项") List<Choice> returnTo) {

    /** All decisions of a step, in its order. */
    public static List<DecisionItem> of(Step step) {
        return of(step, step.decisions());
    }

    /** Those of its decisions that may be made now. */
    static List<DecisionItem> of(Step step, List<DecisionOption> offered) {
        List<Choice> correctors = step.correctors().stream()
                .map(corrector -> new Choice(corrector.to(), corrector.title()))
                .toList();
        return offered.stream().map(option -> of(option, correctors)).toList();
    }

    private static DecisionItem of(DecisionOption option, List<Choice> correctors) {
        boolean corrects = option.decision().outcome() == Outcome.CORRECT && option.decision() != Decision.SUPPLEMENT;
        return new DecisionItem(
                option.decision(),
                option.title(),
                option.opinionRequired(),
                option.phrases(),
                corrects ? correctors : null);
    }

    /** A value and what people read for it. */
    public record Choice(String value, String title) {}
}
