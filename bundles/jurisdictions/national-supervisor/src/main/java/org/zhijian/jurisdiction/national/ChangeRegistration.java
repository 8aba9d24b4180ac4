package org.zhijian.jurisdiction.national;

import static org.zhijian.api.form.Condition.is;
import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.date;
import static org.zhijian.api.form.Fields.entries;
import static org.zhijian.api.form.Fields.organisation;
import static org.zhijian.api.form.Fields.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;

/** NS-P02 变更注册: another firm, another specialty, another name; the validity stays. */
final class ChangeRegistration {
    private static final Condition EMPLOYER = is("changeKind", ChangeKind.EMPLOYER);
    private static final Condition SPECIALTY = is("changeKind", ChangeKind.SPECIALTY);
    private static final Condition PERSONAL = is("changeKind", ChangeKind.PERSONAL);

    /** The firm that is moved to reports; where nobody moves, the one that there is. */
    private static final RegistrationMatter MATTER = new RegistrationMatter(
            BusinessType.CHANGE, ChangeRegistration::reportingFirm, ChangeRegistration::specialtiesAfter, 5);

    private ChangeRegistration() {}

    static Procedure procedure(Settings settings) {
        Procedure.Builder matter = MATTER.begin()
                .section(
                        "变更内容",
                        RegistrationMatter.registrationNo(),
                        choice("changeKind", "变更类型", ChangeKind.class).required(),
                        organisation("newEmployer", "新聘用单位", Enterprise.authenticated())
                                .visibleWhen(EMPLOYER)
                                .required()
                                .missing("请选择新聘用单位"),
                        date("contractFrom", "新劳动合同起始日期").visibleWhen(EMPLOYER).required(),
                        date("contractTo", "新劳动合同终止日期").visibleWhen(EMPLOYER).required(),
                        entries("newSpecialties", "变更后的专业类别", Specialties.SPECIALTIES)
                                .visibleWhen(SPECIALTY)
                                .required()
                                .hint("最多选择2个，填写变更后的全部专业"),
                        text("newName", "变更后的姓名", 50).visibleWhen(PERSONAL).hint("姓名不变的不填"))
                .attach(
                        Materials.when(EMPLOYER, "labourContract", "新聘用劳动合同"),
                        Materials.when(EMPLOYER, "releaseProof", "与原单位解除、终止劳动关系证明或退休证明"),
                        Materials.when(PERSONAL, "identityProof", "身份信息变更证明"),
                        Materials.photo().optional())
                .guard(
                        RegistrationRules.isRegistered(MATTER),
                        RegistrationRules.isYoungEnough(settings),
                        ChangeRegistration::changesSomething,
                        ChangeRegistration::specialties,
                        ChangeRegistration::ongoingWorks,
                        RegistrationRules::contractHasADuration);
        return MATTER.end(matter, settings, ChangeRegistration::change);
    }

    private static boolean changes(CaseFacts facts, Condition what) {
        return what.test(facts.form());
    }

    private static String reportingFirm(CaseFacts facts) {
        return changes(facts, EMPLOYER)
                ? facts.form().text("newEmployer")
                : registration(facts).map(Registration::organisation).orElse("");
    }

    private static List<String> specialtiesAfter(CaseFacts facts) {
        return changes(facts, SPECIALTY)
                ? facts.form().list("newSpecialties")
                : registration(facts).map(Registration::specialties).orElse(List.of());
    }

    private static Optional<Registration> registration(CaseFacts facts) {
        return facts.registers()
                .of(Registration.REGISTRATIONS)
                .find(facts.form().text("registrationNo"));
    }

    private static List<Finding> specialties(CaseFacts facts) {
        return changes(facts, SPECIALTY)
                ? RegistrationRules.specialties(specialtiesAfter(facts), "newSpecialties")
                : Finding.none();
    }

    private static List<Finding> changesSomething(CaseFacts facts) {
        boolean same = changes(facts, EMPLOYER)
                && registration(facts)
                        .filter(known ->
                                known.organisation().equals(facts.form().text("newEmployer")))
                        .isPresent();
        return same ? List.of(Finding.error("NS-P02", "newEmployer", "新聘用单位与原聘用单位相同")) : Finding.none();
    }

    private static List<Finding> ongoingWorks(CaseFacts facts) {
        return changes(facts, EMPLOYER)
                ? OngoingWorks.warnings(facts, Parties.personId(facts), "newEmployer")
                : Finding.none();
    }

    private static void change(CaseFacts facts, Changes changes) {
        Registration known = MATTER.required(facts);
        Registration changed = after(known, facts);
        if (changes(facts, EMPLOYER)) {
            move(facts, changes, known, changed);
        }
        if (changes(facts, PERSONAL)) {
            rename(facts, changes);
        }
        Book.of(facts, changes).enter(changed, BusinessType.CHANGE, words(facts, known, changed));
        PracticeCertificate.issueAgain(changes, changed);
    }

    static Registration after(Registration known, CaseFacts facts) {
        if (changes(facts, EMPLOYER)) {
            return known.at(facts.form().text("newEmployer"));
        }
        return changes(facts, SPECIALTY) ? known.forSpecialties(specialtiesAfter(facts)) : known.touched();
    }

    private static void move(CaseFacts facts, Changes changes, Registration known, Registration changed) {
        changes.endEmployment(known.person(), known.organisation(), facts.today());
        changes.employ(Employment.since(
                facts.form().day("contractFrom").orElse(facts.today()),
                known.person(),
                changed.organisation(),
                InitialRegistration.POST));
    }

    private static void rename(CaseFacts facts, Changes changes) {
        FormData form = facts.form();
        Person person = Parties.person(facts);
        changes.save(new Person(
                person.id(),
                form.has("newName") ? form.text("newName") : person.name(),
                person.idType(),
                person.idNumber(),
                form.text("mobile")));
    }

    private static String words(CaseFacts facts, Registration known, Registration changed) {
        List<String> words = new ArrayList<>();
        Codes.find(ChangeKind.class, facts.form().text("changeKind")).ifPresent(kind -> words.add(kind.title() + "变更"));
        if (!known.organisation().equals(changed.organisation())) {
            words.add(name(facts, known.organisation()) + "→" + name(facts, changed.organisation()));
        }
        if (!known.specialties().equals(changed.specialties())) {
            words.add(Specialties.line(facts.registers().of(Specialties.ENTRIES), known.specialties()) + "→"
                    + Specialties.line(facts.registers().of(Specialties.ENTRIES), changed.specialties()));
        }
        return String.join("：", words);
    }

    private static String name(CaseFacts facts, String organisation) {
        return facts.directory()
                .organisation(organisation)
                .map(found -> found.name())
                .orElse("");
    }
}
