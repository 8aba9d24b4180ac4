package org.zhijian.jurisdiction.national;

import static org.zhijian.api.chain.DecisionOption.accept;
import static org.zhijian.api.chain.DecisionOption.approve;
import static org.zhijian.api.chain.DecisionOption.confirm;
import static org.zhijian.api.chain.DecisionOption.reject;
import static org.zhijian.api.chain.DecisionOption.sendBack;
import static org.zhijian.api.chain.DecisionOption.supplement;
import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.date;
import static org.zhijian.api.form.Fields.idNumber;
import static org.zhijian.api.form.Fields.mobile;
import static org.zhijian.api.form.Fields.pastDate;
import static org.zhijian.api.form.Fields.record;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.api.form.Fields.tick;
import static org.zhijian.api.form.Fields.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Step;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.check.IdNumber;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Options;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Effect;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/**
 * NS-P02: what the five matters of registration have in common. A person applies, the firm reports, the centre accepts and reviews, the ministry
 * decides and announces.
 *
 * @param type what is applied for
 * @param firm id of the firm that reports, by the form; blank if it is not known yet
 * @param fields the specialties that the application is about
 * @param days working days for review and decision, each half of the legal term
 */
record RegistrationMatter(
        BusinessType type, Function<CaseFacts, String> firm, Function<CaseFacts, List<String>> fields, int days) {

    private static final String NO_WITHDRAWAL = "已上报，进入受理审核阶段，不能撤销";
    private static final String PROCEDURE_RULES = "注册监理工程师注册管理工作规程（建市监函〔2017〕51号）";

    /** A matter about a registration that there is: its firm reports. */
    static RegistrationMatter ofRegistered(BusinessType type, int days) {
        return new RegistrationMatter(
                type,
                facts -> registrationOf(facts).map(Registration::organisation).orElse(""),
                facts -> registrationOf(facts).map(Registration::specialties).orElse(List.of()),
                days);
    }

    private static Optional<Registration> registrationOf(CaseFacts facts) {
        return facts.registers()
                .of(Registration.REGISTRATIONS)
                .find(facts.form().text("registrationNo"));
    }

    /** The registration that the form names. */
    Optional<Registration> registration(CaseFacts facts) {
        return registrationOf(facts);
    }

    /** The registration of a case that has been submitted. */
    Registration required(CaseFacts facts) {
        return registrationOf(facts)
                .orElseThrow(() -> new IllegalStateException(facts.number() + " is about no registration"));
    }

    String reportingFirm(CaseFacts facts) {
        return firm.apply(facts);
    }

    List<String> specialties(CaseFacts facts) {
        return fields.apply(facts);
    }

    /** The registration that is chosen, among the person's own that have not ended. */
    static Field registrationNo() {
        return record(
                        "registrationNo",
                        "注册号",
                        Registration.REGISTRATIONS,
                        Options.records(
                                Registration.REGISTRATIONS,
                                facts -> Registration.of(facts, Parties.personId(facts)).stream()
                                        .filter(Registration::isAlive)
                                        .toList()))
                .required();
    }

    static Field[] contract() {
        return new Field[] {
            date("contractFrom", "劳动合同起始日期").required(),
            date("contractTo", "劳动合同终止日期").required()
        };
    }

    /** Begins the matter with what is asked of everybody. */
    Procedure.Builder begin() {
        return Procedure.procedure(type.procedure(), type.title())
                .startedBy(Starter.people())
                .prefilled(RegistrationMatter::known)
                .section(
                        "申请人",
                        text("name", "姓名", 50).required(),
                        choice("idType", "证件类型", Person.IdType.class).required(),
                        idNumber("idNo", "身份证号")
                                .visibleWhen(Condition.is("idType", Person.IdType.ID))
                                .required(),
                        text("otherIdNo", "证件号码", 30)
                                .visibleWhen(Condition.not(Condition.is("idType", Person.IdType.ID)))
                                .required(),
                        choice("gender", "性别", Gender.class),
                        pastDate("birthDate", "出生日期")
                                .requiredWhen(Condition.not(Condition.is("idType", Person.IdType.ID))),
                        mobile("mobile", "手机号码").required());
    }

    /** What is asked of those who are registered for the first time, or once more. */
    static Field[] education() {
        return new Field[] {
            choice("education", "学历", Education.class),
            text("school", "毕业院校", 100),
            text("major", "所学专业", 100),
            pastDate("graduatedOn", "毕业时间"),
            choice("titleLevel", "职称级别", TitleLevel.class),
            whole("workYears", "从事监理工作年限", 0, 60)
        };
    }

    /** What the system knows is filled in. */
    private static FormData known(CaseFacts facts) {
        Optional<Person> applicant = facts.applicantPerson();
        if (applicant.isEmpty()) {
            return FormData.EMPTY;
        }
        Person person = applicant.get();
        boolean resident = person.idType() == Person.IdType.ID;
        Optional<Engineer> engineer = Engineer.find(facts, person.id());
        FormData form = FormData.EMPTY
                .with("name", person.name())
                .with("idType", person.idType().name())
                .with(resident ? "idNo" : "otherIdNo", person.idNumber())
                .with(
                        "gender",
                        IdNumber.gender(person.idNumber()).map(Enum::name).orElse(null))
                .with(
                        "birthDate",
                        IdNumber.birthDate(person.idNumber())
                                .map(Object::toString)
                                .orElse(null))
                .with("mobile", person.mobile().isEmpty() ? null : person.mobile())
                .with(
                        "education",
                        engineer.flatMap(Engineer::education).map(Enum::name).orElse(null))
                .with("school", engineer.map(Engineer::school).orElse(null))
                .with("major", engineer.map(Engineer::major).orElse(null))
                .with(
                        "titleLevel",
                        engineer.flatMap(Engineer::titleLevel).map(Enum::name).orElse(null));
        return Registration.validOf(facts, person.id())
                .map(registration -> form.with("registrationNo", registration.registrationNo()))
                .orElse(form);
    }

    /** Ends the matter with the declaration, the rules that all have, and the chain; {@code granted} is what a granted application does. */
    Procedure end(Procedure.Builder matter, Settings settings, Effect granted) {
        return matter.section("承诺", tick("applicantCommitment", "本人承诺所填信息和上传材料真实有效，并对此承担法律责任", "请先确认本人承诺"))
                .guard(RegistrationRules::applicantIsThePerson, RegistrationRules::nothingElseIsOpen)
                .chain(chain(settings, granted))
                .withdrawal(Withdrawal.untilDone("report", NO_WITHDRAWAL))
                .closes(CaseState.CLOSED, "已公告")
                .onSubmitted(Report.handedIn(this))
                .onReturned(Report::sentBack)
                .onEnded(Report::ended)
                .guide("对不予许可决定不服的，可以依法申请行政复议或者提起行政诉讼", "本人网上申请，由聘用单位确认后上报，全过程网上办理，无需提交纸质材料")
                .build();
    }

    private Chain[] chain(Settings settings, Effect granted) {
        List<Chain> steps = new ArrayList<>();
        steps.add(report());
        if (settings.withProvince()) {
            steps.add(Step.step("province", "省级初审", Actor.office("聘用单位所在地省级注册主管部门", this::provinceOfTheFirm))
                    .within(20)
                    .waiting(CaseState.PENDING, "已上报（待省级初审）"));
        }
        steps.add(acceptance());
        steps.add(Step.step("review", "审核", Offices.centre())
                .decisions(approve("审核通过"), reject("审核不通过"))
                .waiting(CaseState.ACCEPTED, "已受理（审核中）")
                .within(days)
                .then(Report.now(ReportStatus.AWAITING_DECISION)));
        steps.add(Step.step("decide", "审批", Offices.ministry())
                .decisions(approve("准予"), reject("不予许可"))
                .waiting(CaseState.IN_REVIEW, "待审批")
                .within(days)
                .then(granted, Report.now(ReportStatus.GRANTED)));
        steps.add(Step.step("announce", "公告", Offices.ministry())
                .decisions(confirm(Decision.CONFIRM, "公告"))
                .waiting(CaseState.APPROVED, "准予（待公告）")
                .within(10)
                .then(this::announce, Report.now(ReportStatus.ANNOUNCED)));
        return steps.toArray(Chain[]::new);
    }

    /** 企业上报: the firm stands in for the application, or gives it back (NS-R04). */
    private Step report() {
        return Step.step("report", "企业上报", Actor.organisation("聘用单位", firm))
                .decisions(
                        approve("上报"),
                        sendBack("不通过")
                                .phrases("材料不清晰", "信息与附件不一致", "未与本单位签订劳动合同", "专业类别填写错误", "其他")
                                .missing("请输入或选择退回理由"))
                .mustTick("enterpriseCommitment", "本单位承诺：已核实申请人与本单位签订劳动合同，所报信息和材料真实有效，并承担相应责任", "请先确认企业承诺条款")
                .waiting(CaseState.PENDING, "待上报")
                .then(Report.now(ReportStatus.REPORTED));
    }

    private static Step acceptance() {
        return Step.step("accept", "受理", Offices.centre())
                .decisions(accept("受理"), supplement("一次性告知补正"), reject("不予受理"))
                .waiting(CaseState.PENDING, "已上报（待受理）")
                .within(5)
                .silenceAccepts(PROCEDURE_RULES)
                .then(Report.now(ReportStatus.UNDER_REVIEW));
    }

    private String provinceOfTheFirm(CaseFacts facts) {
        return facts.directory()
                .organisation(reportingFirm(facts))
                .map((Organisation organisation) -> Offices.provinceOf(organisation))
                .orElse(Offices.CENTRE);
    }

    private void announce(CaseFacts facts, org.zhijian.api.procedure.Changes changes) {
        changes.of(RegistrationEntry.ENTRIES).where("caseNumber", facts.number()).stream()
                .flatMap(entry -> changes.of(Registration.REGISTRATIONS).find(entry.registrationNo()).stream())
                .forEach(registration -> Notices.announce(Book.of(facts, changes), type, registration));
    }
}
