package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.jurisdiction.jiangsu.InsuranceStatus.INSURED;
import static org.zhijian.jurisdiction.jiangsu.InsuranceStatus.NOT_INSURED;
import static org.zhijian.jurisdiction.jiangsu.InsuranceStatus.UNVERIFIED;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import org.zhijian.api.check.Uscc;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/** 社保核验 (JS-I6): what the social-insurance office says beside the scan of its list. It decides nothing: the reviewer does. */
record InsuranceCheck(
        @Column(value = "业务编号", key = true) String caseNumber,
        @Column(value = "身份证号", mask = Mask.ID_NUMBER) String idNo,
        @Column(value = "组织机构代码", index = true) String orgCode,
        @Column("参保月份") String month,
        @Column(value = "核验结果", index = true, status = true) InsuranceStatus status) {

    static final Register<InsuranceCheck> CHECKS = Register.register("insurance-checks", "社保核验", InsuranceCheck.class)
            .statuses(StatusMachine.beginningWith(UNVERIFIED)
                    .allow(EnumSet.allOf(InsuranceStatus.class), INSURED)
                    .allow(EnumSet.allOf(InsuranceStatus.class), NOT_INSURED)
                    .allow(EnumSet.allOf(InsuranceStatus.class), UNVERIFIED));

    /** Asks whether the organisation insured this person in this month, {@code yyyy-MM}. */
    static void ask(CaseFacts facts, Changes changes, String idNo, Organisation organisation, String month) {
        String orgCode = organisation.orgCode().isEmpty()
                ? Uscc.orgCodeOf(organisation.uscc()).orElse("")
                : organisation.orgCode();
        if (idNo.isEmpty() || orgCode.isEmpty() || month.isEmpty()) {
            return;
        }
        InsuranceCheck check = new InsuranceCheck(facts.number(), idNo, orgCode, month, UNVERIFIED);
        boolean asked = changes.of(CHECKS)
                .find(facts.number())
                .filter(check::asksTheSame)
                .isPresent();
        if (!asked) {
            changes.of(CHECKS).save(check);
            changes.push(InsuranceQuery.SOCIAL_INSURANCE, new InsuranceQuery(facts.number(), idNo, orgCode, month));
        }
    }

    /** Asks of the applicant's own member of staff, whom the form names or describes, for the present month. */
    static void askOfTheApplicant(CaseFacts facts, Changes changes) {
        String idNo =
                Parties.person(facts).map(Person::idNumber).orElse(facts.form().text("idNo"));
        ask(
                facts,
                changes,
                idNo,
                Parties.applicant(facts),
                YearMonth.from(facts.today()).toString());
    }

    private boolean asksTheSame(InsuranceCheck other) {
        return idNo.equals(other.idNo) && orgCode.equals(other.orgCode) && month.equals(other.month);
    }

    boolean isAbout(InsuranceQuery query) {
        return idNo.equals(query.idNo()) && orgCode.equals(query.orgCode()) && month.equals(query.month());
    }

    InsuranceCheck found(InsuranceStatus result) {
        return new InsuranceCheck(caseNumber, idNo, orgCode, month, result);
    }

    /** What the reviewer reads. */
    static List<Finding> outcome(CaseFacts facts) {
        return facts.moment() != Moment.DECIDING
                ? Finding.none()
                : facts.registers().of(CHECKS).find(facts.number()).map(InsuranceCheck::finding).stream()
                        .toList();
    }

    private Finding finding() {
        return switch (status) {
            case INSURED -> Finding.passed("JS-I6", "社保核验：" + month + "已参保");
            case NOT_INSURED -> Finding.warning("JS-I6", "insurance", "社保核验：" + month + "未参保，请核对社保缴费清单");
            case UNVERIFIED -> Finding.warning("JS-I6", "insurance", "社保参保情况未核验，请核对社保缴费清单");
        };
    }
}
