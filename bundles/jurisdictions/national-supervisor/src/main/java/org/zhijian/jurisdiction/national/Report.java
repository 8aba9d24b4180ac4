package org.zhijian.jurisdiction.national;

import static org.zhijian.jurisdiction.national.ReportStatus.ANNOUNCED;
import static org.zhijian.jurisdiction.national.ReportStatus.AWAITING_DECISION;
import static org.zhijian.jurisdiction.national.ReportStatus.AWAITING_REPORT;
import static org.zhijian.jurisdiction.national.ReportStatus.GRANTED;
import static org.zhijian.jurisdiction.national.ReportStatus.REFUSED;
import static org.zhijian.jurisdiction.national.ReportStatus.REPORTED;
import static org.zhijian.jurisdiction.national.ReportStatus.RETURNED;
import static org.zhijian.jurisdiction.national.ReportStatus.SUPPLEMENT;
import static org.zhijian.jurisdiction.national.ReportStatus.UNDER_REVIEW;
import static org.zhijian.jurisdiction.national.ReportStatus.WITHDRAWN;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.directory.Person;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Effect;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/**
 * 上报台账: the registration matters of a firm's people, as the firm searches them (NS-14).
 *
 * @param registrationNo the registration that it is about, or that came of it; blank before there is one
 */
record Report(
        @Column(value = "申请编号", key = true) String number,
        @Column(value = "姓名", index = true, refers = Refers.PERSON, owner = true, mask = Mask.NAME) String person,
        @Column(value = "证件号码", index = true, mask = Mask.ID_NUMBER) String idNo,
        @Column(value = "聘用单位", index = true, refers = Refers.ORGANISATION, owner = true) String organisation,
        @Column(value = "业务类型", index = true) BusinessType type,
        @Column(value = "专业类别", index = true, refers = Refers.ENTRY, of = Specialties.ID) List<String> specialties,
        @Column(value = "申请时间", index = true) LocalDate appliedOn,
        @Column(value = "上报状态", index = true, status = true) ReportStatus status,
        @Column(value = "注册号", index = true) String registrationNo) {

    static final Register<Report> REPORTS = Register.register("reports", "上报台账", Report.class)
            .statuses(StatusMachine.beginningWith(AWAITING_REPORT)
                    .allow(EnumSet.of(RETURNED, SUPPLEMENT), AWAITING_REPORT)
                    .allow(EnumSet.of(AWAITING_REPORT, REPORTED), RETURNED)
                    .allow(EnumSet.of(AWAITING_REPORT, SUPPLEMENT), REPORTED)
                    .allow(REPORTED, SUPPLEMENT)
                    .allow(REPORTED, UNDER_REVIEW)
                    .allow(UNDER_REVIEW, AWAITING_DECISION)
                    .allow(AWAITING_DECISION, GRANTED)
                    .allow(GRANTED, ANNOUNCED)
                    .allow(EnumSet.of(REPORTED, UNDER_REVIEW, AWAITING_DECISION), REFUSED)
                    .allow(EnumSet.of(AWAITING_REPORT, RETURNED, SUPPLEMENT), WITHDRAWN));

    Report {
        specialties = List.copyOf(specialties);
    }

    /** A person hands an application in, for the first time or corrected; the firm that has reported it need not do so again. */
    static Effect handedIn(RegistrationMatter matter) {
        return (facts, changes) -> {
            Person person = Parties.person(facts);
            String firm = matter.reportingFirm(facts);
            Optional<Report> known = changes.of(REPORTS).find(facts.number());
            boolean reported = known.filter(before -> before.status == SUPPLEMENT && before.organisation.equals(firm))
                    .isPresent();
            changes.of(REPORTS)
                    .save(new Report(
                            facts.number(),
                            person.id(),
                            person.idNumber(),
                            firm,
                            matter.type(),
                            matter.specialties(facts),
                            known.map(Report::appliedOn).orElse(facts.today()),
                            reported ? REPORTED : AWAITING_REPORT,
                            facts.form().text("registrationNo")));
        };
    }

    /** The day on which the case was handed in first; today for one that was not yet. */
    static LocalDate appliedOn(CaseFacts facts) {
        return facts.registers()
                .of(REPORTS)
                .find(facts.number())
                .map(Report::appliedOn)
                .orElse(facts.today());
    }

    /** A step has been passed. */
    static Effect now(ReportStatus status) {
        return (facts, changes) -> move(facts, changes, status);
    }

    /** Somebody has been asked to correct. */
    static void sentBack(CaseFacts facts, Changes changes) {
        boolean supplement = facts.judgement()
                .filter(judgement -> judgement.decision() == Decision.SUPPLEMENT)
                .isPresent();
        move(facts, changes, supplement ? SUPPLEMENT : RETURNED);
    }

    /** It has been withdrawn or refused. */
    static void ended(CaseFacts facts, Changes changes) {
        move(facts, changes, facts.judgement().isPresent() ? REFUSED : WITHDRAWN);
    }

    private static void move(CaseFacts facts, Changes changes, ReportStatus status) {
        changes.of(REPORTS).find(facts.number()).ifPresent(report -> changes.of(REPORTS)
                .save(report.in(status)));
    }

    private Report in(ReportStatus changed) {
        return new Report(number, person, idNo, organisation, type, specialties, appliedOn, changed, registrationNo);
    }
}
