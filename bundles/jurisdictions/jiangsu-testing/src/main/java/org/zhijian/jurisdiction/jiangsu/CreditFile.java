package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.jurisdiction.jiangsu.CreditStatus.ABSENT;
import static org.zhijian.jurisdiction.jiangsu.CreditStatus.PRESENT;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhijian.api.form.FormData;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.RegisterEditor;
import org.zhijian.api.register.StatusMachine;

/**
 * 信用档案 (JS-31): the credit file of an organisation, or of a person, in one division. A person's file goes where the certificate goes; until the
 * new organisation has filed the person it counts as absent, which is what 无信用档案 on a certificate says.
 *
 * @param person blank in the file of an organisation
 * @param organisation where the person works; blank if nowhere
 * @param conduct what has been recorded, oldest first
 */
record CreditFile(
        @Column(value = "档案编号", key = true, open = true) String fileNo,
        @Column(value = "类别", index = true, open = true) Division division,
        @Column(value = "人员", index = true, open = true, refers = Refers.PERSON, mask = Mask.NAME) String person,
        @Column(value = "检测机构", index = true, open = true, refers = Refers.ORGANISATION, owner = true)
                String organisation,
        @Column(value = "信用档案", index = true, status = true, open = true) CreditStatus status,
        @Column("行为记录") List<String> conduct) {

    static final Register<CreditFile> CREDIT_FILES = Register.register("credit-files", "信用档案", CreditFile.class)
            .statuses(
                    StatusMachine.beginningWith(PRESENT).allow(PRESENT, ABSENT).allow(ABSENT, PRESENT))
            .openToPublic()
            .named(CreditFile::name)
            .act("report", "登记信用行为", ConductReport.ID, file -> file.status == PRESENT, (file, facts) -> FormData.EMPTY
                    .with("orgId", file.organisation)
                    .with("personId", file.person)
                    .with("divisions", List.of(file.division.name())));

    CreditFile {
        conduct = List.copyOf(conduct);
    }

    /** The person's file is opened, or goes on, at this organisation. */
    static void openFor(CaseFacts facts, Changes changes, Certificate certificate) {
        RegisterEditor<CreditFile> files = changes.of(CREDIT_FILES);
        CreditFile file = ofPerson(facts, certificate)
                .orElseGet(() -> begun(changes, certificate.division(), certificate.person(), ""));
        files.save(file.at(certificate.employer(), PRESENT));
    }

    /** The person has left, with or without the certificate: what is on file stays, but counts for nothing until it is opened again. */
    static void suspend(CaseFacts facts, Changes changes, Certificate certificate) {
        ofPerson(facts, certificate)
                .ifPresent(file -> changes.of(CREDIT_FILES).save(file.at(certificate.employer(), ABSENT)));
    }

    /** The organisation has a file in each division that it holds, and in no other. */
    static void keepFor(CaseFacts facts, Changes changes, TestingOrganisation organisation) {
        List<CreditFile> known = facts.registers().of(CREDIT_FILES).where("organisation", organisation.organisation());
        for (Division division : Division.values()) {
            Optional<CreditFile> file = known.stream()
                    .filter(CreditFile::isOfOrganisation)
                    .filter(candidate -> candidate.division() == division)
                    .findFirst();
            CreditStatus status = organisation.holds(division) ? PRESENT : ABSENT;
            file.or(() -> status == PRESENT
                            ? Optional.of(begun(changes, division, "", organisation.organisation()))
                            : Optional.empty())
                    .ifPresent(kept -> changes.of(CREDIT_FILES).save(kept.at(kept.organisation(), status)));
        }
    }

    private static CreditFile begun(Changes changes, Division division, String person, String organisation) {
        String number = "XY-%06d".formatted(changes.next("credit-file"));
        return new CreditFile(number, division, person, organisation, PRESENT, List.of());
    }

    private static Optional<CreditFile> ofPerson(CaseFacts facts, Certificate certificate) {
        return facts.registers().of(CREDIT_FILES).where("person", certificate.person()).stream()
                .filter(file -> file.division() == certificate.division())
                .findFirst();
    }

    private boolean isOfOrganisation() {
        return person.isEmpty();
    }

    private CreditFile at(String where, CreditStatus changed) {
        return new CreditFile(fileNo, division, person, where, changed, conduct);
    }

    CreditFile with(String entry) {
        List<String> more = Stream.concat(conduct.stream(), Stream.of(entry)).toList();
        return new CreditFile(fileNo, division, person, organisation, status, more);
    }

    String name() {
        return fileNo + "（" + division.title() + (isOfOrganisation() ? "，机构" : "，人员") + "）";
    }
}
