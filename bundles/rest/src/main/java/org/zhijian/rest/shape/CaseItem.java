package org.zhijian.rest.shape;

import java.time.Instant;
import java.util.List;
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
        Instant changedAt,
        @Told("事项在列表中显示的字段") List<Shown> shown) {

    /** A field as lists show it. */
    public record Shown(String field, @Told("字段名称") String label, @Told("显示的文字；未填写时为空") String text) {}

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
                line.changedAt(),
                line.told().stream()
                        .map(told -> new Shown(told.field(), told.label(), told.text()))
                        .toList());
    }
}
