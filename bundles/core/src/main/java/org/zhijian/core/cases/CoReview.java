package org.zhijian.core.cases;

import java.time.Instant;
import java.util.Objects;

/**
 * An opinion that an officer asks another for. It stands beside the decision and does not replace it.
 *
 * @param task id of the task on which it was asked for
 * @param blocking true if the task is not decided before it has been given
 * @param reviewer who is asked
 * @param opinion blank as long as it has not been given
 * @param givenAt null as long as it has not been given
 * @param mine true if it is the caller who is asked
 */
public record CoReview(
        String id,
        String caseId,
        String caseNumber,
        String procedureTitle,
        String applicant,
        String task,
        String askedBy,
        Instant askedAt,
        String question,
        boolean blocking,
        String reviewer,
        String opinion,
        Instant givenAt,
        boolean mine) {
    public CoReview {
        Objects.requireNonNull(id);
        Objects.requireNonNull(question);
        Objects.requireNonNull(opinion);
    }

    public boolean isOpen() {
        return givenAt == null;
    }
}
