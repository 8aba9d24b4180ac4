package org.zhijian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhijian.api.DefinitionProblems;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Jurisdiction;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.Step;
import org.zhijian.api.directory.Office;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.procedure.Procedure;

/**
 * The contract that every jurisdiction passes. Extend it in the module's tests, name the jurisdiction, and inherit the checks; each reports
 * all that it finds at once.
 */
public abstract class JurisdictionContractTest {

    /** The jurisdiction under test, made anew at each call. */
    protected abstract Jurisdiction jurisdiction();

    @Test
    @DisplayName("its definitions have no problems")
    void definitions() {
        assertThat(DefinitionProblems.of(jurisdiction().descriptor())).isEmpty();
    }

    @Test
    @DisplayName("its descriptor is the same value at each call")
    void sameValue() {
        assertThat(DataPart.of(jurisdiction().descriptor()))
                .isEqualTo(DataPart.of(jurisdiction().descriptor()));
    }

    @Test
    @DisplayName("its offices bear its prefix, and its steps lead to them")
    void offices() {
        Descriptor descriptor = jurisdiction().descriptor();
        String prefix = descriptor.numberPrefix().toLowerCase(Locale.ROOT) + "-";
        Set<String> offices = descriptor.offices().stream().map(Office::id).collect(Collectors.toSet());
        List<String> problems = new ArrayList<>();
        offices.stream()
                .filter(id -> !id.startsWith(prefix))
                .forEach(id -> problems.add("机构标识“" + id + "”不以“" + prefix + "”开头"));
        for (Procedure procedure : descriptor.definitions()) {
            for (Step step : procedure.chain().steps().toList()) {
                fixedOffices(step).stream()
                        .filter(id -> !offices.contains(id))
                        .forEach(id ->
                                problems.add("事项 " + procedure.id() + " 环节 " + step.id() + "：机构“" + id + "”未在辖区中声明"));
            }
        }
        assertThat(problems).isEmpty();
    }

    /** An office without words of its own is a fixed one: its routing asks for no facts. */
    private static List<String> fixedOffices(Step step) {
        return step.actors().stream()
                .filter(actor -> !actor.isParty() && actor.label().isEmpty())
                .map(Actor::routing)
                .map(routing -> routing.route(new TestWorld().facts()).id())
                .toList();
    }

    @Test
    @DisplayName("its rules, subjects and choices bear an empty form at every moment")
    void emptyForms() {
        assertThat(EmptyFormProblems.of(jurisdiction())).isEmpty();
    }

    @Test
    @DisplayName("what days do to its records by themselves comes to an end")
    void dayRules() {
        assertThat(DayRuleProblems.of(jurisdiction())).isEmpty();
    }

    @Test
    @DisplayName(
            "its channels bear a message with nothing but what is required, in an empty world and in that of its cast")
    void leastMessages() {
        Jurisdiction jurisdiction = jurisdiction();
        List<String> problems = new ArrayList<>();
        for (Intake channel : jurisdiction.descriptor().intakes()) {
            for (TestWorld world : List.of(new TestWorld(), TestWorld.of(jurisdiction))) {
                try {
                    TestMessage message = TestMessage.of(world, LeastMessage.of(channel));
                    Objects.requireNonNull(channel.subjects().apply(message));
                    message.pushInto(channel);
                } catch (RuntimeException fault) {
                    problems.add("接收通道 " + channel.id() + "不能承受只有必填内容的数据：" + fault);
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    @DisplayName("the cast of its demonstration is sound")
    void cast() {
        Jurisdiction jurisdiction = jurisdiction();
        assertThat(CastProblems.of(jurisdiction.descriptor(), jurisdiction.demonstration()))
                .isEmpty();
    }
}
