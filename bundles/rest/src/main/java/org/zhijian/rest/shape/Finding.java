package org.zhijian.rest.shape;

import org.zhijian.api.procedure.Finding.Severity;

/** What a rule has to say about a case. */
public record Finding(
        @Told("ERROR 不能继续，WARNING 提醒，PASSED 核对通过") Severity severity,
        @Told("规则编号") String rule,
        @Told("字段或材料 id；针对整体时为空") String field,
        String message,
        @Told("依据；可为空") String source) {

    public static Finding of(org.zhijian.api.procedure.Finding finding) {
        return new Finding(finding.severity(), finding.rule(), finding.field(), finding.message(), finding.source());
    }
}
