package org.zhijian.api.chain;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.zhijian.api.form.Condition;

/**
 * The review chain: a closed algebra of {@link Step}s, one after the other or chosen by data. A step itself may sit with several actors, of
 * whom any one or all must agree ({@link Step.Mode}). At any moment a case waits at exactly one step, so its position is that step's id.
 */
public sealed interface Chain permits Step, Chain.Sequence, Chain.Choice {

    /** No step at all: what is submitted is done. Of registrations only. */
    Chain NONE = new Choice(List.of());

    /** All steps, in the order in which they are written, of every branch. */
    Stream<Step> steps();

    /** One part after the other; not empty. */
    record Sequence(List<Chain> parts) implements Chain {
        public Sequence {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("a sequence has at least one part");
            }
        }

        @Override
        public Stream<Step> steps() {
            return parts.stream().flatMap(Chain::steps);
        }
    }

    /** The first branch whose condition holds on the applicant's form when the choice is reached; none of them: it is passed over. */
    record Choice(List<Branch> branches) implements Chain {
        public Choice {
            branches = List.copyOf(branches);
        }

        @Override
        public Stream<Step> steps() {
            return branches.stream().flatMap(branch -> branch.then().steps());
        }
    }

    /** What follows when the condition holds. */
    record Branch(Condition when, Chain then) {
        public Branch {
            Objects.requireNonNull(when);
            Objects.requireNonNull(then);
        }
    }

    static Chain sequence(Chain... parts) {
        return parts.length == 1 ? parts[0] : new Sequence(List.of(parts));
    }

    static Chain choice(Branch... branches) {
        return new Choice(List.of(branches));
    }

    static Branch when(Condition condition, Chain... then) {
        return new Branch(condition, sequence(then));
    }

    static Branch otherwise(Chain... then) {
        return new Branch(Condition.ALWAYS, sequence(then));
    }
}
