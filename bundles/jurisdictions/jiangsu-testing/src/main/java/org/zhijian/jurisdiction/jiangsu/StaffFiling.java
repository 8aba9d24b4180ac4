package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.form.Condition.flagged;
import static org.zhijian.api.form.Condition.not;
import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.date;
import static org.zhijian.api.form.Fields.entry;
import static org.zhijian.api.form.Fields.flag;
import static org.zhijian.api.form.Fields.idNumber;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.mobile;
import static org.zhijian.api.form.Fields.pastDate;
import static org.zhijian.api.form.Fields.table;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.api.form.Fields.whole;
import static org.zhijian.jurisdiction.jiangsu.Certificate.CERTIFICATES;
import static org.zhijian.jurisdiction.jiangsu.Parties.TESTING_ORG;
import static org.zhijian.jurisdiction.jiangsu.StaffMember.STAFF;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.check.IdNumber;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.procedure.Subject;
import org.zhijian.api.register.Dictionary;

/** JS-P04 人员备案: a member of staff goes on file, or the file is brought up to date (操作指南 五). */
final class StaffFiling {
    static final String ID = "staff-filing";
    static final String PHOTO = "photo";

    /** Who sets the levels of titles is not the manual; the station edits them. */
    static final Dictionary TITLE_LEVELS = Dictionary.dictionary(
            "title-levels",
            "职称等级",
            new Option("JUNIOR", "初级"),
            new Option("MIDDLE", "中级"),
            new Option("SENIOR", "副高级"),
            new Option("PROFESSOR", "正高级"));

    private StaffFiling() {}

    static Procedure procedure(FilingReview review) {
        return Procedure.procedure(ID, "人员备案")
                .startedBy(Starter.organisations(TESTING_ORG))
                .section(
                        "个人信息",
                        text("name", "姓名", 50).required(),
                        idNumber("idNo", "身份证号").required(),
                        choice("gender", "性别", Gender.class),
                        pastDate("birthDate", "出生日期"),
                        mobile("mobile", "手机号码").required(),
                        choice("education", "学历", Education.class).required(),
                        text("school", "毕业院校", 100),
                        text("major", "所学专业", 100),
                        flag("noTitle", "无职称"),
                        text("title", "职称", 50).requiredWhen(not(flagged("noTitle"))),
                        entry("titleLevel", "职称等级", TITLE_LEVELS))
                .section(
                        "检测工作",
                        choice("division", "类别", Division.class).required(),
                        choice("post", "岗位", Post.class).required(),
                        text("jobCertNo", "岗位合格证书编号", 50),
                        pastDate("jobCertIssuedOn", "岗位合格证书发证日期"),
                        table("items", "检测项目", 0, 50, text("item", "检测项目", 100).required()),
                        whole("workYears", "检测工作年限", 0, 60),
                        date("contractFrom", "劳动合同起").required(),
                        date("contractTo", "劳动合同止").hint("无固定期限的不填"),
                        longText("remark", "备注", 500))
                .attach(
                        Slot.scan("idCard", "身份证正反面扫描件").count(1, 2).hint("正反面2张图片，或者1个PDF"),
                        Slot.scan("education", "学历证书扫描件"),
                        Slot.scan("titleCertificate", "职称证书扫描件").requiredWhen(not(flagged("noTitle"))),
                        Scans.contract(),
                        Scans.insurance(),
                        Slot.scan(PHOTO, "照片")
                                .count(1, 1)
                                .formats(Slot.Format.JPG, Slot.Format.PNG)
                                .optional())
                .guard(
                        StaffRules::nameStaysAsFiled,
                        StaffRules::isNotOnFileElsewhere,
                        StaffRules::agreesWithTheIdNumber,
                        StaffRules::certificateIsTheirs,
                        StaffRules::idCardHasTwoSides,
                        InsuranceCheck::outcome,
                        facts -> Contracts.check(facts.form()))
                .subjects(StaffFiling::subjects)
                .onSubmitted(InsuranceCheck::askOfTheApplicant)
                .onSubmitted(ReviewSteps.onFileAtOnce(review, StaffFiling::putOnFile))
                .chain(ReviewSteps.filing(review, StaffFiling::putOnFile))
                .closes(CaseState.CLOSED, "已备案")
                .guide("", "新增人员未在其他检测机构备案；已在其他检测机构备案的，办理人员变更")
                .build();
    }

    /** The person, who may not be known yet: two organisations may be filing the same number at once. */
    private static Set<Subject> subjects(CaseFacts facts) {
        Set<Subject> subjects = new LinkedHashSet<>();
        if (facts.form().has("idNo")) {
            subjects.add(new Subject("idNumber", IdNumber.normalise(facts.form().text("idNo"))));
        }
        person(facts).ifPresent(known -> subjects.add(Subject.person(known.id())));
        return subjects;
    }

    /** The person with this identity number, if already known. */
    static Optional<Person> person(CaseFacts facts) {
        return facts.directory()
                .personByIdNumber(
                        Person.IdType.ID, IdNumber.normalise(facts.form().text("idNo")));
    }

    private static void putOnFile(CaseFacts facts, Changes changes) {
        FormData form = facts.form();
        String organisation = Parties.applicantId(facts);
        Division division = Division.of(form.text("division")).orElseThrow();
        Person person = person(facts).orElseGet(() -> newPerson(form, changes));
        changes.employ(Employment.since(
                form.day("contractFrom").orElse(facts.today()),
                person.id(),
                organisation,
                Post.titleOf(form.text("post"))));
        String certNo = openCreditFile(facts, changes, person, division);
        Optional<StaffMember> before = StaffMember.find(facts, person.id(), division);
        changes.of(STAFF)
                .save(new StaffMember(
                        before.map(StaffMember::fileNo).orElseGet(() -> "RY-%06d".formatted(changes.next("staff"))),
                        person.id(),
                        person.idNumber(),
                        division,
                        organisation,
                        StaffStatus.ON_FILE,
                        Post.titleOf(form.text("post")),
                        form.text("title"),
                        Education.of(form.text("education")),
                        form.text("major"),
                        form.rows("items").stream().map(row -> row.text("item")).toList(),
                        certNo,
                        form.day("contractFrom"),
                        form.day("contractTo"),
                        facts.today(),
                        facts.attachments(PHOTO).isEmpty()
                                ? before.map(StaffMember::photoIn).orElse("")
                                : facts.number()));
    }

    /** The form of whoever brings a file up to date: as it stands now. */
    static FormData again(StaffMember file, CaseFacts facts) {
        FormData form = FormData.EMPTY
                .with("idNo", file.idNo())
                .with("division", file.division().name())
                .with("post", Post.codeOf(file.post()))
                .with("title", file.title())
                .with("noTitle", file.title().isEmpty())
                .with("major", file.major())
                .with("jobCertNo", file.certNo())
                .with(
                        "items",
                        file.items().stream().map(item -> Map.of("item", item)).toList());
        form = with(form, "education", file.education().map(Education::name));
        form = with(form, "contractFrom", file.contractFrom().map(LocalDate::toString));
        form = with(form, "contractTo", file.contractTo().map(LocalDate::toString));
        Optional<Person> person = facts.directory().person(file.person());
        form = with(form, "name", person.map(Person::name));
        return with(form, "mobile", person.map(Person::mobile));
    }

    private static FormData with(FormData form, String field, Optional<String> value) {
        return form.with(field, value.orElse(null));
    }

    private static Person newPerson(FormData form, Changes changes) {
        Person person = new Person(
                changes.newId(),
                form.text("name"),
                Person.IdType.ID,
                IdNumber.normalise(form.text("idNo")),
                form.text("mobile"));
        changes.save(person);
        return person;
    }

    /** JS-R13. A certificate without a credit file here gets one; one that is not known yet is entered. Answers its number, blank if none. */
    private static String openCreditFile(CaseFacts facts, Changes changes, Person person, Division division) {
        String entered = facts.form().text("jobCertNo");
        Optional<Certificate> certificate = Certificate.heldBy(facts, person.id()).stream()
                .filter(held -> held.division() == division && held.standsWith(Parties.applicantId(facts)))
                .findFirst()
                .map(Certificate::filed)
                .or(() -> entered.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Certificate.issued(entered, division, person.id(), Parties.applicantId(facts))));
        certificate.ifPresent(filed -> {
            changes.of(CERTIFICATES).save(filed);
            CreditFile.openFor(facts, changes, filed);
        });
        return certificate.map(Certificate::certNo).orElse("");
    }
}
