package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.chain.Chain.choice;
import static org.zhijian.api.chain.Chain.whenFacts;
import static org.zhijian.api.chain.DecisionOption.approve;
import static org.zhijian.api.chain.DecisionOption.confirm;
import static org.zhijian.api.chain.DecisionOption.sendBack;
import static org.zhijian.api.form.Fields.pastDate;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.jurisdiction.jiangsu.PrintJob.PRINT_JOBS;

import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.CaseFacts.Judgement;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Effect;
import org.zhijian.api.register.RegisterEditor;

/** The steps that transfer, replacement and cancellation of certificates have in common. */
final class ReviewSteps {
    private ReviewSteps() {}

    /** JS-R04, JS-R06, JS-R07: the cities look at the paper behind the scans, and all of them must agree. */
    static Step city(String title, Actor... authorities) {
        return originalsSeen(title, authorities).mustTick("sealsSeen", "已核对材料上的公章", "请核对社保缴费清单及其他材料上的公章；未加盖公章的，只能退回");
    }

    /** JS-R07 alone, where no document bears a seal. */
    static Step originalsSeen(String title, Actor... authorities) {
        return Step.allOf("city", title, authorities)
                .within(5)
                .waiting(CaseState.IN_REVIEW, "待" + title)
                .mustTick("originalsSeen", "已核对书面资料原件", "请先核对书面资料原件")
                .then(CertificateMatter.reaches(MatterStatus.AT_PROVINCE));
    }

    static Step province() {
        return Step.step("prov", "省复核", Offices.province()).within(5);
    }

    /**
     * JS-P04, JS-P05. The way of a filing, which is the same definition however the installation has it, so that open filings go on when that
     * is changed.
     */
    static Chain filing(FilingReview review, Effect putOnFile) {
        Step city = Step.step("cityFile", "市初审（按省质监总站要求）", Offices.cityOfTheApplicant())
                .within(5)
                .decisions(approve("同意"), sendBack("退回"));
        Step province = Step.step("file", "省备案", Offices.province())
                .within(5)
                .decisions(approve("备案"), sendBack("退回"))
                .then(putOnFile);
        return Chain.sequence(
                choice(whenFacts(facts -> review.asksTheCity(), city)),
                choice(whenFacts(facts -> review.asksTheProvince(), province)));
    }

    /** What is handed in is on file where nobody looks at it. */
    static Effect onFileAtOnce(FilingReview review, Effect putOnFile) {
        return (facts, changes) -> {
            if (!review.asksTheProvince()) {
                putOnFile.apply(facts, changes);
            }
        };
    }

    /** After the announcement 省质监总站 prints the certificates and mails them to the city. */
    static Step print() {
        return Step.step("print", "打印寄发", Offices.province())
                .decisions(confirm(Decision.CONFIRM, "已打印寄发"))
                .waiting(CaseState.APPROVED, "已公告（待打印）")
                .form(text("waybillNo", "邮寄单号", 40).required())
                .then((facts, changes) -> {
                    RegisterEditor<PrintJob> jobs = changes.of(PRINT_JOBS);
                    String waybill = entered(facts).text("waybillNo");
                    PrintJob.ofCase(facts).forEach(job -> {
                        jobs.save(job.mailed(facts.today(), waybill));
                        changes.push(Waybill.POST, new Waybill(job.jobNo(), waybill));
                    });
                });
    }

    /** The city hands them out. */
    static Step handOut(Actor authority) {
        return Step.step("handOut", "发放", authority)
                .decisions(confirm(Decision.CONFIRM_HANDED_OUT, "已发放"))
                .waiting(CaseState.APPROVED, "已寄发")
                .form(
                        pastDate("handedOutOn", "发放日期").required(),
                        text("receiver", "领取人", 50).required())
                .then(ReviewSteps::markHandedOut, CertificateMatter.reaches(MatterStatus.DONE));
    }

    private static void markHandedOut(CaseFacts facts, Changes changes) {
        FormData form = entered(facts);
        RegisterEditor<PrintJob> jobs = changes.of(PRINT_JOBS);
        PrintJob.ofCase(facts)
                .forEach(job ->
                        jobs.save(job.handedOut(form.day("handedOutOn").orElse(facts.today()), form.text("receiver"))));
    }

    /** What has been entered with the decision that is being made. */
    private static FormData entered(CaseFacts facts) {
        return facts.judgement().map(Judgement::form).orElse(FormData.EMPTY);
    }
}
