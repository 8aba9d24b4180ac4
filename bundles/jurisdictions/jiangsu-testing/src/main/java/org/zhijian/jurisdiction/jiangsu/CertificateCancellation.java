package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.chain.DecisionOption.confirm;
import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.person;
import static org.zhijian.api.form.Fields.records;
import static org.zhijian.jurisdiction.jiangsu.Certificate.CERTIFICATES;
import static org.zhijian.jurisdiction.jiangsu.Parties.TESTING_ORG;
import static org.zhijian.jurisdiction.jiangsu.PrintJob.PRINT_JOBS;
import static org.zhijian.jurisdiction.jiangsu.StaffMember.STAFF;

import java.util.List;
import java.util.stream.Collectors;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Step;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.Options;
import org.zhijian.api.notice.Announcement;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.CaseFacts.Judgement;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** JS-P03 注销: certificates end, and their paper comes back (操作指南 四). */
final class CertificateCancellation {
    static final String ID = "certificate-cancellation";
    static final String TITLE = "注销";

    private static final String SOURCE = "操作指南 四.1";

    private CertificateCancellation() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, TITLE)
                .startedBy(Starter.organisations(TESTING_ORG))
                .form(
                        person("personId", "检测人员", Options.people(CertificateCancellation::holders))
                                .required(),
                        choice("entryDivision", "发起模块", Division.class).hint("选择人员后自动勾选该类别的证书，也可以同时注销另一类别的证书"),
                        records(
                                        "certificates",
                                        "注销的岗位合格证书",
                                        CERTIFICATES,
                                        Options.records(CERTIFICATES, Chosen::candidates)
                                                .taking(CertificateCancellation::isOfTheMenu))
                                .required(),
                        longText("reason", "注销原因", 500).required(),
                        choice("personAgrees", "本人是否同意注销", Answer.class).required())
                .attach(Scans.certificateScan())
                .guard(
                        CertificateCancellation::standHere,
                        OpenMatters.noneOfThePerson(ID, SOURCE),
                        CertificateCancellation::everyOneIsScanned,
                        CertificateCancellation::personDisagrees)
                .onSubmitted(CertificateMatter.submitted(
                        NoticeKind.CANCELLATION, MatterStatus.AT_CITY, Chosen::certificates))
                .onReturned(CertificateMatter.reaches(MatterStatus.RETURNED))
                .onEnded(CertificateMatter.reaches(MatterStatus.ENDED))
                .chain(
                        ReviewSteps.originalsSeen("市初审", Offices.cityOfTheApplicant())
                                .guard(CertificateCancellation::disagreementIsCommentedOn),
                        ReviewSteps.province()
                                .guard(CertificateCancellation::disagreementIsCommentedOn)
                                .then(CertificateCancellation::cancel, CertificateMatter::announced),
                        reclaim())
                .closes(CaseState.CLOSED, "已收回（办结）")
                .guide("", "公告后请立即将注销人员的岗位合格证书寄给省质监总站")
                .build();
    }

    private static Step reclaim() {
        return Step.step("reclaim", "证书收回", Offices.province())
                .decisions(confirm(Decision.CONFIRM_RECEIVED, "已收回"))
                .waiting(CaseState.APPROVED, "已公告（待收回）")
                .then((facts, changes) -> PrintJob.ofCase(facts)
                        .forEach(job -> changes.of(PRINT_JOBS).save(job.reclaimed(facts.today()))))
                .then(CertificateMatter.reaches(MatterStatus.DONE));
    }

    private static List<Person> holders(CaseFacts facts) {
        return Certificate.peopleWith(facts, Parties.applicantId(facts));
    }

    /** The certificates of the division whose menu was used are taken beforehand; both may be (JS-P03). */
    private static boolean isOfTheMenu(CaseFacts facts, String certNo) {
        return Division.of(facts.form().text("entryDivision"))
                .flatMap(entry -> facts.registers()
                        .of(CERTIFICATES)
                        .find(certNo)
                        .filter(certificate -> certificate.division() == entry)
                        .filter(certificate -> certificate.standsWith(Parties.applicantId(facts))))
                .isPresent();
    }

    /** JS-R13. Only what is not 注销 yet, and only where it stands or stood last. */
    private static List<Finding> standHere(CaseFacts facts) {
        List<Certificate> own = Certificate.withApplicant(facts, facts.form().text("personId"));
        return Chosen.certificates(facts).stream()
                .filter(certificate -> !own.contains(certificate))
                .map(certificate -> Finding.error("JS-R13", "certificates", certificate.name() + "不能由本单位申请注销")
                        .restingOn(SOURCE))
                .toList();
    }

    private static List<Finding> everyOneIsScanned(CaseFacts facts) {
        int chosen = Chosen.certificates(facts).size();
        return facts.attachments("certificateScan").size() < chosen
                ? List.of(Finding.error("JS-P03", "certificateScan", "请为每本注销的证书上传扫描件")
                        .restingOn(SOURCE))
                : Finding.none();
    }

    private static boolean disagrees(CaseFacts facts) {
        return facts.form().text("personAgrees").equals(Answer.NO.name());
    }

    /** JS-R11. It is permitted, and everybody sees it. */
    private static List<Finding> personDisagrees(CaseFacts facts) {
        return disagrees(facts)
                ? List.of(Finding.warning("JS-R11", "personAgrees", "本人不同意注销，请在意见中说明")
                        .restingOn(SOURCE))
                : Finding.none();
    }

    /** JS-R11. Both reviewers comment on it. */
    private static List<Finding> disagreementIsCommentedOn(CaseFacts facts) {
        boolean commented = facts.moment() == Moment.DECIDING
                && !facts.judgement().map(Judgement::opinion).orElse("").isBlank();
        return !disagrees(facts) || commented
                ? Finding.none()
                : List.of(Finding.error("JS-R11", "opinion", "本人不同意注销，请在意见中说明").restingOn(SOURCE));
    }

    private static void cancel(CaseFacts facts, Changes changes) {
        Organisation own = Parties.applicant(facts);
        List<Certificate> cancelled =
                Chosen.certificates(facts).stream().map(Certificate::cancelled).toList();
        for (Certificate certificate : cancelled) {
            changes.of(CERTIFICATES).save(certificate);
            CreditFile.suspend(facts, changes, certificate);
            changes.of(PRINT_JOBS).save(PrintJob.toReclaim(facts, certificate, own));
        }
        endPosts(facts, changes, own, cancelled);
        PublicNotice.publish(
                facts,
                changes,
                NoticeKind.CANCELLATION,
                cancelled,
                List.of(own),
                own,
                announcement(facts, own, cancelled));
    }

    /** With its certificate a division's post ends; with the last certificate here, the employment as one of the testing staff. */
    private static void endPosts(CaseFacts facts, Changes changes, Organisation own, List<Certificate> cancelled) {
        String person = facts.form().text("personId");
        StaffMember.filesOf(facts, person).stream()
                .filter(file -> file.isOnFileAt(own.id()))
                .filter(file -> cancelled.stream().anyMatch(certificate -> certificate.division() == file.division()))
                .forEach(file -> changes.of(STAFF).save(file.in(StaffStatus.WITHOUT_POST)));
        boolean noneLeft = Certificate.heldBy(facts, person).stream()
                .filter(certificate ->
                        cancelled.stream().noneMatch(gone -> gone.certNo().equals(certificate.certNo())))
                .noneMatch(certificate -> certificate.standsWith(own.id()));
        if (noneLeft) {
            changes.endEmployment(person, own.id(), facts.today());
        }
    }

    private static Announcement announcement(CaseFacts facts, Organisation own, List<Certificate> cancelled) {
        String name = Parties.person(facts)
                .map(person -> Mask.NAME.apply(person.name()))
                .orElse("");
        String certificates = cancelled.stream().map(Certificate::name).collect(Collectors.joining("、"));
        return new Announcement(
                TITLE, "注销公告（" + name + "）", own.name() + name + "的" + certificates + "予以注销。\n请立即将注销人员的岗位合格证书寄给省质监总站。");
    }
}
