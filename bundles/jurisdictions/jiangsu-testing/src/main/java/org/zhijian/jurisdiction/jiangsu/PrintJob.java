package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.jurisdiction.jiangsu.PrintStatus.HANDED_OUT;
import static org.zhijian.jurisdiction.jiangsu.PrintStatus.MAILED;
import static org.zhijian.jurisdiction.jiangsu.PrintStatus.RECLAIMED;
import static org.zhijian.jurisdiction.jiangsu.PrintStatus.TO_PRINT;
import static org.zhijian.jurisdiction.jiangsu.PrintStatus.TO_RECLAIM;
import static org.zhijian.jurisdiction.jiangsu.PrintStatus.VOID;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.notice.SmsTemplate;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/**
 * 证书打印寄发台账: the way of the paper, out to the holder or back to 省质监总站.
 *
 * @param jobNo number of the case with that of the certificate
 * @param city the office that hands the paper out
 * @param printing what the print service has answered; blank as long as it has not
 * @param waybillState what the post has said of the letter last; blank if nothing
 * @param receiver who took it
 * @param announcedOn when what set it on its way was announced
 * @param remindedOn when the organisation was reminded to send it back
 */
record PrintJob(
        @Column(value = "寄发编号", key = true) String jobNo,
        @Column(value = "证书编号", index = true) String certNo,
        @Column(value = "业务编号", index = true) String caseNumber,
        @Column(value = "持证人", index = true, refers = Refers.PERSON, mask = Mask.NAME) String person,
        @Column(value = "聘用单位", index = true, refers = Refers.ORGANISATION, owner = true) String organisation,
        @Column(value = "发放机关", index = true, refers = Refers.OFFICE) String city,
        @Column("发证次数") int issueCount,
        @Column(value = "状态", index = true, status = true) PrintStatus status,
        @Column("打印服务") String printing,
        @Column("打印日期") Optional<LocalDate> printedOn,
        @Column(value = "邮寄单号", index = true) String waybillNo,
        @Column("邮件状态") String waybillState,
        @Column("发放日期") Optional<LocalDate> handedOutOn,
        @Column(value = "领取人", mask = Mask.NAME) String receiver,
        @Column("收回日期") Optional<LocalDate> reclaimedOn,
        @Column("公告日期") LocalDate announcedOn,
        @Column("催寄日期") Optional<LocalDate> remindedOn) {

    /** JS-R11. So long after the announcement the organisation is reminded of paper that has not come back. */
    private static final int PATIENCE_DAYS = 30;

    private static final SmsTemplate MAIL_BACK =
            new SmsTemplate("JS_MAIL_BACK", "证书催寄", "岗位合格证书{certNo}注销公告已满30日，请立即将注销人员的岗位合格证书寄给省质监总站");

    static final Register<PrintJob> PRINT_JOBS = Register.register("print-jobs", "证书打印寄发台账", PrintJob.class)
            .statuses(StatusMachine.beginningWith(TO_PRINT, TO_RECLAIM)
                    .allow(TO_PRINT, MAILED)
                    .allow(MAILED, HANDED_OUT)
                    .allow(EnumSet.of(MAILED, HANDED_OUT), VOID)
                    .allow(TO_RECLAIM, RECLAIMED))
            .onDay("remind", "催寄注销证书", PrintJob::remindOn, PrintJob::remind);

    /** The paper of a certificate is to be printed for its holder at this organisation; the print service gets the order. */
    static void order(CaseFacts facts, Changes changes, Certificate certificate, Organisation organisation) {
        PrintJob job = of(facts, certificate, organisation, TO_PRINT);
        changes.of(PRINT_JOBS).save(job);
        changes.push(PrintOrder.PRINTING, PrintOrder.of(facts, job, certificate, organisation));
    }

    /** The paper of a cancelled certificate is to come back. */
    static PrintJob toReclaim(CaseFacts facts, Certificate certificate, Organisation organisation) {
        return of(facts, certificate, organisation, TO_RECLAIM);
    }

    private Optional<LocalDate> remindOn() {
        return Optional.of(announcedOn.plusDays(PATIENCE_DAYS))
                .filter(day -> status == TO_RECLAIM && remindedOn.isEmpty());
    }

    private static void remind(PrintJob job, CaseFacts facts, Changes changes) {
        changes.of(PRINT_JOBS).save(job.with(draft -> draft.remindedOn = Optional.of(facts.today())));
        Map<String, String> values = Map.of("certNo", job.certNo);
        changes.tell(Assignee.organisation(job.organisation), "请寄回注销的岗位合格证书", MAIL_BACK.render(values));
        facts.directory()
                .organisation(job.organisation)
                .ifPresent(organisation -> changes.sms(organisation.contactMobile(), MAIL_BACK, values));
    }

    private static PrintJob of(
            CaseFacts facts, Certificate certificate, Organisation organisation, PrintStatus status) {
        String caseNumber = facts.number();
        return new PrintJob(
                caseNumber + "-" + certificate.certNo(),
                certificate.certNo(),
                caseNumber,
                certificate.person(),
                organisation.id(),
                Offices.cityAuthorityOf(organisation),
                certificate.issueCount(),
                status,
                "",
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                facts.today(),
                Optional.empty());
    }

    /** The papers that a case has set on their way. */
    static List<PrintJob> ofCase(CaseFacts facts) {
        return facts.registers().of(PRINT_JOBS).where("caseNumber", facts.number());
    }

    /** True if a case has set paper on its way; where all certificates are 调离 nothing is printed. */
    static boolean hasPaper(CaseFacts facts) {
        return !ofCase(facts).isEmpty();
    }

    static List<PrintJob> ofCertificate(CaseFacts facts, String certNo) {
        return facts.registers().of(PRINT_JOBS).where("certNo", certNo);
    }

    boolean isOut() {
        return status == MAILED || status == HANDED_OUT;
    }

    /** The print service has answered. */
    PrintJob printing(String answer) {
        return with(draft -> draft.printing = answer);
    }

    PrintJob mailed(LocalDate day, String waybill) {
        return with(draft -> {
            draft.status = MAILED;
            draft.printedOn = Optional.of(day);
            draft.waybillNo = waybill;
        });
    }

    /** The post says where the letter is. */
    PrintJob waybillState(String state) {
        return with(draft -> draft.waybillState = state);
    }

    PrintJob handedOut(LocalDate day, String to) {
        return with(draft -> {
            draft.status = HANDED_OUT;
            draft.handedOutOn = Optional.of(day);
            draft.receiver = to;
        });
    }

    PrintJob reclaimed(LocalDate day) {
        return with(draft -> {
            draft.status = RECLAIMED;
            draft.reclaimedOn = Optional.of(day);
        });
    }

    /** The paper was lost. */
    PrintJob voided() {
        return with(draft -> draft.status = VOID);
    }

    private PrintJob with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new PrintJob(
                jobNo,
                certNo,
                caseNumber,
                person,
                organisation,
                city,
                issueCount,
                draft.status,
                draft.printing,
                draft.printedOn,
                draft.waybillNo,
                draft.waybillState,
                draft.handedOutOn,
                draft.receiver,
                draft.reclaimedOn,
                announcedOn,
                draft.remindedOn);
    }

    /** The part of a job that changes on its way. */
    private static final class Draft {
        private PrintStatus status;
        private String printing;
        private Optional<LocalDate> printedOn;
        private String waybillNo;
        private String waybillState;
        private Optional<LocalDate> handedOutOn;
        private String receiver;
        private Optional<LocalDate> reclaimedOn;
        private Optional<LocalDate> remindedOn;

        Draft(PrintJob job) {
            status = job.status;
            printing = job.printing;
            printedOn = job.printedOn;
            waybillNo = job.waybillNo;
            waybillState = job.waybillState;
            handedOutOn = job.handedOutOn;
            receiver = job.receiver;
            reclaimedOn = job.reclaimedOn;
            remindedOn = job.remindedOn;
        }
    }
}
