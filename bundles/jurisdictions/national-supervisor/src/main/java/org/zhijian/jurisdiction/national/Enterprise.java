package org.zhijian.jurisdiction.national;

import static org.zhijian.jurisdiction.national.EnterpriseStatus.AUTHENTICATED;
import static org.zhijian.jurisdiction.national.EnterpriseStatus.DISABLED;
import static org.zhijian.jurisdiction.national.EnterpriseStatus.PENDING;
import static org.zhijian.jurisdiction.national.EnterpriseStatus.RETURNED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Options;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/**
 * 企业信息: an employing firm.
 *
 * @param organisation the organisation that it is; blank while it is not authenticated
 * @param regionCode 工商注册所在地
 */
record Enterprise(
        @Column(value = "企业编号", key = true, open = true) String enterpriseNo,
        @Column(value = "统一社会信用代码", index = true, open = true) String uscc,
        @Column(value = "企业名称", index = true, open = true) String orgName,
        @Column(value = "单位", index = true, refers = Refers.ORGANISATION, owner = true) String organisation,
        @Column("工商注册所在地代码") String regionCode,
        @Column(value = "工商注册所在地", index = true, open = true) String regionName,
        @Column(value = "企业资质", index = true, open = true) List<QualificationKind> qualificationKinds,
        @Column("法定代表人") String legalRepName,
        @Column("注册地址") String address,
        @Column("联系人") String contact,
        @Column(value = "联系人手机", mask = Mask.MOBILE) String contactMobile,
        @Column("办公电话") String phone,
        @Column("电子邮箱") String email,
        @Column("网址") String website,
        @Column("注册资本（万元）") Optional<BigDecimal> capital,
        @Column("成立日期") Optional<LocalDate> established,
        @Column(value = "认证状态", index = true, status = true, open = true) EnterpriseStatus status) {

    static final Register<Enterprise> ENTERPRISES = Register.register("enterprises", "企业信息", Enterprise.class)
            .statuses(StatusMachine.beginningWith(PENDING, AUTHENTICATED)
                    .allow(PENDING, RETURNED)
                    .allow(RETURNED, PENDING)
                    .allow(EnumSet.of(PENDING, RETURNED), AUTHENTICATED)
                    .allow(AUTHENTICATED, DISABLED)
                    .allow(DISABLED, AUTHENTICATED))
            .openToPublic()
            .named(Enterprise::orgName)
            .act("basic", "修改基本信息", BasicInformation.ID, Enterprise::isAuthenticated, (firm, facts) -> FormData.EMPTY)
            .act(
                    "important",
                    "修改重要信息",
                    ImportantInformation.ID,
                    Enterprise::isAuthenticated,
                    (firm, facts) -> FormData.EMPTY);

    Enterprise {
        qualificationKinds = List.copyOf(qualificationKinds);
    }

    /** What the register says of an organisation. */
    static Optional<Enterprise> find(CaseFacts facts, String organisation) {
        return facts.registers().of(ENTERPRISES).where("organisation", organisation).stream()
                .findFirst();
    }

    /** Firms whose people may apply. */
    static Options authenticated() {
        return Options.organisations(Parties.EMPLOYER)
                .only((facts, id) ->
                        find(facts, id).filter(Enterprise::isAuthenticated).isPresent());
    }

    boolean isAuthenticated() {
        return status == AUTHENTICATED;
    }

    Enterprise in(EnterpriseStatus changed) {
        return new Enterprise(
                enterpriseNo,
                uscc,
                orgName,
                organisation,
                regionCode,
                regionName,
                qualificationKinds,
                legalRepName,
                address,
                contact,
                contactMobile,
                phone,
                email,
                website,
                capital,
                established,
                changed);
    }

    /** Authenticated as this organisation. */
    Enterprise authenticatedAs(String id) {
        return new Enterprise(
                enterpriseNo,
                uscc,
                orgName,
                id,
                regionCode,
                regionName,
                qualificationKinds,
                legalRepName,
                address,
                contact,
                contactMobile,
                phone,
                email,
                website,
                capital,
                established,
                AUTHENTICATED);
    }

    /** What a form of basic information says (NS-P04). */
    Enterprise withBasics(FormData form) {
        return new Enterprise(
                enterpriseNo,
                uscc,
                orgName,
                organisation,
                regionCode,
                regionName,
                qualificationKinds,
                legalRepName,
                form.text("address"),
                form.text("contact"),
                contactMobile,
                form.text("phone"),
                form.text("email"),
                form.text("website"),
                form.decimal("capital"),
                established,
                status);
    }

    /** What a form of important information says (NS-P05); qualifications that are not chosen stay as they are. */
    Enterprise withImportant(FormData form) {
        List<QualificationKind> chosen = Codes.all(QualificationKind.class, form.list("qualificationKinds"));
        return new Enterprise(
                enterpriseNo,
                form.text("uscc"),
                form.text("orgName"),
                organisation,
                form.text("regionCode"),
                nameOf(form.text("regionCode")),
                chosen.isEmpty() ? qualificationKinds : chosen,
                form.text("legalRepName"),
                address,
                contact,
                contactMobile,
                phone,
                email,
                website,
                capital,
                established,
                status);
    }

    /** A firm that registers with this form, not authenticated yet. */
    static Enterprise registering(String number, FormData form) {
        return new Enterprise(
                number,
                form.text("uscc"),
                form.text("orgName"),
                "",
                form.text("regionCode"),
                nameOf(form.text("regionCode")),
                Codes.all(QualificationKind.class, form.list("qualificationKinds")),
                form.text("legalRepName"),
                form.text("address"),
                form.text("contactName"),
                form.text("contactMobile"),
                form.text("phone"),
                form.text("email"),
                "",
                form.decimal("capital"),
                form.day("established"),
                PENDING);
    }

    private static String nameOf(String region) {
        return org.zhijian.api.check.Regions.fullName(region).orElse(region);
    }
}
