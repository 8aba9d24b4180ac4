package org.zhijian.jurisdiction.yunnan;

import java.util.List;
import org.zhijian.api.intake.IntakeFacts;
import org.zhijian.api.notice.Channel;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;

/**
 * YN-I2: what has become of works that the approval system pushed.
 *
 * @param attempt how often this version has been judged: a message that was mended is answered anew
 * @param accepted false if it went to quarantine
 * @param worksId number of the works; blank if they were not taken in
 * @param problems why it was not accepted, or which positions are still to be filled
 */
record WorksAnswer(
        String sourceId, long version, int attempt, boolean accepted, String worksId, List<Problem> problems) {

    /** Something that the sender should know. */
    record Problem(String field, String code, String messageZh) {}

    WorksAnswer {
        problems = List.copyOf(problems);
    }

    static final Channel<WorksAnswer> RESULTS = Channel.channel(
                    "works-results",
                    "报监推送处理结果",
                    WorksAnswer.class,
                    answer -> answer.sourceId() + "/" + answer.version() + "/" + answer.attempt())
            .inOrderOf(WorksAnswer::sourceId);

    static void push(IntakeFacts facts, Changes changes, boolean accepted, String worksId, List<Problem> problems) {
        changes.push(
                RESULTS,
                new WorksAnswer(
                        facts.message().text("sourceId"),
                        WorksPush.version(facts.message()),
                        facts.attempt(),
                        accepted,
                        worksId,
                        problems));
    }

    static Problem problem(Finding finding) {
        return new Problem(finding.field(), finding.rule(), finding.message());
    }
}
