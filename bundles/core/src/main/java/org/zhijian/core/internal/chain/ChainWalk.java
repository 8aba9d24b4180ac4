package org.zhijian.core.internal.chain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.FormData;

/** Where a chain leads, given the applicant's form. Pure functions. */
public final class ChainWalk {
    private ChainWalk() {}

    /** The steps that a case with this form goes through, in order. */
    public static List<Step> path(Chain chain, FormData form) {
        return steps(chain, form).toList();
    }

    private static Stream<Step> steps(Chain chain, FormData form) {
        if (chain instanceof Step step) {
            return Stream.of(step);
        }
        if (chain instanceof Chain.Sequence sequence) {
            return sequence.parts().stream().flatMap(part -> steps(part, form));
        }
        Chain.Choice choice = (Chain.Choice) chain;
        return choice.branches().stream()
                .filter(branch -> branch.when().test(form))
                .findFirst()
                .map(branch -> steps(branch.then(), form))
                .orElse(Stream.empty());
    }

    /** The step after this one; empty at the end of the chain. */
    public static Optional<Step> after(List<Step> path, String stepId) {
        for (int i = 0; i < path.size() - 1; i++) {
            if (path.get(i).id().equals(stepId)) {
                return Optional.of(path.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /**
     * Where a submission begins: at the first step that has to be taken. Steps of parties at the front that are still good (taken before
     * by the same parties, and not sent back) are not taken again; a review always is.
     */
    public static Optional<Step> begin(List<Step> path, java.util.function.Predicate<Step> stillGood) {
        return path.stream()
                .dropWhile(step -> step.isTakenByParty() && stillGood.test(step))
                .findFirst();
    }
}
