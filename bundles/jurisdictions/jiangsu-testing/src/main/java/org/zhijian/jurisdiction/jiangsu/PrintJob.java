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
import java.util.Optional;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/**
 * 证书打印寄发台账: the way of the paper, out to the holder or back to 省质监总站.
 *
 * @param jobNo number of the case with that of the certificate
 * @param city the office that hands the paper out
 * @param receiver who took it
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
        @Column("打印日期") Optional<LocalDate> printedOn,
        @Column("邮寄单号") String waybillNo,
        @Column("发放日期") Optional<LocalDate> handedOutOn,
        @Column(value = "领取人", mask = Mask.NAME) String receiver,
        @Column("收回日期") Optional<LocalDate> reclaimedOn) {

    static final Register<PrintJob> PRINT_JOBS = Register.register("print-jobs", "证书打印寄发台账", PrintJob.class)
            .statuses(StatusMachine.beginningWith(TO_PRINT, TO_RECLAIM)
                    .allow(TO_PRINT, MAILED)
                    .allow(MAILED, HANDED_OUT)
                    .allow(EnumSet.of(MAILED, HANDED_OUT), VOID)
                    .allow(TO_RECLAIM, RECLAIMED));

    /** The paper of a certificate is to be printed for its holder at this organisation. */
    static PrintJob toPrint(String caseNumber, Certificate certificate, Organisation organisation) {
        return of(caseNumber, certificate, organisation, TO_PRINT);
    }

    /** The paper of a cancelled certificate is to come back. */
    static PrintJob toReclaim(String caseNumber, Certificate certificate, Organisation organisation) {
        return of(caseNumber, certificate, organisation, TO_RECLAIM);
    }

    private static PrintJob of(
            String caseNumber, Certificate certificate, Organisation organisation, PrintStatus status) {
        return new PrintJob(
                caseNumber + "-" + certificate.certNo(),
                certificate.certNo(),
                caseNumber,
                certificate.person(),
                organisation.id(),
                Offices.cityAuthorityOf(organisation),
                certificate.issueCount(),
                status,
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                Optional.empty());
    }

    /** The papers that a case has set on their way. */
    static List<PrintJob> ofCase(CaseFacts facts) {
        return facts.registers().of(PRINT_JOBS).where("caseNumber", facts.number());
    }

    static List<PrintJob> ofCertificate(CaseFacts facts, String certNo) {
        return facts.registers().of(PRINT_JOBS).where("certNo", certNo);
    }

    boolean isOut() {
        return status == MAILED || status == HANDED_OUT;
    }

    PrintJob mailed(LocalDate day, String waybill) {
        return new PrintJob(
                jobNo,
                certNo,
                caseNumber,
                person,
                organisation,
                city,
                issueCount,
                MAILED,
                Optional.of(day),
                waybill,
                handedOutOn,
                receiver,
                reclaimedOn);
    }

    PrintJob handedOut(LocalDate day, String to) {
        return new PrintJob(
                jobNo,
                certNo,
                caseNumber,
                person,
                organisation,
                city,
                issueCount,
                HANDED_OUT,
                printedOn,
                waybillNo,
                Optional.of(day),
                to,
                reclaimedOn);
    }

    PrintJob reclaimed(LocalDate day) {
        return new PrintJob(
                jobNo,
                certNo,
                caseNumber,
                person,
                organisation,
                city,
                issueCount,
                RECLAIMED,
                printedOn,
                waybillNo,
                handedOutOn,
                receiver,
                Optional.of(day));
    }

    /** The paper was lost. */
    PrintJob voided() {
        return new PrintJob(
                jobNo,
                certNo,
                caseNumber,
                person,
                organisation,
                city,
                issueCount,
                VOID,
                printedOn,
                waybillNo,
                handedOutOn,
                receiver,
                reclaimedOn);
    }
}
