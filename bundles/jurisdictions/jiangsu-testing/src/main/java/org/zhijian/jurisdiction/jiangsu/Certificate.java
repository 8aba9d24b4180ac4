package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.query.Source.source;
import static org.zhijian.jurisdiction.jiangsu.CertificateStatus.CANCELLED;
import static org.zhijian.jurisdiction.jiangsu.CertificateStatus.DEPARTED;
import static org.zhijian.jurisdiction.jiangsu.CertificateStatus.NORMAL;
import static org.zhijian.jurisdiction.jiangsu.CertificateStatus.NO_CREDIT_FILE;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.query.Credential;
import org.zhijian.api.query.Source;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Printout;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/**
 * 岗位合格证书台账: the certificates of testing staff, one for each division.
 *
 * @param employer the organisation it stands with; blank once it is 调离 or 注销
 * @param lastEmployer the organisation that released it, while it is 调离: the one that may claim it for another; else blank
 * @param issueCount how often it has been issued under its number
 * @param replacementCase number of the replacement under way; blank if there is none
 */
record Certificate(
        @Column(value = "证书编号", key = true, open = true) String certNo,
        @Column(value = "类别", index = true, open = true) Division division,
        @Column(value = "持证人", index = true, open = true, refers = Refers.PERSON, mask = Mask.NAME) String person,
        @Column(value = "聘用单位", index = true, open = true, refers = Refers.ORGANISATION, owner = true) String employer,
        @Column(value = "原聘用单位", index = true, refers = Refers.ORGANISATION, owner = true) String lastEmployer,
        @Column(value = "状态", index = true, status = true, open = true) CertificateStatus status,
        @Column("发证次数") int issueCount,
        @Column("补证中的业务") String replacementCase) {

    /** More than any testing organisation has. */
    private static final int MOST_STAFF = 10_000;

    /** JS-R13. */
    private static final StatusMachine MACHINE = StatusMachine.beginningWith(NORMAL)
            .allow(EnumSet.of(NORMAL, DEPARTED), NO_CREDIT_FILE)
            .allow(EnumSet.of(NORMAL, NO_CREDIT_FILE), DEPARTED)
            .allow(NO_CREDIT_FILE, NORMAL)
            .allow(EnumSet.of(NORMAL, NO_CREDIT_FILE, DEPARTED), CANCELLED);

    static final Register<Certificate> CERTIFICATES = Register.register("certificates", "岗位合格证书台账", Certificate.class)
            .statuses(MACHINE)
            .openToPublic()
            .named(Certificate::name)
            .printedAs(Printout.certificate(
                            "检测人员岗位合格证书", "江苏省建设工程质量监督总站", "certNo", "person", "division", "employer", "issueCount")
                    .whileIn(NORMAL, NO_CREDIT_FILE))
            .act(
                    "transfer",
                    "变更调离",
                    PersonnelTransfer.ID,
                    certificate -> certificate.status != CANCELLED,
                    (certificate, facts) -> PersonnelTransfer.of(certificate.person, certificate.division))
            .act("replace", "补办", CertificateReplacement.ID, Certificate::isInUse, Certificate::chosen)
            .act(
                    "cancel",
                    "注销",
                    CertificateCancellation.ID,
                    certificate -> certificate.status != CANCELLED,
                    Certificate::chosen);

    /** What other jurisdictions learn of a person's certificates: those in use. */
    static final Source<Credential> IN_USE = source(Credential.TESTING_POST, Certificate::inUse);

    private static List<Credential> inUse(Source.Asked asked) {
        return asked.registers().of(CERTIFICATES).where("person", asked.personId()).stream()
                .filter(Certificate::isInUse)
                .map(certificate -> new Credential(
                        certificate.certNo,
                        certificate.person,
                        certificate.employer,
                        List.of(certificate.division.title()),
                        Optional.empty()))
                .toList();
    }

    /** The form of a matter that is about this certificate. */
    private static FormData chosen(Certificate certificate, CaseFacts facts) {
        return FormData.EMPTY.with("personId", certificate.person).with("certificates", List.of(certificate.certNo));
    }

    /** A certificate issued for the first time. */
    static Certificate issued(String certNo, Division division, String person, String employer) {
        return new Certificate(certNo, division, person, employer, "", NORMAL, 1, "");
    }

    static List<Certificate> heldBy(CaseFacts facts, String person) {
        return facts.registers().of(CERTIFICATES).where("person", person);
    }

    /** The certificates of a person that stand with the applicant, or that it was the last to employ. */
    static List<Certificate> withApplicant(CaseFacts facts, String person) {
        String applicant = Parties.applicantId(facts);
        return heldBy(facts, person).stream()
                .filter(certificate -> certificate.standsWith(applicant) || certificate.isLeftBehindBy(applicant))
                .toList();
    }

    /** The certificates of a person whose organisation, or last one, is gone. */
    static List<Certificate> abandoned(CaseFacts facts, String person) {
        return heldBy(facts, person).stream()
                .filter(certificate -> certificate.isAbandoned(facts))
                .toList();
    }

    private boolean isAbandoned(CaseFacts facts) {
        return status != CANCELLED
                && TestingOrganisation.find(facts, lastKnownEmployer())
                        .filter(TestingOrganisation::isGone)
                        .isPresent();
    }

    /** The staff of an organisation, and whoever left a certificate behind there that is 调离. */
    static List<Person> peopleWith(CaseFacts facts, String organisation) {
        Stream<Person> leftBehind = facts.registers().of(CERTIFICATES).where("lastEmployer", organisation).stream()
                .filter(certificate -> certificate.isLeftBehindBy(organisation))
                .flatMap(certificate -> facts.directory().person(certificate.person()).stream());
        Stream<Person> staff = facts.directory().staff(organisation, "", MOST_STAFF).stream();
        return Stream.concat(staff, leftBehind).distinct().toList();
    }

    /** 建材岗位合格证书JC-M-0000. */
    String name() {
        return division.title() + "岗位合格证书" + certNo;
    }

    /** Where it stands, or stood last while it is 调离. */
    String lastKnownEmployer() {
        return employer.isEmpty() ? lastEmployer : employer;
    }

    boolean isInUse() {
        return status == NORMAL || status == NO_CREDIT_FILE;
    }

    boolean standsWith(String organisation) {
        return isInUse() && employer.equals(organisation);
    }

    boolean isLeftBehindBy(String organisation) {
        return status == DEPARTED && lastEmployer.equals(organisation);
    }

    /** It follows its holder, who has no file yet at the new organisation, and is issued anew for it. */
    Certificate employedBy(String organisation) {
        return new Certificate(
                certNo, division, person, organisation, "", NO_CREDIT_FILE, issueCount + 1, replacementCase);
    }

    /** It stays behind, without an employer. */
    Certificate departed() {
        return new Certificate(
                certNo, division, person, "", lastKnownEmployer(), DEPARTED, issueCount, replacementCase);
    }

    /** A credit file has been opened where it stands. */
    Certificate filed() {
        return new Certificate(certNo, division, person, employer, "", NORMAL, issueCount, replacementCase);
    }

    Certificate cancelled() {
        return new Certificate(certNo, division, person, "", "", CANCELLED, issueCount, "");
    }

    /** Issued once more under the same number, whatever its status. */
    Certificate reissued() {
        return new Certificate(
                certNo, division, person, employer, lastEmployer, status, issueCount + 1, replacementCase);
    }

    /** Being replaced in this case; blank: in none. */
    Certificate replacedIn(String caseNumber) {
        return new Certificate(certNo, division, person, employer, lastEmployer, status, issueCount, caseNumber);
    }
}
