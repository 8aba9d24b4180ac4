package org.zhijian.jurisdiction.national;

import static org.zhijian.jurisdiction.national.CertificateStatus.VALID;
import static org.zhijian.jurisdiction.national.CertificateStatus.VOID;

import java.time.LocalDate;
import java.util.List;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Printout;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/**
 * 证书信息: the 注册执业证书 and the 执业印章 of a registration.
 *
 * @param issueCount how often it has been issued under its number
 */
record PracticeCertificate(
        @Column(value = "注册执业证书号", key = true, open = true) String certNo,
        @Column(value = "注册号", index = true, open = true) String registrationNo,
        @Column(value = "姓名", index = true, open = true, refers = Refers.PERSON, owner = true, mask = Mask.NAME)
                String person,
        @Column(value = "聘用单位", index = true, open = true, refers = Refers.ORGANISATION, owner = true)
                String organisation,
        @Column(value = "注册专业", open = true, refers = Refers.ENTRY, of = Specialties.ID) List<String> specialties,
        @Column(value = "执业印章号", open = true) String sealNo,
        @Column(value = "有效期至", open = true) LocalDate validTo,
        @Column("发证次数") int issueCount,
        @Column(value = "状态", index = true, status = true, open = true) CertificateStatus status) {

    static final Register<PracticeCertificate> CERTIFICATES = Register.register(
                    "practice-certificates", "证书信息", PracticeCertificate.class)
            .statuses(StatusMachine.beginningWith(VALID).allow(VALID, VOID).allow(VOID, VALID))
            .openToPublic()
            .printedAs(Printout.certificate(
                            "注册监理工程师注册执业证书",
                            "中华人民共和国住房和城乡建设部",
                            "certNo",
                            "registrationNo",
                            "person",
                            "organisation",
                            "specialties",
                            "sealNo",
                            "validTo",
                            "issueCount")
                    .whileIn(VALID));

    PracticeCertificate {
        specialties = List.copyOf(specialties);
    }

    /** The certificate with which a registration begins. */
    static PracticeCertificate first(Registration registration) {
        return new PracticeCertificate(
                registration.certNo(),
                registration.registrationNo(),
                registration.person(),
                registration.organisation(),
                registration.specialties(),
                registration.registrationNo(),
                registration.validTo(),
                1,
                VALID);
    }

    /** Says what the registration says now. */
    static void follow(Changes changes, Registration registration) {
        save(changes, registration, 0);
    }

    /** Says what the registration says now, and is issued once more. */
    static void issueAgain(Changes changes, Registration registration) {
        save(changes, registration, 1);
    }

    private static void save(Changes changes, Registration registration, int issues) {
        of(changes, registration.registrationNo()).forEach(certificate -> changes.of(CERTIFICATES)
                .save(new PracticeCertificate(
                        certificate.certNo,
                        certificate.registrationNo,
                        registration.person(),
                        registration.organisation(),
                        registration.specialties(),
                        certificate.sealNo,
                        registration.validTo(),
                        certificate.issueCount + issues,
                        registration.isValid() ? VALID : VOID)));
    }

    /** The certificates of a registration that has ended. */
    static void voidAll(Changes changes, String registrationNo) {
        of(changes, registrationNo).forEach(certificate -> changes.of(CERTIFICATES)
                .save(new PracticeCertificate(
                        certificate.certNo,
                        certificate.registrationNo,
                        certificate.person,
                        certificate.organisation,
                        certificate.specialties,
                        certificate.sealNo,
                        certificate.validTo,
                        certificate.issueCount,
                        VOID)));
    }

    private static List<PracticeCertificate> of(Changes changes, String registrationNo) {
        return changes.of(CERTIFICATES).where("registrationNo", registrationNo);
    }
}
