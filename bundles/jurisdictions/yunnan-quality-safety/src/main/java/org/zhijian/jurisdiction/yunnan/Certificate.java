package org.zhijian.jurisdiction.yunnan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Registers;

/**
 * 人员证书台账: the certificates that pushed works have brought.
 *
 * @param employer the organisation at which it is valid
 * @param validTo last day; empty if it says none
 */
record Certificate(
        @Column(value = "证书编号", key = true) String certNo,
        @Column(value = "持证人", index = true, refers = Refers.PERSON, mask = Mask.NAME) String person,
        @Column(value = "证书类别", index = true) CertKind kind,
        @Column(value = "所在单位", index = true, refers = Refers.ORGANISATION, owner = true) String employer,
        @Column(value = "有效期至", index = true) Optional<LocalDate> validTo) {

    static final Register<Certificate> CERTIFICATES = Register.register("certificates", "人员证书台账", Certificate.class);

    /** The certificates of a person, of whatever kind. */
    static List<Certificate> heldBy(Registers registers, String person) {
        return registers.of(CERTIFICATES).where("person", person);
    }

    boolean isValid(CertKind wanted, String organisation, LocalDate today) {
        return kind == wanted
                && employer.equals(organisation)
                && validTo.filter(last -> last.isBefore(today)).isEmpty();
    }
}
