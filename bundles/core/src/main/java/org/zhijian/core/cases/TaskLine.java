package org.zhijian.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.zhijian.api.chain.Stage;

/**
 * A task in an inbox.
 *
 * @param step id of the step
 * @param title title of the step
 * @param assignee name of the office, organisation or person that it waits for
 * @param submittedAt when the case was handed in last; null only for cases that never were
 * @param dueOn null if there is no deadline
 * @param daysLeft working days left, negative when overdue, null if there is no deadline
 */
public record TaskLine(
        String id,
        String caseId,
        String caseNumber,
        String jurisdiction,
        String procedure,
        String procedureTitle,
        String applicant,
        String step,
        String title,
        String assignee,
        Stage stage,
        Instant submittedAt,
        Instant since,
        LocalDate dueOn,
        Integer daysLeft,
        boolean overdue,
        Handling handling) {

    /**
     * Who has, or had, it in hand. Names are blank and times null where nobody has.
     *
     * @param claimedBy who has taken it up or was given it
     * @param claimedUntil until when the colleagues do not see it
     * @param mine true if it is the caller who has it
     * @param actingFor the absent colleague for whom the caller may decide it
     * @param decidedBy who decided it, or whose act ended it
     * @param decision what was decided; blank if another decided in its place
     */
    public record Handling(
            String claimedBy,
            Instant claimedUntil,
            boolean mine,
            String actingFor,
            String decidedBy,
            Instant decidedAt,
            String decision) {
        public static final Handling NONE = new Handling("", null, false, "", "", null, "");
    }
}
