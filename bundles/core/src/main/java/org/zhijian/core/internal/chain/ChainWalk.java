package org.zhijian.core.internal.chain;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Chain.Branch;
import org.zhijian.api.chain.Step;

/**
 * Where a chain leads. A walk looks ahead from one step; which steps a case has passed is remembered with the case, so no choice is made
 * twice. Pure functions; the streams are lazy, so that a choice is asked for only when it is reached.
 */
public final class ChainWalk {
    private ChainWalk() {}

    /** The steps from the beginning, as far as the choices lead. */
    public static Stream<Step> from(Chain chain, Predicate<Branch> holds) {
        if (chain instanceof Step step) {
            return Stream.of(step);
        }
        if (chain instanceof Chain.Sequence sequence) {
            return from(sequence.parts(), holds);
        }
        Chain.Choice choice = (Chain.Choice) chain;
        return choice.branches().stream().filter(holds).limit(1).flatMap(branch -> from(branch.then(), holds));
    }

    private static Stream<Step> from(List<Chain> parts, Predicate<Branch> holds) {
        return parts.stream().flatMap(part -> from(part, holds));
    }

    /** The steps after this one; none if the chain does not have it, or ends with it. */
    public static Stream<Step> after(Chain chain, String stepId, Predicate<Branch> holds) {
        return find(chain, stepId, holds).orElseGet(Stream::empty);
    }

    private static Optional<Stream<Step>> find(Chain chain, String stepId, Predicate<Branch> holds) {
        if (chain instanceof Step step) {
            return step.id().equals(stepId) ? Optional.of(Stream.empty()) : Optional.empty();
        }
        if (chain instanceof Chain.Choice choice) {
            return choice.branches().stream()
                    .flatMap(branch -> find(branch.then(), stepId, holds).stream())
                    .findFirst();
        }
        List<Chain> parts = ((Chain.Sequence) chain).parts();
        for (int i = 0; i < parts.size(); i++) {
            Optional<Stream<Step>> inside = find(parts.get(i), stepId, holds);
            if (inside.isPresent()) {
                List<Chain> rest = parts.subList(i + 1, parts.size());
                return inside.map(ahead -> Stream.concat(ahead, from(rest, holds)));
            }
        }
        return Optional.empty();
    }
}
