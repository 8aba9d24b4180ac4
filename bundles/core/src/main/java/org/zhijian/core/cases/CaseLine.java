package org.zhijian.core.cases;

import java.time.Instant;
import org.zhijian.api.chain.Stage;

/**
 * A case in a list.
 *
 * @param step title of the step it waits at; blank if none
 * @param submittedAt null before the first submission
 */
public record CaseLine(
        String id,
        String number,
        String jurisdiction,
        String procedure,
        String procedureTitle,
        String applicant,
        Stage stage,
        String step,
        Instant createdAt,
        Instant submittedAt,
        Instant changedAt) {}
