package org.zhijian.core.cases;

import java.time.Instant;
import java.util.List;
import org.zhijian.api.chain.Stage;

/**
 * A case in a list.
 *
 * @param step title of the step it waits at; blank if none
 * @param submittedAt null before the first submission
 * @param told what its matter shows of it in lists, in the matter's order
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
        Instant changedAt,
        List<Told> told) {

    /**
     * A field in a list.
     *
     * @param field id of the field
     * @param label its Chinese label
     * @param text what people read there; blank if nothing is filled in
     */
    public record Told(String field, String label, String text) {}

    public CaseLine {
        told = List.copyOf(told);
    }
}
