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
        @Maybe Instant submittedAt,
        Instant since,
        @Maybe @Told("办理期限；没有期限时为 null") LocalDate dueOn,
        @Maybe @Told("剩余工作日，逾期为负；没有期限时为 null") Integer daysLeft,
        boolean overdue,
        CaseState state,
        @Told("状态名称") String stateTitle,
        @Told("签收与办理情况") HandlingItem handling) {

    /** Who has, or had, the task in hand. */
    public record HandlingItem(
            @Maybe @Told("签收人；未签收时为 null") String claimedBy,
            @Maybe @Told("在此之前其他人员看不到该待办") Instant claimedUntil,
            @Told("是否由当前账号签收") boolean mine,
            @Maybe @Told("由当前账号代办时，被代办的人员") String actingFor,
            @Maybe @Told("作出决定或使其结束的人员") String decidedBy,
            @Maybe Instant decidedAt,
            @Maybe @Told("决定的名称；由他人办结时为 null") String decision) {

        static HandlingItem of(TaskLine.Handling handling) {
            return new HandlingItem(
                    given(handling.claimedBy()),
                    handling.claimedUntil(),
                    handling.mine(),
                    given(handling.actingFor()),
                    given(handling.decidedBy()),
                    handling.decidedAt(),
                    given(handling.decision()));
        }

        private static String given(String text) {
            return text.isBlank() ? null : text;
        }
    }

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
                line.submittedAt(),
                line.since(),
                line.dueOn(),
                line.daysLeft(),
                line.overdue(),
                line.stage().state(),
                line.stage().label(),
                HandlingItem.of(line.handling()));
    }
}
