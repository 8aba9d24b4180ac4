package org.zhijian.rest.shape;

import java.time.Instant;
import org.zhijian.api.chain.CaseState;
import org.zhijian.core.cases.CaseLine;

/** A case in a list. */
public record CaseItem(
        String id,
        @Told("办件编号") String number,
        String jurisdiction,
        String procedure,
        String procedureTitle,
        String applicant,
        CaseState state,
        @Told("状态名称") String stateTitle,
        @Told("当前环节名称；没有时为空") String step,
        Instant createdAt,
        @Maybe @Told("首次提交时间；未提交时为 null") Instant submittedAt,
        Instant changedAt) {

    public static CaseItem of(CaseLine line) {
        return new CaseItem(
                line.id(),
                line.number(),
                line.jurisdiction(),
                line.procedure(),
                line.procedureTitle(),
                line.applicant(),
                line.stage().state(),
                line.stage().label(),
                line.step(),
                line.createdAt(),
                line.submittedAt(),
                line.changedAt());
    }
}
