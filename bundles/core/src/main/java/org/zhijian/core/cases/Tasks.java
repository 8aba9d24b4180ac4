package org.zhijian.core.cases;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;

/** What reviewers and other actors of steps do. Thread-safe; refusals as in {@link Cases}. */
@ProviderType
public interface Tasks {

    /** The caller's tasks, by deadline and then by age. */
    Page<TaskLine> list(Caller caller, TaskQuery query);

    /** How many tasks are in each box, at most 99 each. */
    Map<TaskQuery.Box, Integer> counts(Caller caller);

    /** How many tasks wait for the caller, by the id of their procedure; without those of which none wait. */
    Map<String, Integer> waiting(Caller caller);

    TaskView view(Caller caller, String taskId);

    /**
     * Decides a task. The decision, its effects, its log and the next tasks are committed together before this returns. Refused with 409
     * if another was faster, with 422 and the findings if a rule is broken.
     */
    CaseView decide(Caller caller, Once once, String taskId, Verdict verdict);

    /** Attaches a file to a step, before its decision. */
    AttachmentView attach(Caller caller, Once once, String taskId, Upload upload);

    void detach(Caller caller, Once once, String taskId, int n);

    /** Puts the files of a step's slot in another order. @param order the numbers of all of them, each once */
    void arrange(Caller caller, Once once, String taskId, String slot, List<Integer> order);
}
