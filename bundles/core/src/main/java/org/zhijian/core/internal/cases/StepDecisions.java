package org.zhijian.core.internal.cases;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhijian.api.chain.Corrector;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Decision.Outcome;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.cases.Supplement;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/** What may be decided at a step, and to whom it is sent back. Pure functions. */
final class StepDecisions {
    private static final String SUPPLEMENT = "supplement";

    private StepDecisions() {}

    /** True if the substance of the case is judged here. */
    static boolean judges(Step step) {
        return step.decisions().stream().anyMatch(option -> option.decision().isJudgement());
    }

    static boolean mayBeSentBack(Step step) {
        return step.decisions().stream().anyMatch(StepDecisions::sendsBack);
    }

    private static boolean sendsBack(DecisionOption option) {
        return option.decision().outcome() == Outcome.CORRECT;
    }

    /** The decisions that may be made now. Where rules forbid the judgement, only sending back is left (APR-07). */
    static List<DecisionOption> offered(Step step, List<Finding> findings, List<TaskEntity> tasks) {
        boolean forbidden =
                judges(step) && mayBeSentBack(step) && findings.stream().anyMatch(Finding::isError);
        return step.decisions().stream()
                .filter(option -> !forbidden || sendsBack(option))
                .filter(option -> option.decision() != Decision.SUPPLEMENT || !wasNotified(step, tasks))
                .toList();
    }

    /** True if this step has told once what is missing: all of it must have been told then. */
    private static boolean wasNotified(Step step, List<TaskEntity> tasks) {
        return tasks.stream()
                .anyMatch(task -> task.step().equals(step.id())
                        && task.state() == TaskState.DONE
                        && CasePolicy.decision(task) == Decision.SUPPLEMENT);
    }

    static List<Violation> supplementViolations(
            Procedure procedure, Step step, Verdict verdict, List<TaskEntity> tasks, LocalDate today) {
        if (verdict.decision() != Decision.SUPPLEMENT) {
            return verdict.supplement().isEmpty() ? List.of() : violation("只有一次性告知补正可以列出补正内容");
        }
        if (wasNotified(step, tasks)) {
            return violation("补正内容应一次性告知，本环节已告知过");
        }
        if (verdict.supplement().isEmpty() || verdict.supplement().get().items().isEmpty()) {
            return violation("请选择需要补正的内容");
        }
        Supplement supplement = verdict.supplement().get();
        if (!correctable(procedure).containsAll(supplement.items())) {
            return violation("补正内容不在申请表单和材料之中");
        }
        return supplement.dueOn().isAfter(today) && supplement.dueOn().isBefore(today.plusYears(1))
                ? List.of()
                : violation("补正期限应晚于今天，且不超过一年");
    }

    private static Set<String> correctable(Procedure procedure) {
        Set<String> ids = new HashSet<>();
        procedure.applicantForm().fields().stream().map(Field::id).forEach(ids::add);
        procedure.slots().stream().map(Slot::id).forEach(ids::add);
        return ids;
    }

    private static List<Violation> violation(String message) {
        return List.of(Violation.of(SUPPLEMENT, "APR-SUPPLEMENT", message));
    }

    /** Who corrects after this decision. What is missing is told to the applicant, whose the list is. */
    static Corrector corrector(Step step, DecisionOption option, Verdict verdict) {
        if (option.decision() == Decision.SUPPLEMENT) {
            return Corrector.applicant(option.title(), "待补正");
        }
        if (verdict.returnTo().isBlank()) {
            return step.correctors().get(0);
        }
        return step.correctors().stream()
                .filter(corrector -> corrector.to().equals(verdict.returnTo()))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid(Violation.of("returnTo", "DECISION", "不能退回给“" + verdict.returnTo() + "”")));
    }
}
