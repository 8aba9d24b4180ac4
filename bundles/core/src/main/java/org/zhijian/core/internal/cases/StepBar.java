package org.zhijian.core.internal.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Step;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.cases.StepView;
import org.zhijian.core.cases.StepView.Progress;
import org.zhijian.core.cases.StepView.Seat;
import org.zhijian.core.internal.chain.ChainWalk;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/** The chain as a step bar shows it. Pure functions over what is stored. */
final class StepBar {
    private StepBar() {}

    /**
     * @param definition the running one where there is one, so that its rules say where the case will go
     * @param holds whether the case goes along a branch, as it looks now
     * @param officeName the name of an office by its id
     */
    static List<StepView> of(
            Procedure definition,
            Predicate<Chain.Branch> holds,
            CaseEntity entity,
            List<TaskEntity> tasks,
            Function<String, Optional<String>> officeName) {
        List<Step> path = path(definition, holds, entity);
        int here = position(path, entity, tasks);
        List<StepView> bar = new ArrayList<>(path.size());
        for (int i = 0; i < path.size(); i++) {
            Step step = path.get(i);
            Progress progress = i < here ? Progress.DONE : i > here ? Progress.AHEAD : present(entity);
            bar.add(new StepView(step.id(), step.title(), progress, seats(step, progress, tasks, officeName)));
        }
        return bar;
    }

    /** The steps that the case has reached, and those that lie ahead as it looks now. */
    private static List<Step> path(Procedure definition, Predicate<Chain.Branch> holds, CaseEntity entity) {
        List<String> route = entity.route();
        if (route.isEmpty()) {
            return ChainWalk.from(definition.chain(), holds).toList();
        }
        Stream<Step> reached = route.stream().flatMap(id -> definition.step(id).stream());
        Stream<Step> ahead = entity.state() == CaseState.CLOSED
                ? Stream.empty()
                : ChainWalk.after(definition.chain(), route.get(route.size() - 1), holds);
        return Stream.concat(reached, ahead).toList();
    }

    /** Index of the step that waits, or at which the case was sent back or refused; -1 before all, the length when all are done. */
    private static int position(List<Step> path, CaseEntity entity, List<TaskEntity> tasks) {
        if (entity.state() == CaseState.DRAFT) {
            return -1;
        }
        String step = entity.step() != null ? entity.step() : lastStop(tasks).orElse(null);
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).id().equals(step)) {
                return i;
            }
        }
        return entity.state() == CaseState.WITHDRAWN ? -1 : path.size();
    }

    /** The step at which the case was last sent back or refused, unless it went on since. */
    private static Optional<String> lastStop(List<TaskEntity> tasks) {
        return tasks.stream()
                .filter(task -> task.state() == TaskState.DONE)
                .max(Comparator.comparing(TaskEntity::decidedAt))
                .filter(task -> CasePolicy.decision(task).outcome() != Decision.Outcome.ADVANCE)
                .map(TaskEntity::step);
    }

    private static Progress present(CaseEntity entity) {
        return switch (entity.state()) {
            case TO_MODIFY -> Progress.RETURNED;
            case REJECTED -> Progress.REFUSED;
            default -> Progress.WAITING;
        };
    }

    private static List<Seat> seats(
            Step step, Progress progress, List<TaskEntity> tasks, Function<String, Optional<String>> officeName) {
        List<TaskEntity> taken =
                tasks.stream().filter(task -> task.step().equals(step.id())).toList();
        if (progress == Progress.AHEAD || taken.isEmpty()) {
            return step.actors().stream()
                    .map(actor -> new Seat(label(actor, officeName), ""))
                    .distinct()
                    .toList();
        }
        int round = taken.stream().mapToInt(TaskEntity::round).max().orElseThrow();
        return taken.stream()
                .filter(task -> task.round() == round)
                .map(task -> new Seat(task.assigneeName(), decided(step, task)))
                .toList();
    }

    private static String label(Actor actor, Function<String, Optional<String>> officeName) {
        return actor.officeId().isBlank()
                ? actor.label()
                : officeName.apply(actor.officeId()).orElse(actor.label());
    }

    private static String decided(Step step, TaskEntity task) {
        if (CasePolicy.wasHandedOver(task)) {
            return "已移交";
        }
        if (task.state() == TaskState.VOID) {
            return "已由" + task.deciderName() + "办结";
        }
        return task.state() == TaskState.OPEN
                ? ""
                : step.decision(CasePolicy.decision(task))
                        .map(option -> option.title())
                        .orElse("");
    }
}
