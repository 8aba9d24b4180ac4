package org.zhijian.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.Demonstration;
import org.zhijian.api.Jurisdiction;
import org.zhijian.api.register.DayRule;
import org.zhijian.api.register.Register;

/** What is wrong with what days do by themselves: each rule is carried out, on its day, with each record of the cast that awaits it. */
final class DayRuleProblems {
    private DayRuleProblems() {}

    static List<String> of(Jurisdiction jurisdiction) {
        List<String> problems = new ArrayList<>();
        for (Demonstration.Holding<?> holding : jurisdiction.demonstration().holdings()) {
            rehearse(jurisdiction, holding, problems);
        }
        return List.copyOf(problems);
    }

    private static <R extends Record> void rehearse(
            Jurisdiction jurisdiction, Demonstration.Holding<R> holding, List<String> problems) {
        Register<R> register = holding.register();
        for (DayRule<R> rule : register.dayRules()) {
            for (R item : holding.records()) {
                rule.day()
                        .apply(item)
                        .flatMap(day -> rehearse(TestWorld.of(jurisdiction), register, rule, item, day))
                        .ifPresent(problem -> problems.add("台账 " + register.id() + " 日期规则 " + rule.id() + " 记录 "
                                + register.keyOf(item) + "：" + problem));
            }
        }
    }

    private static <R extends Record> Optional<String> rehearse(
            TestWorld world, Register<R> register, DayRule<R> rule, R item, LocalDate day) {
        try {
            rule.effect().apply(item, world.facts().number("").today(day).deciding(), world.changes());
        } catch (RuntimeException fault) {
            return Optional.of("执行失败：" + fault);
        }
        boolean again = world.register(register)
                .find(register.keyOf(item))
                .filter(after -> rule.isDue(after, day))
                .isPresent();
        return again ? Optional.of("执行后当日仍然到期") : Optional.empty();
    }
}
