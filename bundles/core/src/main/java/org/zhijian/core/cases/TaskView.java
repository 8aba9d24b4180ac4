package org.zhijian.core.cases;

import java.util.List;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.procedure.Finding;

/**
 * A task that the caller may decide.
 *
 * @param step its step, of the pinned definition
 * @param decisions what of the step's decisions may be made now: where the rules forbid to go on, only to send it back (APR-07)
 * @param attachments what has been attached to the step so far
 * @param findings what the guards say now
 * @param coReviews the opinions that were asked for on it
 */
public record TaskView(
        TaskLine line,
        Step step,
        List<DecisionOption> decisions,
        List<AttachmentView> attachments,
        List<Finding> findings,
        List<CoReview> coReviews) {
    public TaskView {
        decisions = List.copyOf(decisions);
        attachments = List.copyOf(attachments);
        findings = List.copyOf(findings);
        coReviews = List.copyOf(coReviews);
    }
}
