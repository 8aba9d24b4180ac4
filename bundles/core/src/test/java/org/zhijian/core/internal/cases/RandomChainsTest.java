package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Corrector;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Databases;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/**
 * Random chains, driven by random acts of several actors through the services on a database. After each act: the case is not stuck, no task is
 * an orphan, nothing that was filled in is lost, each act stands in the log once, and no step is decided twice. {@code -Dzhijian.chains.acts}
 * makes it longer, {@code -Dzhijian.chains.seed} repeats what failed.
 */
class RandomChainsTest {
    private static final int ACTS = Integer.getInteger("zhijian.chains.acts", 4_000);
    private static final long SEED = Long.getLong("zhijian.chains.seed", 20261125L);
    private static final int ACTS_EACH = 25;
    private static final int CASES_EACH = 20;

    private final List<String> acts = new ArrayList<>();
    private int done;

    @Test
    void no_case_is_ever_stuck_orphaned_or_decided_twice() {
        Database database = Databases.shared().findFirst().orElseThrow().getPayload();
        for (long seed = SEED; done < ACTS; seed++) {
            Random random = new Random(seed);
            CaseScene scene = new CaseScene(database, RandomChain.procedure(new Random(seed), "none"));
            Procedure procedure = RandomChain.procedure(random, scene.otherFirm);
            scene.install(procedure);
            for (int i = 0; i < CASES_EACH && done < ACTS; i++) {
                acts.clear();
                try {
                    drive(scene, procedure, random);
                } catch (RuntimeException | AssertionError broken) {
                    throw new AssertionError(
                            "seed " + seed + ", chain " + procedure.chain() + ", acts " + acts, broken);
                }
            }
        }
        assertThat(done).isGreaterThanOrEqualTo(ACTS);
    }

    private void drive(CaseScene scene, Procedure procedure, Random random) {
        Map<String, Object> form = CaseScene.form("摊位");
        form.put("branch", random.nextBoolean() ? "A" : "B");
        String id = scene.cases
                .start(scene.firm(), Once.UNKEYED, scene.jurisdiction, procedure.id(), new FormData(form))
                .line()
                .id();
        Seen before = see(scene, id);
        for (int i = 0; i < ACTS_EACH && before.entity().state().isOpen(); i++) {
            done++;
            scene.clock.forward(java.time.Duration.ofSeconds(1));
            boolean accepted = act(scene, before, random, form);
            Seen after = see(scene, id);
            check(procedure, before, after, accepted, form);
            before = after;
        }
    }

    private record Seen(CaseEntity entity, List<TaskEntity> tasks) {
        List<TaskEntity> open() {
            return tasks.stream().filter(task -> task.state() == TaskState.OPEN).toList();
        }
    }

    private static Seen see(CaseScene scene, String id) {
        return scene.transactions.read(em -> new Seen(
                em.find(CaseEntity.class, id),
                em.createQuery("select t from TaskEntity t where t.caseId = :case", TaskEntity.class)
                        .setParameter("case", id)
                        .getResultList()));
    }

    /** One act, sensible or not. True if it changed something. */
    private boolean act(CaseScene scene, Seen seen, Random random, Map<String, Object> form) {
        String id = seen.entity().id();
        try {
            if (CasePolicy.isEditable(seen.entity()) && random.nextInt(8) > 0) {
                if (random.nextInt(3) == 0) {
                    Map<String, Object> changed = new HashMap<>(form);
                    changed.put("branch", random.nextBoolean() ? "A" : "B");
                    acts.add("save " + changed);
                    boolean different = !changed.equals(form);
                    scene.cases.save(scene.firm(), Once.UNKEYED, id, new FormData(changed));
                    form.putAll(changed);
                    return different;
                }
                acts.add("submit");
                scene.cases.submit(scene.firm(), Once.UNKEYED, id);
                return true;
            }
            if (random.nextInt(20) == 0) {
                acts.add("withdraw");
                scene.cases.withdraw(scene.firm(), Once.UNKEYED, id);
                return true;
            }
            return decide(scene, seen, random);
        } catch (Refusal refused) {
            acts.add("refused: " + refused.code());
            return false;
        }
    }

    private boolean decide(CaseScene scene, Seen seen, Random random) {
        List<TaskEntity> possible = random.nextInt(5) == 0 ? seen.tasks() : seen.open();
        if (possible.isEmpty()) {
            return false;
        }
        TaskEntity task = possible.get(random.nextInt(possible.size()));
        Caller caller = random.nextInt(6) == 0
                ? scene.officer(List.of("east", "west", "head").get(random.nextInt(3)))
                : owner(scene, task);
        int dice = random.nextInt(10);
        Decision decision = dice < 7 ? Decision.APPROVE : dice < 9 ? Decision.RETURN : Decision.REJECT;
        FormData form = FormData.EMPTY.with("more", random.nextBoolean());
        String returnTo = decision == Decision.RETURN && random.nextInt(3) == 0 ? "s1" : "";
        acts.add(caller.displayName() + " " + decision + " " + task.step() + " " + returnTo);
        scene.tasks.carryOut(caller, Once.UNKEYED, task.id(), new Verdict(decision, "意见", form, returnTo));
        return true;
    }

    private static Caller owner(CaseScene scene, TaskEntity task) {
        if (task.assigneeKind().equals("OFFICE")) {
            return scene.officer(task.assigneeId().substring(scene.jurisdiction.length() + 1));
        }
        return task.assigneeId().equals(scene.firm) ? scene.firm() : scene.otherFirm();
    }

    private static void check(
            Procedure procedure, Seen before, Seen after, boolean accepted, Map<String, Object> form) {
        CaseEntity entity = after.entity();
        assertThat(entity.eventSeq() - before.entity().eventSeq())
                .as("entries in the log")
                .isEqualTo(accepted ? 1 : 0);
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
