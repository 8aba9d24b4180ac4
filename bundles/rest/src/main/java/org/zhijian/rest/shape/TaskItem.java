package org.zhijian.rest.shape;

import java.time.Instant;
import java.time.LocalDate;
import org.zhijian.api.chain.CaseState;
import org.zhijian.core.cases.TaskLine;

/** A task in a list. */
public record TaskItem(
        String id,
        String caseId,
        String caseNumber,
        String jurisdiction,
        String procedure,
        String procedureTitle,
        String applicant,
        @Told("环节 id") String step,
        @Told("环节名称") String title,
        @Told("由谁办理") String assignee,
        Instant since,
        @Maybe @Told("办理期限；没有期限时为 null") LocalDate dueOn,
        @Maybe @Told("剩余工作日，逾期为负；没有期限时为 null") Integer daysLeft,
        boolean overdue,
        CaseState state,
        @Told("状态名称") String stateTitle) {

    public static TaskItem of(TaskLine line) {
        return new TaskItem(
                line.id(),
                line.caseId(),
                line.caseNumber(),
                line.jurisdiction(),
                line.procedure(),
                line.procedureTitle(),
                line.applicant(),
                line.step(),
                line.title(),
                line.assignee(),
                line.since(),
                line.dueOn(),
                line.daysLeft(),
                line.overdue(),
                line.stage().state(),
                line.stage().label());
    }
}
