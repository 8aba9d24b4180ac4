package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.jurisdiction.jiangsu.PrintJob.PRINT_JOBS;

import org.zhijian.api.notice.Answer;
import org.zhijian.api.notice.Channel;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.register.RegisterEditor;

/**
 * JS-I5: the letter that a certificate travels in. The post is asked once for each letter and job; what it answers stands beside the job, and where
 * it answers nothing, the hand-out is entered by hand as ever.
 */
record Waybill(String jobNo, String waybillNo) {

    static final Channel<Waybill> POST = Channel.channel(
                    "postal-waybill", "邮件状态查询", Waybill.class, waybill -> waybill.waybillNo() + "-" + waybill.jobNo())
            .onAnswer(Waybill::answered);

    private static void answered(Waybill waybill, Answer answer, Changes changes) {
        RegisterEditor<PrintJob> jobs = changes.of(PRINT_JOBS);
        String state = (answer.value("state") + " " + answer.value("time")).strip();
        if (answer.accepted() && !state.isEmpty()) {
            jobs.find(waybill.jobNo()).ifPresent(job -> jobs.save(job.waybillState(state)));
        }
    }
}
