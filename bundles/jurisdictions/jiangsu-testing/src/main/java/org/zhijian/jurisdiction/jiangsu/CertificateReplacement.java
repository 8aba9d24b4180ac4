package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.pastDate;
import static org.zhijian.api.form.Fields.person;
import static org.zhijian.api.form.Fields.records;
import static org.zhijian.jurisdiction.jiangsu.Certificate.CERTIFICATES;
import static org.zhijian.jurisdiction.jiangsu.Parties.TESTING_ORG;
import static org.zhijian.jurisdiction.jiangsu.PrintJob.PRINT_JOBS;

import java.util.List;
import java.util.stream.Collectors;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.Options;
import org.zhijian.api.form.Slot;
import org.zhijian.api.notice.Announcement;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** JS-P02 补证: a lost certificate is issued anew under its number (操作指南 三). */
final class CertificateReplacement {
    static final String ID = "certificate-replacement";
    static final String TITLE = "补证";

    private static final String SOURCE = "操作指南 三.1";

    private CertificateReplacement() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, TITLE)
                .startedBy(Starter.organisations(TESTING_ORG))
                .form(
                        person("personId", "检测人员", Options.ownStaff()).required(),
                        records(
                                        "certificates",
                                        "补办的岗位合格证书",
                                        CERTIFICATES,
                                        Options.records(CERTIFICATES, Chosen::candidates))
                                .required(),
                        longText("reason", "补证原因", 500).required(),
                        pastDate("lostOn", "遗失日期"))
                .attach(
                        Slot.scan("newspaperStatement", "省级报刊登报申明扫描件")
                                .count(1, 2)
                                .sealed("登报申明须加盖公章")
                                .hint("须为省级报刊，加盖公章"),
                        Scans.contract(),
                        Scans.insurance())
                .guard(
                        CertificateReplacement::areInUse,
                        OpenMatters.noneOfThePerson(ID, SOURCE),
                        InsuranceCheck::outcome)
                .onSubmitted(CertificateReplacement::markAsBeingReplaced)
                .onSubmitted(InsuranceCheck::askOfTheApplicant)
                .onSubmitted(
                        CertificateMatter.submitted(NoticeKind.REPLACEMENT, MatterStatus.AT_CITY, Chosen::certificates))
                .onReturned(CertificateMatter.reaches(MatterStatus.RETURNED))
                .onEnded(CertificateReplacement::unmark)
                .onEnded(CertificateMatter.reaches(MatterStatus.ENDED))
                .chain(
                        ReviewSteps.city("市审核", Offices.cityOfTheApplicant()),
                        ReviewSteps.province().then(CertificateReplacement::issueAnew, CertificateMatter::announced),
                        ReviewSteps.print(),
                        ReviewSteps.handOut(Offices.cityOfTheApplicant()).then(CertificateReplacement::unmark))
                .closes(CaseState.CLOSED, "已发放（办结）")
                .guide("", "岗位合格证书状态为正常或无信用档案", "已在省级报刊登报申明")
                .build();
    }

    /** JS-R12. What is cancelled, left behind or with another organisation is not replaced. */
    private static List<Finding> areInUse(CaseFacts facts) {
        return Chosen.certificates(facts).stream()
                .filter(certificate -> !certificate.standsWith(Parties.applicantId(facts)))
                .map(certificate -> Finding.error("JS-R12", "certificates", whyNot(certificate) + "，不能补证")
                        .restingOn(SOURCE))
                .toList();
    }

    private static String whyNot(Certificate certificate) {
        return certificate.name()
                + (certificate.isInUse()
                        ? "不在本单位"
                        : "状态为" + certificate.status().title());
    }

    /** JS-R13. 补证中 while the case is open; a certificate that a correction has taken out is free again. */
    private static void markAsBeingReplaced(CaseFacts facts, Changes changes) {
        unmark(facts, changes);
        Chosen.certificates(facts)
                .forEach(certificate -> changes.of(CERTIFICATES).save(certificate.replacedIn(facts.number())));
    }

    private static void unmark(CaseFacts facts, Changes changes) {
        Certificate.heldBy(facts, facts.form().text("personId")).stream()
                .filter(certificate -> certificate.replacementCase().equals(facts.number()))
                .forEach(certificate -> changes.of(CERTIFICATES).save(certificate.replacedIn("")));
    }

    /** JS-R12. The number and the status stay; what was handed out before is void. */
    private static void issueAnew(CaseFacts facts, Changes changes) {
        Organisation own = Parties.applicant(facts);
        List<Certificate> reissued =
                Chosen.certificates(facts).stream().map(Certificate::reissued).toList();
        for (Certificate certificate : reissued) {
            PrintJob.ofCertificate(facts, certificate.certNo()).stream()
                    .filter(PrintJob::isOut)
                    .forEach(job -> changes.of(PRINT_JOBS).save(job.voided()));
            changes.of(CERTIFICATES).save(certificate);
            PrintJob.order(facts, changes, certificate, own);
        }
        PublicNotice.publish(
                facts,
                changes,
                NoticeKind.REPLACEMENT,
                reissued,
                List.of(own),
                own,
                announcement(facts, own, reissued));
    }

    private static Announcement announcement(CaseFacts facts, Organisation own, List<Certificate> reissued) {
        String name = Parties.person(facts)
                .map(person -> Mask.NAME.apply(person.name()))
                .orElse("");
        String certificates = reissued.stream().map(Certificate::name).collect(Collectors.joining("、"));
        return new Announcement(TITLE, "补证公告（" + name + "）", own.name() + name + "的" + certificates + "遗失补办，原证书遗失作废。");
    }
}
