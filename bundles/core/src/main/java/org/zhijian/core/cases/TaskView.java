package org.zhijian.core.cases;

import java.util.List;
import org.zhijian.api.chain.Step;
import org.zhijian.api.procedure.Finding;

/**
 * A task that the caller may decide.
 *
 * @param step its step, of the pinned definition
 * @param attachments what has been attached to the step so far
 * @param findings what the guards say now
 */
public record TaskView(TaskLine line, Step step, List<AttachmentView> attachments, List<Finding> findings) {
    public TaskView {
        attachments = List.copyOf(attachments);
        findings = List.copyOf(findings);
    }
}
