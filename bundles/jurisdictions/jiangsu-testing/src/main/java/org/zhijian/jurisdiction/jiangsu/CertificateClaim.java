package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.chain.Chain.choice;
import static org.zhijian.api.chain.Chain.whenFacts;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.organisation;
import static org.zhijian.api.form.Fields.person;
import static org.zhijian.jurisdiction.jiangsu.Parties.TESTING_ORG;
import static org.zhijian.jurisdiction.jiangsu.TestingOrganisation.ORGANISATIONS;

import java.util.List;
import java.util.stream.Stream;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Corrector;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.Options;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** JS-R01, last row: 省质监总站 starts the transfer of certificates whose organisation is gone. From the receipt on it goes like any other transfer. */
final class CertificateClaim {
    static final String ID = "certificate-claim";
    static final String TITLE = "人员变更（原机构已注销）";

    private static final String SOURCE = "操作指南 二";

    private CertificateClaim() {}

    static Procedure procedure() {
        Corrector station = Corrector.applicant("申报信息", "退回（省质监总站）");
        return Procedure.procedure(ID, TITLE)
                .startedBy(Starter.offices(Offices.PROVINCE))
                .form(
                        person("personId", "检测人员", Options.people(CertificateClaim::candidates))
                                .required(),
                        organisation("receivingOrgId", "调入的检测机构名称", Options.organisations(TESTING_ORG))
                                .required()
                                .missing("请选择调入的检测机构"),
                        longText("remark", "说明", 500).required())
                .guard(
                        CertificateClaim::leftSomething,
                        OpenMatters.noneOfThePerson(ID, SOURCE + " 注意"),
                        PersonnelTransfer::receiverIsRegistered,
                        PersonnelTransfer::receiverHoldsTheDivisions,
                        InsuranceCheck::outcome)
                .onSubmitted(CertificateMatter.submitted(
                        NoticeKind.TRANSFER, MatterStatus.TO_RECEIVE, PersonnelTransfer::certificates))
                .onReturned(CertificateMatter.reaches(MatterStatus.RETURNED))
                .onEnded(CertificateMatter.reaches(MatterStatus.ENDED))
                .chain(
                        PersonnelTransfer.receive("不接收"),
                        ReviewSteps.city("市审核", Offices.cityOf("调入机构所在地省辖市主管部门", PersonnelTransfer::receiver))
                                .correctedBy(PersonnelTransfer.receivingSide(), station),
                        ReviewSteps.province()
                                .correctedBy(PersonnelTransfer.receivingSide(), station)
                                .then(PersonnelTransfer::carryOut, CertificateMatter::announced),
                        choice(whenFacts(
                                PrintJob::hasPaper,
                                ReviewSteps.print(),
                                ReviewSteps.handOut(Offices.cityOf("调入机构所在地省辖市主管部门", PersonnelTransfer::receiver)))))
                .closes(CaseState.CLOSED, "已发放（办结）")
                .withdrawal(Withdrawal.untilDone("receive", "调入机构已接收，不能撤回"))
                .guide("", "原聘用机构已注销，该人员的岗位合格证书由省质监总站代为申报变更")
                .build();
    }

    /** Whoever has a certificate that stands, or stood last, with an organisation that is gone. */
    private static List<Person> candidates(CaseFacts facts) {
        return facts.registers().of(ORGANISATIONS).where("status", OrganisationStatus.CANCELLED).stream()
                .flatMap(gone -> holders(facts, gone.organisation()))
                .distinct()
                .flatMap(person -> facts.directory().person(person).stream())
                .toList();
    }

    private static Stream<String> holders(CaseFacts facts, String organisation) {
        var certificates = facts.registers().of(Certificate.CERTIFICATES);
        return Stream.of("employer", "lastEmployer")
                .flatMap(column -> certificates.where(column, organisation).stream())
                .map(Certificate::person);
    }

    private static List<Finding> leftSomething(CaseFacts facts) {
        String person = facts.form().text("personId");
        return person.isEmpty() || !Certificate.abandoned(facts, person).isEmpty()
                ? Finding.none()
                : List.of(Finding.error("JS-R01", "personId", "该人员没有原机构已注销的岗位合格证书")
                        .restingOn(SOURCE));
    }
}
