package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Corrector;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.internal.cases.ChainStage.Seen;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/**
 * Random chains, driven by random acts of several actors: a hundred thousand on the engine alone, and some on both databases through the
 * services. After each act: the case is not stuck, no task is an orphan, nothing that was filled in is lost, each act stands in the log once,
 * and no step is decided twice. {@code -Dzhijian.chains.steps} makes it longer, {@code -Dzhijian.seed} repeats what failed.
 */
class RandomChainsTest {
    private static final int STEPS = Integer.getInteger("zhijian.chains.steps", 100_000);
    private static final int STEPS_ON_DATABASE = Math.max(1_000, STEPS / 100);
    private static final int ACTS_EACH = 25;
    private static final int CASES_EACH = 20;

    private final long firstSeed = Long.getLong("zhijian.seed", System.nanoTime());
    private final List<String> acts = new ArrayList<>();
    private int done;
    private int accepted;

    @Test
    void no_case_is_ever_stuck_orphaned_or_decided_twice() {
        drive(STEPS, seed -> {
            MemoryStage stage = new MemoryStage(seed);
            return new Play(stage, stage.procedure());
        });
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void nor_is_one_that_is_kept_in_a_database(Database database) {
        drive(STEPS_ON_DATABASE, seed -> {
            DatabaseStage stage = new DatabaseStage(database, seed);
            return new Play(stage, stage.procedure());
        });
    }

    private record Play(ChainStage stage, Procedure procedure) {}

    private void drive(int steps, LongFunction<Play> plays) {
        for (long seed = firstSeed; done < steps; seed++) {
            Random random = new Random(seed);
            Play play = plays.apply(seed);
            for (int i = 0; i < CASES_EACH && done < steps; i++) {
                acts.clear();
                try {
                    drive(play, random);
                } catch (RuntimeException | AssertionError broken) {
                    throw new AssertionError(
                            "-Dzhijian.seed=" + seed + ", chain "
                                    + play.procedure().chain() + ", acts " + acts,
                            broken);
                }
            }
        }
        assertThat(done).isGreaterThanOrEqualTo(steps);
        assertThat(accepted).as("acts that changed something").isGreaterThan(steps / 2);
        System.out.println(done + " acts on random chains, " + accepted + " accepted, first seed " + firstSeed);
    }

    private void drive(Play play, Random random) {
        ChainStage stage = play.stage();
        Map<String, Object> form = CaseScene.form("摊位");
        form.put("branch", random.nextBoolean() ? "A" : "B");
        String id = stage.start(form);
        for (int i = 0; i < ACTS_EACH && stage.see(id).entity().state().isOpen(); i++) {
            done++;
            stage.tick();
            int entries = stage.see(id).entity().eventSeq();
            boolean changed = act(stage, stage.see(id), random, form);
            accepted += changed ? 1 : 0;
            Seen after = stage.see(id);
            assertThat(after.entity().eventSeq() - entries)
                    .as("entries in the log")
                    .isEqualTo(changed ? 1 : 0);
            check(play.procedure(), after, form);
        }
    }

    /** One act, sensible or not. True if it changed something. */
    private boolean act(ChainStage stage, Seen seen, Random random, Map<String, Object> form) {
        String id = seen.entity().id();
        try {
            if (CasePolicy.isEditable(seen.entity()) && random.nextInt(8) > 0) {
                if (random.nextInt(3) == 0) {
                    Map<String, Object> changed = new HashMap<>(form);
                    changed.put("branch", random.nextBoolean() ? "A" : "B");
                    acts.add("save " + changed);
                    boolean different = !changed.equals(form);
                    stage.save(id, new FormData(changed));
                    form.putAll(changed);
                    return different;
                }
                acts.add("submit");
                stage.submit(id);
                return true;
            }
            if (random.nextInt(20) == 0) {
                acts.add("withdraw");
                stage.withdraw(id);
                return true;
            }
            return decide(stage, seen, random);
        } catch (Refusal refused) {
            acts.add("refused: " + refused.code());
            return false;
        }
    }

    private boolean decide(ChainStage stage, Seen seen, Random random) {
        List<TaskEntity> possible = random.nextInt(5) == 0 ? seen.tasks() : seen.open();
        if (possible.isEmpty()) {
            return false;
        }
        TaskEntity task = possible.get(random.nextInt(possible.size()));
        Caller caller = random.nextInt(6) == 0
                ? stage.officer(List.of("east", "west", "head").get(random.nextInt(3)))
                : stage.owner(task);
        int dice = random.nextInt(10);
        Decision decision = dice < 7 ? Decision.APPROVE : dice < 9 ? Decision.RETURN : Decision.REJECT;
        FormData form = FormData.EMPTY.with("more", random.nextBoolean());
        String returnTo = decision == Decision.RETURN && random.nextInt(3) == 0 ? "s1" : "";
        acts.add(caller.displayName() + " " + decision + " " + task.step() + " " + returnTo);
        stage.decide(caller, task, new Verdict(decision, "意见", form, returnTo));
        TaskEntity decided = stage.see(task.caseId()).tasks().stream()
                .filter(same -> same.id().equals(task.id()))
                .findFirst()
                .orElseThrow();
        assertThat(Json.form(decided.form()).values())
                .as("the form of the step")
                .isEqualTo(form.values());
        return true;
    }

    private static void check(Procedure procedure, Seen after, Map<String, Object> form) {
        CaseEntity entity = after.entity();
        assertThat(Json.form(entity.form()).values()).as("the form").containsAllEntriesOf(form);

        boolean waits = entity.step() != null;
        boolean withApplicant = CasePolicy.isEditable(entity);
        boolean ended = !entity.state().isOpen();
        assertThat(List.of(waits, withApplicant, ended)).as("where the case is").containsOnlyOnce(true);
        Set<String> stepsOfOpen = after.open().stream().map(TaskEntity::step).collect(Collectors.toSet());
        assertThat(stepsOfOpen).as("open tasks").isEqualTo(waits ? Set.of(entity.step()) : Set.of());
        assertThat(after.open()).allMatch(task -> task.round() == entity.round());
        if (entity.state() == CaseState.TO_MODIFY) {
            assertThat(entity.corrector()).isNotNull();
        } else {
            assertThat(entity.corrector()).isNotEqualTo(Corrector.APPLICANT);
        }
        if (waits) {
            List<String> route = entity.route();
            assertThat(route).doesNotHaveDuplicates().last().isEqualTo(entity.step());
        }
        after.tasks().stream()
                .collect(Collectors.groupingBy(task -> task.round() + " " + task.step()))
                .forEach((visit, tasks) -> decidedOnce(procedure, tasks));
    }

    /** Of any, one decides; of all, at most one does other than agree. */
    private static void decidedOnce(Procedure procedure, List<TaskEntity> tasks) {
        Step step = procedure.step(tasks.get(0).step()).orElseThrow();
        List<TaskEntity> decided =
                tasks.stream().filter(task -> task.state() == TaskState.DONE).toList();
        long decisive = decided.stream()
                .filter(task -> step.mode() == Step.Mode.ANY_OF
                        || CasePolicy.decision(task).outcome() != Decision.Outcome.ADVANCE)
                .count();
        assertThat(decisive).as("decisive acts at " + step.id()).isLessThanOrEqualTo(1);
        assertThat(tasks.stream().map(TaskEntity::assigneeId)).doesNotHaveDuplicates();
    }
}
