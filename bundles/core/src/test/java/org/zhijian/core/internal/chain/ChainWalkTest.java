package org.zhijian.core.internal.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Chain.Branch;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.FormData;

/** Where chains lead. */
class ChainWalkTest {
    private static Step office(String id) {
        return Step.step(id, "环节", Actor.office("xx-office"));
    }

    private static Step party(String id) {
        return Step.step(id, "环节", Actor.organisation("当事人", facts -> "someone"));
    }

    private static List<String> ids(List<Step> steps) {
        return steps.stream().map(Step::id).toList();
    }

    private static Predicate<Branch> on(FormData form) {
        return branch -> branch.when().test(form);
    }

    private static List<Step> path(Chain chain, FormData form) {
        return ChainWalk.from(chain, on(form)).toList();
    }

    @Test
    void a_choice_follows_the_first_branch_whose_condition_holds() {
        Chain chain = Chain.sequence(
                office("first"),
                Chain.choice(
                        Chain.when(Condition.is("size", "LARGE"), office("inspect"), office("second")),
                        Chain.otherwise(office("second-only"))),
                office("last"));

        assertThat(ids(path(chain, FormData.EMPTY.with("size", "LARGE"))))
                .containsExactly("first", "inspect", "second", "last");
        assertThat(ids(path(chain, FormData.EMPTY))).containsExactly("first", "second-only", "last");
    }

    @Test
    void a_choice_without_a_fitting_branch_is_passed_over() {
        Chain chain =
                Chain.sequence(office("first"), Chain.choice(Chain.when(Condition.flagged("no"), office("never"))));

        assertThat(ids(path(chain, FormData.EMPTY))).containsExactly("first");
    }

    @Test
    void a_choice_behind_a_step_is_not_asked_before_that_step_is_left() {
        Chain chain = Chain.sequence(office("first"), Chain.choice(Chain.otherwise(office("second"))));
        Predicate<Branch> nobodyAsks = branch -> {
            throw new AssertionError("asked too early");
        };

        assertThat(ChainWalk.from(chain, nobodyAsks).findFirst()).map(Step::id).hasValue("first");
        assertThat(ids(ChainWalk.after(chain, "first", branch -> true).toList()))
                .containsExactly("second");
    }

    @Property
    void walking_from_step_to_step_visits_the_path_once_and_ends(
            @ForAll("chains") Chain chain, @ForAll("forms") FormData form) {
        List<Step> path = path(chain, form);

        List<Step> walked = new ArrayList<>();
        Optional<Step> here = path.stream().findFirst();
        while (here.isPresent()) {
            walked.add(here.get());
            assertThat(walked.size()).isLessThanOrEqualTo(path.size());
            here = ChainWalk.after(chain, here.get().id(), on(form)).findFirst();
        }
        assertThat(walked).isEqualTo(path);
        assertThat(chain.steps().toList()).containsAll(path);
    }

    @Provide
    Arbitrary<FormData> forms() {
        return Arbitraries.of("A", "B", "C").map(value -> FormData.EMPTY.with("branch", value));
    }

    @Provide
    Arbitrary<Chain> chains() {
        return shapes(4).map(shape -> shape.chain(new AtomicInteger()));
    }

    /** A chain before its steps are numbered. */
    private interface Shape {
        Chain chain(AtomicInteger next);
    }

    private Arbitrary<Shape> shapes(int depth) {
        Arbitrary<Shape> step = Arbitraries.of(true, false).map(isParty -> next -> {
            String id = "s" + next.incrementAndGet();
            return isParty ? party(id) : office(id);
        });
        if (depth == 0) {
            return step;
        }
        Arbitrary<Shape> sequence = shapes(depth - 1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> next -> Chain.sequence(
                        parts.stream().map(part -> part.chain(next)).toArray(Chain[]::new)));
        Arbitrary<Shape> choice = shapes(depth - 1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(parts -> next -> Chain.choice(java.util.stream.IntStream.range(0, parts.size())
                        .mapToObj(i -> Chain.when(
                                Condition.is("branch", i == 0 ? "A" : "B"),
                                parts.get(i).chain(next)))
                        .toArray(Chain.Branch[]::new)));
        return Arbitraries.oneOf(step, sequence, choice);
    }
}
