package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.chain.Chain.choice;
import static org.zhijian.api.chain.Chain.whenFacts;
import static org.zhijian.api.chain.DecisionOption.approve;
import static org.zhijian.api.chain.DecisionOption.sendBack;
import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.date;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.month;
import static org.zhijian.api.form.Fields.organisation;
import static org.zhijian.api.form.Fields.pastDate;
import static org.zhijian.api.form.Fields.person;
import static org.zhijian.jurisdiction.jiangsu.Certificate.CERTIFICATES;
import static org.zhijian.jurisdiction.jiangsu.Parties.TESTING_ORG;
import static org.zhijian.jurisdiction.jiangsu.StaffMember.STAFF;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Corrector;
import org.zhijian.api.chain.Step;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Options;
import org.zhijian.api.form.Slot;
import org.zhijian.api.notice.Announcement;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** JS-P01 人员变更: a holder of certificates leaves one testing organisation for another (操作指南 二). */
final class PersonnelTransfer {
    static final String ID = "personnel-transfer";
    static final String TITLE = "人员变更";

    private static final String SOURCE = "操作指南 二";

    private PersonnelTransfer() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, TITLE)
                .startedBy(Starter.organisations(TESTING_ORG))
                .form(
                        person("personId", "检测人员", Options.people(PersonnelTransfer::staffAndThoseLeftBehind))
                                .required(),
                        choice("entryDivision", "发起模块", Division.class)
                                .required()
                                .hint("双证人员调离变更的时候，只需在建材或地基里变更一次，两种证书都会变更过去"),
                        organisation("receivingOrgId", "调入的检测机构名称", Options.organisations(TESTING_ORG))
                                .required()
                                .missing("请选择调入的检测机构"),
                        pastDate("departureDate", "离职日期").required(),
                        longText("remark", "说明", 500))
                .attach(Slot.scan("releaseProof", "解除劳动关系证明（加盖公章）彩色扫描件")
                        .colour()
                        .sealed("解除劳动关系证明须加盖公章"))
                .guard(
                        PersonnelTransfer::holdsACertificateHere,
                        OpenMatters.noneOfThePerson(ID, SOURCE + " 注意"),
                        PersonnelTransfer::goesToAnother,
                        PersonnelTransfer::receiverIsRegistered,
                        PersonnelTransfer::receiverHoldsTheDivisions,
                        InsuranceCheck::outcome)
                .onSubmitted(CertificateMatter.submitted(
                        NoticeKind.TRANSFER, MatterStatus.TO_RECEIVE, PersonnelTransfer::certificates))
                .onReturned(CertificateMatter.reaches(MatterStatus.RETURNED))
                .onEnded(CertificateMatter.reaches(MatterStatus.ENDED))
                .chain(
                        receive("不接收"),
                        ReviewSteps.city(
                                        "市审核",
                                        Offices.cityOf("调出机构所在地省辖市主管部门", Parties::applicant),
                                        Offices.cityOf("调入机构所在地省辖市主管部门", PersonnelTransfer::receiver))
                                .correctedBy(releasingSide(), receivingSide()),
                        ReviewSteps.province()
                                .correctedBy(releasingSide(), receivingSide())
                                .then(PersonnelTransfer::carryOut, CertificateMatter::announced),
                        choice(whenFacts(
                                PrintJob::hasPaper,
                                ReviewSteps.print(),
                                ReviewSteps.handOut(Offices.cityOf("调入机构所在地省辖市主管部门", PersonnelTransfer::receiver)))))
                .closes(CaseState.CLOSED, "已发放（办结）")
                .withdrawal(Withdrawal.untilDone("receive", "调入机构已接收，不能撤回；需要修改的，请主管部门退回"))
                .guide("", "检测人员在调出机构持有岗位合格证书", "调入机构为在册的检测机构", "该人员没有正在办理的变更、补证或注销")
                .build();
    }

    /** The form of whoever starts from a person's file or certificate. */
    static FormData of(String person, Division entry) {
        return FormData.EMPTY.with("personId", person).with("entryDivision", entry.name());
    }

    /** The organisation that shall take the person in does so, or does not. */
    static Step receive(String refused) {
        return Step.step("receive", "接收", Actor.organisation("调入机构", facts -> facts.form()
                        .text("receivingOrgId")))
                .decisions(approve("接收"), sendBack("不接收"))
                .waiting(CaseState.PENDING, "待接收")
                .correctedBy(Corrector.applicant("不接收", refused))
                .form(
                        date("contractFrom", "劳动合同起").required(),
                        date("contractTo", "劳动合同止").hint("无固定期限的不填"),
                        month("insuredFrom", "社保起缴月").required(),
                        choice("post", "拟任岗位", Post.class))
                .attach(Scans.contract(), Scans.insurance(), Scans.certificateScan())
                .guard(Contracts.endsAfterItBegins(), PersonnelTransfer::everyMovingCertificateIsScanned)
                .then(CertificateMatter.reaches(MatterStatus.AT_CITY))
                .then((facts, changes) -> InsuranceCheck.ask(
                        facts,
                        changes,
                        Parties.person(facts).map(Person::idNumber).orElse(""),
                        receiver(facts),
                        facts.stepForm("receive").text("insuredFrom")));
    }

    private static Corrector releasingSide() {
        return Corrector.applicant("调出材料", "退回（调出方）");
    }

    static Corrector receivingSide() {
        return Corrector.step("receive", "调入材料", "退回（调入方）");
    }

    private static List<Person> staffAndThoseLeftBehind(CaseFacts facts) {
        return Certificate.peopleWith(facts, Parties.applicantId(facts));
    }

    /** JS-R01. A certificate follows its holder where its division is held; otherwise it is 调离. */
    static Certificate afterTransfer(Certificate certificate, TestingOrganisation receiver) {
        return receiver.holds(certificate.division())
                ? certificate.employedBy(receiver.organisation())
                : certificate.departed();
    }

    /** JS-R02. The menu from which it is started must be that of a certificate; what is moved are all of them. */
    private static List<Finding> holdsACertificateHere(CaseFacts facts) {
        if (!facts.form().has("personId")) {
            return Finding.none();
        }
        List<Certificate> held = certificates(facts);
        if (held.isEmpty()) {
            return List.of(
                    Finding.error("JS-P01", "personId", "该人员在本单位没有可变更的岗位合格证书").restingOn(SOURCE));
        }
        return Division.of(facts.form().text("entryDivision")).stream()
                .filter(entry -> held.stream().noneMatch(certificate -> certificate.division() == entry))
                .map(entry -> Finding.error("JS-R02", "entryDivision", "该人员无" + entry.title() + "岗位合格证书")
                        .restingOn(SOURCE + " 注意"))
                .toList();
    }

    private static List<Finding> goesToAnother(CaseFacts facts) {
        boolean same = facts.form().has("receivingOrgId")
                && facts.form().text("receivingOrgId").equals(Parties.applicantId(facts));
        return same
                ? List.of(Finding.error("JS-P01", "receivingOrgId", "调入机构不能与调出机构相同")
                        .restingOn(SOURCE))
                : Finding.none();
    }

    /** JS-R03. Whoever is not, or no longer, on file receives nobody. */
    static List<Finding> receiverIsRegistered(CaseFacts facts) {
        String receiver = facts.form().text("receivingOrgId");
        Optional<TestingOrganisation> known = TestingOrganisation.find(facts, receiver);
        if (receiver.isEmpty()
                || known.filter(found -> found.mayReceiveOn(facts.today())).isPresent()) {
            return Finding.none();
        }
        boolean ranOut = known.filter(TestingOrganisation::isFiled).isPresent();
        return List.of(Finding.error("JS-R03", "receivingOrgId", ranOut ? "调入机构资质已过期，不能办理调入" : "调入机构未在册，不能办理调入")
                .restingOn(SOURCE + ".1"));
    }

    /** JS-R01, JS-R03. What becomes of each certificate, by the register as it stands at this moment. */
    static List<Finding> receiverHoldsTheDivisions(CaseFacts facts) {
        return TestingOrganisation.find(facts, facts.form().text("receivingOrgId"))
                .filter(receiver -> receiver.mayReceiveOn(facts.today()))
                .map(receiver -> certificates(facts).stream()
                        .map(certificate ->
                                outlook(facts, certificate, receiver).restingOn(SOURCE + ".1（1）–（4）"))
                        .distinct()
                        .toList())
                .orElse(Finding.none());
    }

    private static Finding outlook(CaseFacts facts, Certificate certificate, TestingOrganisation receiver) {
        String division = certificate.division().title();
        if (receiver.holds(certificate.division())) {
            return Finding.passed("JS-R01", "调入机构具备" + division + "资质（检测机构台账 " + facts.today() + "）");
        }
        return facts.moment() == Moment.DECIDING
                ? Finding.warning("JS-R03", "receivingOrgId", "调入单位无" + division + "资质，" + certificate.name() + "将转为调离")
                : Finding.warning("JS-R01", "receivingOrgId", "调入单位无该类资质");
    }

    private static List<Finding> everyMovingCertificateIsScanned(CaseFacts facts) {
        long moving = TestingOrganisation.find(facts, facts.form().text("receivingOrgId")).stream()
                .flatMap(receiver ->
                        certificates(facts).stream().filter(certificate -> receiver.holds(certificate.division())))
                .count();
        return facts.attachments("certificateScan").size() < moving
                ? List.of(Finding.error("JS-P01", "certificateScan", "请为每本随调的证书上传扫描件")
                        .restingOn(SOURCE + ".2"))
                : Finding.none();
    }

    static List<Certificate> certificates(CaseFacts facts) {
        String person = facts.form().text("personId");
        return facts.applicant().isPresent()
                ? Certificate.withApplicant(facts, person)
                : Certificate.abandoned(facts, person);
    }

    /** Whom they leave: the applicant, or where the province acts, organisations that are gone. */
    private static List<Organisation> releasing(CaseFacts facts) {
        return certificates(facts).stream()
                .map(Certificate::lastKnownEmployer)
                .distinct()
                .flatMap(organisation -> facts.directory().organisation(organisation).stream())
                .toList();
    }

    static Organisation receiver(CaseFacts facts) {
        return facts.directory()
                .organisation(facts.form().text("receivingOrgId"))
                .orElseThrow(() -> new IllegalStateException(facts.number() + " has no receiving organisation"));
    }

    /** What the provincial approval does: certificates and employment move, papers are ordered, it is announced. */
    static void carryOut(CaseFacts facts, Changes changes) {
        Organisation receiving = receiver(facts);
        TestingOrganisation registered =
                TestingOrganisation.find(facts, receiving.id()).orElseThrow();
        List<Organisation> releasing = releasing(facts);
        List<Certificate> moved = certificates(facts).stream()
                .map(certificate -> afterTransfer(certificate, registered))
                .toList();
        moved.forEach(certificate -> {
            changes.of(CERTIFICATES).save(certificate);
            CreditFile.suspend(facts, changes, certificate);
        });
        moved.stream()
                .filter(certificate -> certificate.standsWith(receiving.id()))
                .forEach(certificate -> PrintJob.order(facts, changes, certificate, receiving));
        moveEmployment(facts, changes, releasing, receiving);
        PublicNotice.publish(
                facts,
                changes,
                NoticeKind.TRANSFER,
                moved,
                releasing,
                receiving,
                announcement(facts, releasing, receiving, moved));
    }

    private static void moveEmployment(
            CaseFacts facts, Changes changes, List<Organisation> releasing, Organisation receiving) {
        FormData form = facts.form();
        FormData received = facts.stepForm("receive");
        String person = form.text("personId");
        releasing.forEach(organisation -> changes.endEmployment(
                person, organisation.id(), form.day("departureDate").orElse(facts.today())));
        changes.employ(Employment.since(
                received.day("contractFrom").orElse(facts.today()),
                person,
                receiving.id(),
                Post.titleOf(received.text("post"))));
        StaffMember.filesOf(facts, person).stream()
                .filter(file -> releasing.stream().anyMatch(organisation -> file.isOnFileAt(organisation.id())))
                .forEach(file -> changes.of(STAFF).save(file.in(StaffStatus.TRANSFERRED)));
    }

    private static Announcement announcement(
            CaseFacts facts, List<Organisation> releasing, Organisation receiving, List<Certificate> moved) {
        String name =
                Parties.person(facts).map(Person::name).map(Mask.NAME::apply).orElse("");
        String outcome = moved.stream()
                .map(certificate ->
                        certificate.name() + "：" + certificate.status().title())
                .collect(Collectors.joining("\n"));
        String from = releasing.stream().map(Organisation::name).collect(Collectors.joining("、"));
        String way = name + "由" + from + "变更至" + receiving.name() + "。";
        return new Announcement("变更", "人员变更公告（" + name + "）", way + "\n" + outcome);
    }
}
