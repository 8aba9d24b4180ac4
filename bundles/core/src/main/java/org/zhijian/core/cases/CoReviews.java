package org.zhijian.core.cases;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;

/** Opinions of other officers on a task (征求意见). Thread-safe; refusals as in {@link Cases}. */
@ProviderType
public interface CoReviews {

    /**
     * What is asked.
     *
     * @param reviewer login name of an officer of the same jurisdiction
     * @param question may be blank
     * @param blocking true if the task is not to be decided before the opinion is there
     */
    record Request(String reviewer, String question, boolean blocking) {}

    /** Asks an officer for an opinion on a task that waits for the caller. From then on that officer may see the case. */
    CoReview ask(Caller caller, Once once, String taskId, Request request);

    /** Gives the opinion that the caller was asked for, once. */
    CoReview give(Caller caller, Once once, String coReviewId, String opinion);

    /** What the caller has been asked for and has not given yet, oldest first. */
    List<CoReview> awaited(Caller caller);
}
