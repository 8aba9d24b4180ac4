package org.zhijian.core.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;

/**
 * A case as one caller may see it.
 *
 * @param definition the definition it was started under; only its data part may be used
 * @param definitionHash content hash of that definition
 * @param form the applicant's form; identity numbers and phones masked but for those who edit it, see {@link Act#REVEAL}
 * @param stepForms what the actors of steps filled in, by step id
 * @param labels Chinese labels of references, choices and regions in the forms, by {@code field} or {@code step.field}; personal data masked
 * @param changedFields ids of the fields that differ from the last submitted round
 * @param steps the step bar
 * @param tasks the tasks that wait now
 * @param myTasks ids of those that the caller may decide
 * @param findings what the guards say now; empty for those who may neither edit nor decide it
 * @param supplement what a notice asks the applicant for, while it waits for him
 * @param coReviews opinions of other officers; empty for parties
 * @param acts what the caller may do with it now
 * @param verificationCode leads to the public verification of the issued document; blank as long as there is none
 */
public record CaseView(
        CaseLine line,
        Procedure definition,
        String definitionHash,
        int round,
        FormData form,
        Map<String, FormData> stepForms,
        Map<String, String> labels,
        Set<String> changedFields,
        List<AttachmentView> attachments,
        List<StepView> steps,
        List<TaskLine> tasks,
        Set<String> myTasks,
        List<LogEntry> log,
        List<Finding> findings,
        Optional<Supplement> supplement,
        List<CoReview> coReviews,
        Set<Act> acts,
        String verificationCode) {

    /** What an applicant may do. */
    public enum Act {
        EDIT,
        SUBMIT,
        WITHDRAW,
        DELETE,
        /** See the identity numbers and phones that are masked, by {@link Cases#reveal}. */
        REVEAL
    }

    public CaseView {
        stepForms = Map.copyOf(stepForms);
        labels = Map.copyOf(labels);
        changedFields = Set.copyOf(changedFields);
        attachments = List.copyOf(attachments);
        steps = List.copyOf(steps);
        tasks = List.copyOf(tasks);
        myTasks = Set.copyOf(myTasks);
        log = List.copyOf(log);
        findings = List.copyOf(findings);
        coReviews = List.copyOf(coReviews);
        acts = Set.copyOf(acts);
    }
}
