package org.zhijian.jurisdiction.national;

import static org.zhijian.api.form.Fields.entries;
import static org.zhijian.api.form.Fields.organisation;
import static org.zhijian.api.form.Fields.pastDate;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.api.form.Fields.whole;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;

/** NS-P02 初始注册: somebody who has passed the examination is registered at a firm. */
final class InitialRegistration {
    static final String POST = "注册监理工程师";

    private static final RegistrationMatter MATTER = new RegistrationMatter(
            BusinessType.INITIAL,
            facts -> facts.form().text("employerOrg"),
            facts -> facts.form().list("specialties"),
            10);

    /** Whoever applies later than this after the examination shows that they have kept up. */
    private static final int YEARS_AFTER_EXAMINATION = 3;

    private InitialRegistration() {}

    static Procedure procedure(Settings settings) {
        Procedure.Builder matter = MATTER.begin()
                .section("学历和职称", RegistrationMatter.education())
                .section(
                        "注册申请",
                        organisation("employerOrg", "聘用单位", Enterprise.authenticated())
                                .required()
                                .missing("请选择聘用单位"),
                        entries("specialties", "专业类别", Specialties.SPECIALTIES)
                                .required()
                                .hint("最多选择2个"),
                        text("examCertNo", "资格证书编号", 40).required(),
                        pastDate("examIssuedOn", "资格证书签发日期").required(),
                        whole("continuingEducationHours", "继续教育学时", 0, 999).hint("资格证书签发满3年的必填"))
                .section("劳动合同", RegistrationMatter.contract())
                .attach(
                        Materials.photo(),
                        Materials.required("idCard", "身份证件"),
                        Materials.required("examCertificate", "资格证书"),
                        Materials.required("labourContract", "劳动合同"),
                        Materials.required("titleCertificate", "中级以上职称证书"),
                        Materials.optional("diploma", "学历证书"),
                        Materials.optional("achievements", "工程业绩证明"),
                        Materials.optional("continuingEducation", "继续教育证明"))
                .offered(RegistrationRules::isNotRegistered)
                .guard(
                        RegistrationRules::isNotRegistered,
                        RegistrationRules.isYoungEnough(settings),
                        InitialRegistration::specialties,
                        InitialRegistration::hasKeptUp,
                        RegistrationRules::contractHasADuration);
        return MATTER.end(matter, settings, InitialRegistration::register);
    }

    private static List<Finding> specialties(CaseFacts facts) {
        return RegistrationRules.specialties(MATTER.specialties(facts), "specialties");
    }

    /** 令147号第十条: beyond three years after the examination, and after a registration that has run out. */
    private static List<Finding> hasKeptUp(CaseFacts facts) {
        boolean late = facts.form()
                .day("examIssuedOn")
                .filter(issued -> facts.today().isAfter(issued.plusYears(YEARS_AFTER_EXAMINATION)))
                .isPresent();
        if (!late) {
            return Finding.none();
        }
        List<Finding> findings = new ArrayList<>();
        if (!facts.form().has("continuingEducationHours")) {
            findings.add(RegistrationRules.error("NS-R08", "continuingEducationHours", "资格证书签发已满3年，请填写继续教育学时"));
        }
        if (facts.attachments("continuingEducation").isEmpty()) {
            findings.add(RegistrationRules.error("NS-R08", "continuingEducation", "资格证书签发已满3年，请上传继续教育证明"));
        }
        return findings;
    }

    private static void register(CaseFacts facts, Changes changes) {
        Person person = Parties.person(facts);
        Organisation firm = facts.directory()
                .organisation(MATTER.reportingFirm(facts))
                .orElseThrow(() -> new IllegalStateException(facts.number() + " names no firm"));
        LocalDate today = facts.today();
        String province = firm.regionCode().substring(0, 2);
        Registration registration = new Registration(
                "%s%06d".formatted(province, changes.next("registration-" + province)),
                person.id(),
                person.idNumber(),
                firm.id(),
                MATTER.specialties(facts),
                today,
                Validity.initial(today),
                RegistrationStatus.VALID,
                "JL%d%07d".formatted(today.getYear(), changes.next("certificate-" + today.getYear())),
                false,
                1);
        Book.of(facts, changes).enter(registration, BusinessType.INITIAL, "初始注册，有效期至" + registration.validTo());
        changes.of(PracticeCertificate.CERTIFICATES).save(PracticeCertificate.first(registration));
        changes.employ(Employment.since(facts.form().day("contractFrom").orElse(today), person.id(), firm.id(), POST));
        Engineer.keep(facts, changes, person);
    }
}
