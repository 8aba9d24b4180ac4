package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.jurisdiction.jiangsu.OrganisationStatus.AWAITING_FILING;
import static org.zhijian.jurisdiction.jiangsu.OrganisationStatus.CANCELLED;
import static org.zhijian.jurisdiction.jiangsu.OrganisationStatus.EXPIRED;
import static org.zhijian.jurisdiction.jiangsu.OrganisationStatus.REGISTERED;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.check.Uscc;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/**
 * 检测机构台账.
 *
 * @param faxReceivedOn when 省质监总站 received the fax of a qualification that has not been filed since
 */
record TestingOrganisation(
        @Column(value = "组织机构代码", key = true, open = true) String orgCode,
        @Column(value = "机构名称", index = true, open = true, refers = Refers.ORGANISATION, owner = true)
                String organisation,
        @Column(value = "所在省辖市", index = true, open = true) City city,
        @Column(value = "资质类别", index = true, open = true) List<Division> divisions,
        @Column(value = "状态", index = true, status = true, open = true) OrganisationStatus status,
        @Column(value = "资质证书编号", index = true, open = true) String qualificationCertNo,
        @Column("资质等级") String grade,
        @Column("资质发证日期") Optional<LocalDate> issuedOn,
        @Column(value = "资质有效期至", open = true) Optional<LocalDate> validTo,
        @Column("法定代表人") String legalRep,
        @Column("技术负责人") String technicalHead,
        @Column("质量负责人") String qualityHead,
        @Column("地址") String address,
        @Column("联系电话") String phone,
        @Column("资质传真收到日期") Optional<LocalDate> faxReceivedOn) {

    static final Register<TestingOrganisation> ORGANISATIONS = Register.register(
                    "testing-organisations", "检测机构台账", TestingOrganisation.class)
            .statuses(StatusMachine.beginningWith(AWAITING_FILING, REGISTERED)
                    .allow(EnumSet.of(AWAITING_FILING, EXPIRED), REGISTERED)
                    .allow(REGISTERED, EXPIRED)
                    .allow(EnumSet.of(REGISTERED, EXPIRED), CANCELLED))
            .onDay("expire", "资质有效期届满", TestingOrganisation::runsOutOn, TestingOrganisation::runOut)
            .openToPublic()
            .act(
                    "update",
                    "修改信息",
                    OrganisationFiling.ID,
                    TestingOrganisation::isFiled,
                    (organisation, facts) -> OrganisationFiling.again(organisation, FilingMode.UPDATE, facts))
            .act(
                    "extend",
                    "增扩项",
                    OrganisationFiling.ID,
                    TestingOrganisation::isFiled,
                    (organisation, facts) -> OrganisationFiling.again(organisation, FilingMode.EXTENSION, facts))
            .act("fax", "登记传真", FaxReceipt.ID, organisation -> !organisation.isGone(), TestingOrganisation::named)
            .act("close", "过期、注销登记", OrganisationClosing.ID, TestingOrganisation::isFiled, TestingOrganisation::named);

    /** The form of a matter of 省质监总站 that is about this organisation. */
    private static FormData named(TestingOrganisation organisation, CaseFacts facts) {
        return FormData.EMPTY.with("orgId", organisation.organisation);
    }

    TestingOrganisation {
        divisions = List.copyOf(divisions);
    }

    /** What the register says of an organisation now. */
    static Optional<TestingOrganisation> find(CaseFacts facts, String organisation) {
        return facts.registers().of(ORGANISATIONS).where("organisation", organisation).stream()
                .findFirst();
    }

    /** What the register says of the applicant, or the record it begins with. */
    static TestingOrganisation ofOrNew(CaseFacts facts, Organisation organisation) {
        return find(facts, organisation.id()).orElseGet(() -> awaitingFiling(organisation));
    }

    private static TestingOrganisation awaitingFiling(Organisation organisation) {
        String orgCode = organisation.orgCode().isEmpty()
                ? Uscc.orgCodeOf(organisation.uscc()).orElse(organisation.id())
                : organisation.orgCode();
        City city = City.of(organisation.cityCode())
                .orElseThrow(() -> new IllegalStateException(organisation.name() + " lies in none of the cities"));
        return new TestingOrganisation(
                orgCode,
                organisation.id(),
                city,
                List.of(),
                AWAITING_FILING,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                organisation.legalRepresentative(),
                "",
                "",
                "",
                "",
                Optional.empty());
    }

    /** The day after the last one on which its qualification is valid. */
    private Optional<LocalDate> runsOutOn() {
        return validTo.filter(day -> isRegistered()).map(day -> day.plusDays(1));
    }

    private static void runOut(TestingOrganisation organisation, CaseFacts facts, Changes changes) {
        TestingOrganisation expired = organisation.in(EXPIRED);
        changes.of(ORGANISATIONS).save(expired);
        CreditFile.keepFor(facts, changes, expired);
        changes.tell(
                Assignee.organisation(organisation.organisation),
                "资质已过期",
                "资质证书" + organisation.qualificationCertNo + "的有效期已届满，不再办理人员调入。取得新的资质证书后，请办理机构信息备案（增扩项）。");
    }

    boolean isRegistered() {
        return status == REGISTERED;
    }

    /** It has been on file, be its qualification valid or not. */
    boolean isFiled() {
        return status == REGISTERED || status == EXPIRED;
    }

    /** It is no longer there to claim what it left behind. */
    boolean isGone() {
        return status == CANCELLED;
    }

    /** People may be transferred to it on this day: its qualification is on file and has not run out, or a new organisation's has come by fax. */
    boolean mayReceiveOn(LocalDate day) {
        return isRegistered() ? validTo.filter(day::isAfter).isEmpty() : isAboutToFile();
    }

    private boolean isAboutToFile() {
        return status == AWAITING_FILING && faxReceivedOn.isPresent();
    }

    /** Its qualification, on file or for a new organisation as its fax shows, covers this division. */
    boolean holds(Division division) {
        return (isRegistered() || isAboutToFile()) && divisions.contains(division);
    }

    /** The fax has come; what a new organisation holds is what it shows. */
    TestingOrganisation faxReceived(LocalDate day, List<Division> shown) {
        return with(status == AWAITING_FILING ? shown : divisions, status, Optional.of(day));
    }

    TestingOrganisation in(OrganisationStatus changed) {
        return with(divisions, changed, faxReceivedOn);
    }

    /** The same organisation with other divisions, status and fax. */
    TestingOrganisation with(List<Division> held, OrganisationStatus changed, Optional<LocalDate> fax) {
        return new TestingOrganisation(
                orgCode,
                organisation,
                city,
                held,
                changed,
                qualificationCertNo,
                grade,
                issuedOn,
                validTo,
                legalRep,
                technicalHead,
                qualityHead,
                address,
                phone,
                fax);
    }

    /** On file with what an approved filing says; {@code fax} is what is left of the fax. */
    TestingOrganisation filed(FormData form, Optional<LocalDate> fax) {
        return new TestingOrganisation(
                orgCode,
                organisation,
                City.of(form.text("cityCode")).orElse(city),
                Division.allOf(form.list("divisions")),
                REGISTERED,
                form.text("qualificationCertNo"),
                form.text("grade"),
                form.day("issuedOn"),
                form.day("validTo"),
                form.text("legalRep"),
                form.text("technicalHead"),
                form.text("qualityHead"),
                form.text("address"),
                form.text("phone"),
                fax);
    }

    /** True if a filing speaks of the very qualification that is on file. */
    boolean hasTheQualificationOf(FormData form) {
        return Set.copyOf(divisions).equals(Set.copyOf(Division.allOf(form.list("divisions"))))
                && qualificationCertNo.equals(form.text("qualificationCertNo"))
                && issuedOn.equals(form.day("issuedOn"))
                && validTo.equals(form.day("validTo"));
    }
}
