package org.zhijian.rest.schema;

import java.util.List;
import java.util.function.UnaryOperator;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.form.Condition;

/** Rewrites conditions without changing what they say. */
final class Conditions {
    private Conditions() {}

    /** The condition as it is once this decision is being made: it no longer asks for {@link Condition#DECISION}. */
    static Condition under(Decision decision, Condition condition) {
        return rewrite(condition, asked -> {
            if (!asked.field().equals(Condition.DECISION)) {
                return asked;
            }
            return asked.values().contains(decision.name()) ? Condition.ALWAYS : Condition.NEVER;
        });
    }

    /** Both conditions, in the simplest words. */
    static Condition both(Condition one, Condition other) {
        return simplified(one.and(other));
    }

    static Condition simplified(Condition condition) {
        return rewrite(condition, asked -> asked);
    }

    private interface Leaf {
        Condition rewrite(Condition.In asked);
    }

    private static Condition rewrite(Condition condition, Leaf leaf) {
        UnaryOperator<Condition> inner = part -> rewrite(part, leaf);
        if (condition instanceof Condition.In asked) {
            return leaf.rewrite(asked);
        }
        if (condition instanceof Condition.Not not) {
            Condition denied = inner.apply(not.inner());
            return denied instanceof Condition.Always
                    ? Condition.NEVER
                    : denied instanceof Condition.Never ? Condition.ALWAYS : Condition.not(denied);
        }
        if (condition instanceof Condition.AllOf all) {
            List<Condition> parts = all.parts().stream()
                    .map(inner)
                    .filter(part -> !(part instanceof Condition.Always))
                    .toList();
            return parts.stream().anyMatch(Condition.Never.class::isInstance)
                    ? Condition.NEVER
                    : joined(parts, Condition.ALWAYS, new Condition.AllOf(parts));
        }
        if (condition instanceof Condition.AnyOf any) {
            List<Condition> parts = any.parts().stream()
                    .map(inner)
                    .filter(part -> !(part instanceof Condition.Never))
                    .toList();
            return parts.stream().anyMatch(Condition.Always.class::isInstance)
                    ? Condition.ALWAYS
                    : joined(parts, Condition.NEVER, new Condition.AnyOf(parts));
        }
        return condition;
    }

    private static Condition joined(List<Condition> parts, Condition ofNone, Condition ofSeveral) {
        return switch (parts.size()) {
            case 0 -> ofNone;
            case 1 -> parts.get(0);
            default -> ofSeveral;
        };
    }
}
