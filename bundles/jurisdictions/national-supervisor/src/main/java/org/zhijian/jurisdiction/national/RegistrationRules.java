package org.zhijian.jurisdiction.national;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.check.IdNumber;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.procedure.CaseFacts.OpenCase;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Guard;
import org.zhijian.api.procedure.Subject;

/** NS-R06 to NS-R09: who may be registered, for what, and when. */
final class RegistrationRules {
    static final String REGULATION = "注册监理工程师管理规定（建设部令147号）";
    static final String EXPIRED = "注册已失效，请申请初始注册";

    private static final int MOST_SPECIALTIES = 2;

    private RegistrationRules() {}

    /** The person who applies is the one whom the account belongs to. */
    static List<Finding> applicantIsThePerson(CaseFacts facts) {
        FormData form = facts.form();
        return facts.applicantPerson()
                .filter(person -> differs(form.text("name"), person.name())
                        || differs(form.text("idType"), person.idType().name())
                        || differs(idNumberOf(form), person.idNumber()))
                .map(person -> List.of(Finding.error("NS-P02", "idNo", "姓名、证件号码与账号登记的本人信息不一致")))
                .orElse(Finding.none());
    }

    private static boolean differs(String given, String known) {
        return !given.isEmpty() && !IdNumber.normalise(given).equals(IdNumber.normalise(known));
    }

    private static String idNumberOf(FormData form) {
        return form.has("idNo") ? form.text("idNo") : form.text("otherIdNo");
    }

    /** NS-R07. One or two specialties, none of them twice. */
    static List<Finding> specialties(List<String> chosen, String field) {
        if (new HashSet<>(chosen).size() != chosen.size()) {
            return List.of(error("NS-R07", field, "专业类别不能重复"));
        }
        return chosen.size() > MOST_SPECIALTIES ? List.of(error("NS-R07", field, "注册专业不能超过2个")) : Finding.none();
    }

    /** NS-R08. Nobody is registered twice. */
    static List<Finding> isNotRegistered(CaseFacts facts) {
        return Registration.validOf(facts, Parties.personId(facts)).isPresent()
                ? List.of(error("NS-R08", "", "该人员已注册，请申请变更注册"))
                : Finding.none();
    }

    /** NS-R08. A person's registration is the matter of one application at a time. */
    static List<Finding> nothingElseIsOpen(CaseFacts facts) {
        return nothingElseIsOpen(facts, Parties.personId(facts));
    }

    static List<Finding> nothingElseIsOpen(CaseFacts facts, String person) {
        return person.isEmpty()
                ? Finding.none()
                : facts.otherOpenCases(Subject.person(person)).stream()
                        .filter(RegistrationRules::concernsTheRegistration)
                        .findFirst()
                        .map(other -> List.of(error("NS-R08", "", "该人员有正在办理的业务")))
                        .orElse(Finding.none());
    }

    /** Once it is granted, it only waits to be announced: that stops nothing. */
    private static boolean concernsTheRegistration(OpenCase other) {
        return other.state() != CaseState.APPROVED
                && java.util.Arrays.stream(BusinessType.values()).anyMatch(type -> type.isMatter(other.procedureId()));
    }

    /** NS-R08. What is changed, replaced or renewed is a registration that stands. */
    static Guard isRegistered(RegistrationMatter matter) {
        return facts -> matter.registration(facts)
                .filter(registration -> !registration.isValidOn(facts.today()))
                .filter(registration -> !isUnderReview(facts))
                .map(registration -> List.of(error("NS-R08", "registrationNo", EXPIRED)))
                .orElse(Finding.none());
    }

    /** NS-R06. By the day on which it was applied for: what was handed in in time is not late for the time that it is reviewed. */
    static List<Finding> renewalWindow(Registration registration, CaseFacts facts) {
        return switch (Validity.window(registration.validTo(), Report.appliedOn(facts))) {
            case TOO_EARLY ->
                List.of(error(
                        "NS-R06",
                        "registrationNo",
                        "距注册有效期届满超过90日，自" + Validity.earliestRenewal(registration.validTo()) + "起可以申请延续注册"));
            case IN_TIME -> Finding.none();
            case LATE ->
                List.of(Finding.warning("NS-R06", "registrationNo", "逾期申请：应在注册有效期满30日前提出")
                        .restingOn(REGULATION));
            case OVER -> List.of(error("NS-R06", "registrationNo", EXPIRED));
        };
    }

    private static boolean isUnderReview(CaseFacts facts) {
        return facts.moment() == Moment.DECIDING;
    }

    /** NS-R09. Nobody is registered whose last allowed birthday has passed on the day of the decision. */
    static Guard isYoungEnough(Settings settings) {
        return facts -> facts.applicantPerson()
                .flatMap(person -> birthDate(person, facts.form()))
                .filter(born -> isTooOld(born, facts.today(), settings.maxAge()))
                .map(born -> List.of(error("NS-R09", "birthDate", "超过" + settings.maxAge() + "周岁，不予注册")))
                .orElse(Finding.none());
    }

    static boolean isTooOld(LocalDate born, LocalDate decided, int maxAge) {
        return maxAge > 0 && decided.isAfter(born.plusYears(maxAge));
    }

    /** As the identity number tells it; others say it themselves. */
    private static Optional<LocalDate> birthDate(Person person, FormData form) {
        return person.idType() == Person.IdType.ID ? IdNumber.birthDate(person.idNumber()) : form.day("birthDate");
    }

    /** A contract ends after it has begun. */
    static List<Finding> contractHasADuration(CaseFacts facts) {
        Optional<LocalDate> from = facts.form().day("contractFrom");
        Optional<LocalDate> to = facts.form().day("contractTo");
        return from.isPresent() && to.isPresent() && to.get().isBefore(from.get())
                ? List.of(Finding.error("NS-P02", "contractTo", "劳动合同终止日期不能早于起始日期"))
                : Finding.none();
    }

    static Finding error(String rule, String field, String message) {
        return Finding.error(rule, field, message).restingOn(REGULATION);
    }
}
