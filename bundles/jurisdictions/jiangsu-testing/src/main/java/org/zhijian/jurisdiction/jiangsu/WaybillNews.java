package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.form.Fields.text;
import static org.zhijian.jurisdiction.jiangsu.PrintJob.PRINT_JOBS;

import java.util.List;
import java.util.Set;
import org.zhijian.api.form.Form;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.intake.IntakeFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Subject;
import org.zhijian.api.register.RegisterEditor;

/** JS-I5 邮件状态: what the post says of a letter by itself, beside what it answers when it is asked ({@link Waybill}). */
final class WaybillNews {
    private static final String WAYBILL = "waybillNo";
    private static final String STATE = "state";

    private WaybillNews() {}

    static Intake channel() {
        Form form = Form.of(
                text(WAYBILL, "邮寄单号", 40).required(),
                text(STATE, "邮件状态", 50).required(),
                text("time", "时间", 40).required());
        return Intake.channel("waybills", "邮件状态", form, WAYBILL, STATE)
                .about(facts -> Set.of(new Subject("waybill", facts.message().text(WAYBILL))))
                .rules(WaybillNews::letterIsKnown)
                .then(WaybillNews::note);
    }

    private static List<PrintJob> jobs(IntakeFacts facts) {
        return facts.registers().of(PRINT_JOBS).where(WAYBILL, facts.message().text(WAYBILL));
    }

    private static List<Finding> letterIsKnown(IntakeFacts facts) {
        return jobs(facts).isEmpty() ? List.of(Finding.error("JS-I5", WAYBILL, "没有该单号的邮件")) : Finding.none();
    }

    private static void note(IntakeFacts facts, Changes changes) {
        RegisterEditor<PrintJob> register = changes.of(PRINT_JOBS);
        String news = facts.message().text(STATE) + " " + facts.message().text("time");
        jobs(facts).forEach(job -> register.save(job.waybillState(news)));
    }
}
