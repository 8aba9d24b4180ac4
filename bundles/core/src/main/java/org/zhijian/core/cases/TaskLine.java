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
        Instant since,
        LocalDate dueOn,
        Integer daysLeft,
        boolean overdue) {}
