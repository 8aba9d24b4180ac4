package org.zhijian.core.internal.cases;

import java.util.List;
import java.util.Map;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/** Where random chains are played: one procedure, one applicant, and whoever takes its steps. What is not allowed is refused with a {@link Refusal}. */
interface ChainStage {
    /** A case as it stands, and all its tasks. */
    record Seen(CaseEntity entity, List<TaskEntity> tasks) {
        List<TaskEntity> open() {
            return tasks.stream().filter(task -> task.state() == TaskState.OPEN).toList();
        }
    }

    /** A new draft. @return its id */
    String start(Map<String, Object> form);

    Seen see(String caseId);

    void save(String caseId, FormData form);

    void submit(String caseId);

    void withdraw(String caseId);

    void decide(Caller caller, TaskEntity task, Verdict verdict);

    /** Somebody of the office of this name. */
    Caller officer(String name);

    /** Who may take a task. */
    Caller owner(TaskEntity task);

    /** Time passes, so that no two acts are of the same moment. */
    void tick();
}
