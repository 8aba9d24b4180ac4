package org.zhijian.core.internal.cases;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;

/** Through the services, on a database. */
final class DatabaseStage implements ChainStage {
    private final CaseScene scene;
    private final Procedure procedure;

    DatabaseStage(Database database, long seed) {
        scene = new CaseScene(database, RandomChain.procedure(new Random(seed), "none"));
        procedure = RandomChain.procedure(new Random(seed), scene.otherFirm);
        scene.install(procedure);
    }

    Procedure procedure() {
        return procedure;
    }

    @Override
    public String start(Map<String, Object> form) {
        return scene.cases
                .start(scene.firm(), Once.UNKEYED, scene.jurisdiction, procedure.id(), new FormData(form))
                .line()
                .id();
    }

    @Override
    public Seen see(String id) {
        return scene.transactions.read(em -> new Seen(
                em.find(CaseEntity.class, id),
                em.createQuery("select t from TaskEntity t where t.caseId = :case", TaskEntity.class)
                        .setParameter("case", id)
                        .getResultList()));
    }

    @Override
    public void save(String caseId, FormData form) {
        scene.cases.save(scene.firm(), Once.UNKEYED, caseId, form);
    }

    @Override
    public void submit(String caseId) {
        scene.cases.submit(scene.firm(), Once.UNKEYED, caseId);
    }

    @Override
    public void withdraw(String caseId) {
        scene.cases.withdraw(scene.firm(), Once.UNKEYED, caseId);
    }

    @Override
    public void decide(Caller caller, TaskEntity task, Verdict verdict) {
        scene.tasks.carryOut(caller, Once.UNKEYED, task.id(), verdict);
    }

    @Override
    public Caller officer(String name) {
        return scene.officer(name);
    }

    @Override
    public Caller owner(TaskEntity task) {
        if (task.assigneeKind().equals("OFFICE")) {
            return scene.officer(task.assigneeId().substring(scene.jurisdiction.length() + 1));
        }
        return task.assigneeId().equals(scene.firm) ? scene.firm() : scene.otherFirm();
    }

    @Override
    public void tick() {
        scene.clock.forward(Duration.ofSeconds(1));
    }
}
