package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.jurisdiction.jiangsu.InsuranceCheck.CHECKS;

import org.zhijian.api.notice.Answer;
import org.zhijian.api.notice.Channel;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.register.RegisterEditor;

/** JS-I6: was somebody insured by an organisation in a month? The answer's {@code insured} is true or false. */
record InsuranceQuery(String caseNumber, String idNo, String orgCode, String month) {

    static final Channel<InsuranceQuery> SOCIAL_INSURANCE = Channel.channel(
                    "social-insurance",
                    "社保参保核验",
                    InsuranceQuery.class,
                    query -> String.join("-", query.caseNumber(), query.idNo(), query.orgCode(), query.month()))
            .onAnswer(InsuranceQuery::answered);

    private static void answered(InsuranceQuery query, Answer answer, Changes changes) {
        RegisterEditor<InsuranceCheck> checks = changes.of(CHECKS);
        InsuranceStatus status =
                switch (answer.accepted() ? answer.value("insured") : "") {
                    case "true" -> InsuranceStatus.INSURED;
                    case "false" -> InsuranceStatus.NOT_INSURED;
                    default -> InsuranceStatus.UNVERIFIED;
                };
        checks.find(query.caseNumber())
                .filter(check -> check.isAbout(query))
                .ifPresent(check -> checks.save(check.found(status)));
    }
}
