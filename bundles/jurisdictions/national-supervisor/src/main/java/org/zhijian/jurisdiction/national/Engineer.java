package org.zhijian.jurisdiction.national;

import java.time.LocalDate;
import java.util.Optional;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;

/** 人员信息: what the last granted application said of a person. */
record Engineer(
        @Column(value = "人员编号", key = true) String engineerNo,
        @Column(value = "姓名", index = true, refers = Refers.PERSON, owner = true, mask = Mask.NAME) String person,
        @Column(value = "证件号码", index = true, mask = Mask.ID_NUMBER) String idNo,
        @Column("性别") Optional<Gender> gender,
        @Column("出生日期") Optional<LocalDate> birthDate,
        @Column("学历") Optional<Education> education,
        @Column("毕业院校") String school,
        @Column("所学专业") String major,
        @Column("职称级别") Optional<TitleLevel> titleLevel) {

    static final Register<Engineer> ENGINEERS = Register.register("engineers", "人员信息", Engineer.class);

    static Optional<Engineer> find(CaseFacts facts, String person) {
        return facts.registers().of(ENGINEERS).where("person", person).stream().findFirst();
    }

    /** Keeps what the form of a granted application says. */
    static void keep(CaseFacts facts, Changes changes, Person person) {
        FormData form = facts.form();
        Optional<Engineer> known = find(facts, person.id());
        String number = known.map(Engineer::engineerNo).orElseGet(() -> "RY%06d".formatted(changes.next("engineer")));
        changes.of(ENGINEERS)
                .save(new Engineer(
                        number,
                        person.id(),
                        person.idNumber(),
                        Codes.find(Gender.class, form.text("gender")).or(() -> known.flatMap(Engineer::gender)),
                        form.day("birthDate").or(() -> known.flatMap(Engineer::birthDate)),
                        Codes.find(Education.class, form.text("education"))
                                .or(() -> known.flatMap(Engineer::education)),
                        given(form, "school", known.map(Engineer::school)),
                        given(form, "major", known.map(Engineer::major)),
                        Codes.find(TitleLevel.class, form.text("titleLevel"))
                                .or(() -> known.flatMap(Engineer::titleLevel))));
    }

    private static String given(FormData form, String field, Optional<String> known) {
        return form.has(field) ? form.text(field) : known.orElse("");
    }
}
