package org.zhijian.jurisdiction.national;

import static org.zhijian.api.form.Fields.whole;

import java.util.List;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;

/** NS-P02 延续注册: three more years. */
final class RenewalRegistration {
    private static final RegistrationMatter MATTER = RegistrationMatter.ofRegistered(BusinessType.RENEWAL, 5);

    private RenewalRegistration() {}

    static Procedure procedure(Settings settings) {
        Procedure.Builder matter = MATTER.begin()
                .section(
                        "注册申请",
                        RegistrationMatter.registrationNo(),
                        whole("continuingEducationHours", "继续教育学时", 0, 999).required())
                .section("劳动合同", RegistrationMatter.contract())
                .section("学历和职称", RegistrationMatter.education())
                .attach(
                        Materials.required("labourContract", "劳动合同"),
                        Materials.required("continuingEducation", "继续教育证明"),
                        Materials.photo().optional())
                .guard(
                        RenewalRegistration::isInTime,
                        RegistrationRules.isYoungEnough(settings),
                        RegistrationRules::contractHasADuration);
        return MATTER.end(matter, settings, RenewalRegistration::renew);
    }

    private static List<Finding> isInTime(CaseFacts facts) {
        return MATTER.registration(facts)
                .map(registration -> RegistrationRules.renewalWindow(registration, facts))
                .orElse(Finding.none());
    }

    private static void renew(CaseFacts facts, Changes changes) {
        Registration known = MATTER.required(facts);
        Registration renewed = known.renewedTo(Validity.renewed(known.validTo()));
        Book.of(facts, changes)
                .enter(renewed, BusinessType.RENEWAL, "有效期由" + known.validTo() + "延续至" + renewed.validTo());
        PracticeCertificate.follow(changes, renewed);
        Engineer.keep(facts, changes, Parties.person(facts));
    }
}
