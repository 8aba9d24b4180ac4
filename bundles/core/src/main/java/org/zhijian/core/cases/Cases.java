package org.zhijian.core.cases;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;

/**
 * What applicants do with their cases, and what everybody sees of them. Every method may throw a
 * {@link org.zhijian.core.access.Refusal}; then nothing has changed. Another tenant's id is refused with 404. Thread-safe.
 */
@ProviderType
public interface Cases {

    /** Starts a case as a draft. Drafts may be incomplete; what is wrong is among the findings. */
    CaseView start(Caller caller, Once once, String jurisdiction, String procedure, FormData form);

    /** Starts a case and hands it in at once: both happen in one commit, or neither. Refused with all findings if a rule is broken. */
    CaseView submit(Caller caller, Once once, String jurisdiction, String procedure, FormData form);

    /** Replaces the form of a draft or of a case to be corrected. */
    CaseView save(Caller caller, Once once, String caseId, FormData form);

    /** Deletes a draft. A case that has been submitted is withdrawn, not deleted. */
    void delete(Caller caller, Once once, String caseId);

    /** Hands in a draft, or a corrected case for another round. Refused with all findings if a rule is broken. */
    CaseView submit(Caller caller, Once once, String caseId);

    /** Takes a submitted case back. */
    CaseView withdraw(Caller caller, Once once, String caseId);

    CaseView view(Caller caller, String caseId);

    /** The case with identity numbers and phones in clear. That the caller saw them is kept in the audit. */
    CaseView reveal(Caller caller, String caseId);

    /** The cases that the caller may see: its own, those it has or had a step in, those its office oversees; newest first. */
    Page<CaseLine> list(Caller caller, CaseQuery query);

    /** Adds an attachment to a draft or to a case to be corrected. */
    AttachmentView attach(Caller caller, Once once, String caseId, Upload upload);

    /** Takes an attachment out of the present round. */
    void detach(Caller caller, Once once, String caseId, int n);

    /** Puts the current files of a slot in another order. @param order the numbers of all of them, each once */
    void arrange(Caller caller, Once once, String caseId, String slot, List<Integer> order);

    /** An attachment's content; reading it is an audit event. Refused with 503 if the content is no longer what was handed in. */
    Content content(Caller caller, String caseId, int n);
}
