package org.zhijian.jurisdiction.national;

import static org.zhijian.jurisdiction.national.RegistrationStatus.CANCELLED;
import static org.zhijian.jurisdiction.national.RegistrationStatus.EXPIRED;
import static org.zhijian.jurisdiction.national.RegistrationStatus.REVOKED;
import static org.zhijian.jurisdiction.national.RegistrationStatus.VALID;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.form.FormData;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.query.Credential;
import org.zhijian.api.query.Source;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/**
 * 注册信息: a person's registration as a supervising engineer at one firm.
 *
 * @param suspended 暂停执业, by a penalty
 * @param version how many things have happened to it
 */
record Registration(
        @Column(value = "注册号", key = true, open = true) String registrationNo,
        @Column(value = "姓名", index = true, open = true, refers = Refers.PERSON, owner = true, mask = Mask.NAME)
                String person,
        @Column(value = "证件号码", index = true, mask = Mask.ID_NUMBER) String idNo,
        @Column(value = "聘用单位", index = true, open = true, refers = Refers.ORGANISATION, owner = true)
                String organisation,
        @Column(value = "注册专业", index = true, open = true, refers = Refers.ENTRY, of = Specialties.ID)
                List<String> specialties,
        @Column(value = "有效期起", open = true) LocalDate validFrom,
        @Column(value = "有效期至", index = true, open = true) LocalDate validTo,
        @Column(value = "状态", index = true, status = true, open = true) RegistrationStatus status,
        @Column(value = "注册执业证书号", index = true, open = true) String certNo,
        @Column("暂停执业") boolean suspended,
        @Column("版本") int version) {

    static final Register<Registration> REGISTRATIONS = Register.register("registrations", "注册信息", Registration.class)
            .statuses(StatusMachine.beginningWith(VALID)
                    .allow(VALID, EXPIRED)
                    .allow(EXPIRED, VALID)
                    .allow(EnumSet.of(VALID, EXPIRED), CANCELLED)
                    .allow(EnumSet.of(VALID, EXPIRED), REVOKED))
            .openToPublic()
            .named(Registration::name)
            .act("renew", "延续注册", BusinessType.RENEWAL.procedure(), Registration::isValid, Registration::chosen)
            .act("change", "变更注册", BusinessType.CHANGE.procedure(), Registration::isValid, Registration::chosen)
            .act("replace", "补办证书", BusinessType.REPLACEMENT.procedure(), Registration::isValid, Registration::chosen)
            .act("cancel", "注销注册", BusinessType.CANCELLATION.procedure(), Registration::isAlive, Registration::chosen)
            .act("forceOut", "强制注销", ForcedCancellation.ID, Registration::isValid, ForcedCancellation::of)
            .onDay("expiry", "注册有效期届满", Registration::lastDayPassed, Registration::expire);

    /** NS-I4, and what other jurisdictions learn: who is registered where today. */
    static final Source<Credential> VALID_TODAY =
            Source.source(Credential.REGISTERED_SUPERVISOR, Registration::validToday);

    Registration {
        specialties = List.copyOf(specialties);
    }

    private static FormData chosen(Registration registration, CaseFacts facts) {
        return FormData.EMPTY.with("registrationNo", registration.registrationNo);
    }

    private static List<Credential> validToday(Source.Asked asked) {
        return asked.registers().of(REGISTRATIONS).where("person", asked.personId()).stream()
                .filter(registration -> registration.isValidOn(asked.today()) && !registration.suspended)
                .map(registration -> new Credential(
                        registration.certNo,
                        registration.person,
                        registration.organisation,
                        Specialties.names(asked.registers().of(Specialties.ENTRIES), registration.specialties),
                        Optional.of(registration.validTo)))
                .toList();
    }

    static List<Registration> of(CaseFacts facts, String person) {
        return facts.registers().of(REGISTRATIONS).where("person", person);
    }

    /** NS-R08. The one registration of a person that is valid today. */
    static Optional<Registration> validOf(CaseFacts facts, String person) {
        return of(facts, person).stream()
                .filter(registration -> registration.isValidOn(facts.today()))
                .findFirst();
    }

    /** The registrations that are valid at a firm today (已注册人员). */
    static List<Registration> validAt(CaseFacts facts, String organisation) {
        return facts.registers().of(REGISTRATIONS).where("organisation", organisation).stream()
                .filter(registration -> registration.isValidOn(facts.today()))
                .toList();
    }

    /** What people read in a choice. */
    String name() {
        return registrationNo + "（有效期至" + validTo + "）";
    }

    boolean isValid() {
        return status == VALID;
    }

    /** It says 有效, and its last day has not passed: the day itself turns it over only once it has come. */
    boolean isValidOn(LocalDate day) {
        return status == VALID && !validTo.isBefore(day);
    }

    /** It may still be cancelled. */
    boolean isAlive() {
        return status == VALID || status == EXPIRED;
    }

    private Optional<LocalDate> lastDayPassed() {
        return isValid() ? Optional.of(validTo.plusDays(1)) : Optional.empty();
    }

    private void expire(CaseFacts facts, Changes changes) {
        changes.of(REGISTRATIONS).save(in(EXPIRED));
        PracticeCertificate.voidAll(changes, registrationNo);
    }

    Registration renewedTo(LocalDate lastDay) {
        return with(organisation, specialties, lastDay, VALID, suspended);
    }

    Registration at(String firm) {
        return with(firm, specialties, validTo, status, suspended);
    }

    Registration forSpecialties(List<String> others) {
        return with(organisation, others, validTo, status, suspended);
    }

    Registration in(RegistrationStatus changed) {
        return with(organisation, specialties, validTo, changed, suspended);
    }

    Registration suspendedByPenalty() {
        return with(organisation, specialties, validTo, status, true);
    }

    /** The same, and something has happened to it. */
    Registration touched() {
        return with(organisation, specialties, validTo, status, suspended);
    }

    private Registration with(
            String firm, List<String> fields, LocalDate lastDay, RegistrationStatus changed, boolean halted) {
        return new Registration(
                registrationNo, person, idNo, firm, fields, validFrom, lastDay, changed, certNo, halted, version + 1);
    }
}
