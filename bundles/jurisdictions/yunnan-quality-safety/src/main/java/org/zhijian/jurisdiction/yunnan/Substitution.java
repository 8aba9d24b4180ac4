package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.date;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.person;
import static org.zhijian.api.form.Fields.record;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.jurisdiction.yunnan.Engagement.ENGAGEMENTS;
import static org.zhijian.jurisdiction.yunnan.Works.WORKS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.api.form.Options;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.procedure.Subject;

/** YN-P04 项目主要管理人员变更: another project manager, safety officer or chief supervisor takes over (用户操作手册 2.2.1.2). */
final class Substitution {
    static final String ID = "personnel-substitution";
    private static final String SOURCE = "用户操作手册 2.2.1.2";

    private Substitution() {}

    static Procedure procedure(Settings settings) {
        return Procedure.procedure(ID, "项目主要管理人员变更")
                .startedBy(Starter.organisations(PartyRole.CONTRACTOR.name(), PartyRole.SUPERVISOR.name()))
                .form(
                        choice("changeKind", "变更类型", Post.keyOptions()).required(),
                        person("beforePersonId", "变更前人员", Options.people(Substitution::replaceable))
                                .required(),
                        record("worksId", "所在工程", WORKS, ownWorks()).hint("该人员只在一项工程任职的，不必选择"),
                        text("worksName", "工程名称", 200).readOnlyField(),
                        person("afterPersonId", "变更后人员", qualifiedStaff()).required(),
                        longText("reason", "变更原因", 500).required(),
                        date("changeDate", "变更日期").required(),
                        text("applicantOrg", "申请单位", 100).readOnlyField())
                .attach(
                        Slot.scan("consent", "变更申请表或建设单位同意函"),
                        Slot.scan("certificate", "变更后人员证书"),
                        Slot.scan("contract", "劳动合同或社保缴纳证明").optional().count(1, 10))
                .known(Substitution::known)
                .listed("worksName", "changeKind", "beforePersonId", "afterPersonId", "reason")
                .words("未上报", "暂存", "上报")
                .subjects(Substitution::subjects)
                .guard(
                        Substitution::holdsThePost,
                        Substitution::isTheOnlyOne,
                        Substitution::isAnother,
                        facts -> mayTakeOver(facts, settings))
                .onSubmitted((facts, changes) -> ChangeRecord.keep(facts, changes, MatterStatus.PENDING))
                .onReturned((facts, changes) -> ChangeRecord.keep(facts, changes, MatterStatus.RETURNED))
                .onEnded((facts, changes) -> ChangeRecord.keep(facts, changes, MatterStatus.WITHDRAWN))
                .chain(Parties.eitherOffice(Substitution::works).then(Substitution::carryOut))
                .closes(CaseState.CLOSED, "办结")
                .withdrawal(Withdrawal.untilFirstDecision().toDraft())
                .guide(
                        "",
                        "变更前人员在本单位的在建工程任职",
                        "项目经理：变更后人员无正在监督的项目，具备注册建造师资格和B证",
                        "安全员：变更后人员无正在监督的项目，具备C证",
                        "项目总监：变更后人员正在监督的项目少于3个，具备注册监理工程师或监理员资格")
                .build();
    }

    /** The form of whoever starts from an engagement. */
    static FormData of(Engagement engagement) {
        return FormData.EMPTY
                .with("changeKind", engagement.post().name())
                .with("beforePersonId", engagement.person())
                .with("worksId", engagement.works());
    }

    static Optional<Post> post(CaseFacts facts) {
        return Post.of(facts.form().text("changeKind")).filter(Post::isKey);
    }

    /** YN-R05. The posts of the applicant's that may get somebody else: held ones, and positions still to be filled. */
    private static List<Engagement> held(CaseFacts facts) {
        return facts.registers().of(ENGAGEMENTS).where("organisation", Parties.applicantId(facts)).stream()
                .filter(engagement -> engagement.isOnPost() || engagement.isToReplace())
                .filter(engagement -> post(facts).map(engagement.post()::equals).orElseGet(engagement.post()::isKey))
                .toList();
    }

    private static List<Person> replaceable(CaseFacts facts) {
        return held(facts).stream()
                .map(Engagement::person)
                .distinct()
                .flatMap(id -> facts.directory().person(id).stream())
                .toList();
    }

    private static List<Works> worksOfThePerson(CaseFacts facts) {
        String before = facts.form().text("beforePersonId");
        return held(facts).stream()
                .filter(engagement -> before.isEmpty() || engagement.person().equals(before))
                .map(Engagement::works)
                .distinct()
                .flatMap(no -> facts.registers().of(WORKS).find(no).stream())
                .toList();
    }

    /** The works of the one who is to leave are offered; any of the applicant's is called by its name. */
    private static Options ownWorks() {
        Options offered = Options.records(WORKS, Substitution::worksOfThePerson);
        Options known = Options.records(WORKS, facts -> facts.registers()
                .of(WORKS)
                .find(facts.form().text("worksId"))
                .filter(works -> works.parties().contains(Parties.applicantId(facts)))
                .map(List::of)
                .orElse(List.of()));
        return new Options() {
            @Override
            public List<Option> search(CaseFacts facts, String text, int limit) {
                return offered.search(facts, text, limit);
            }

            @Override
            public Optional<Option> find(CaseFacts facts, String value) {
                return known.find(facts, value);
            }
        };
    }

    /** Own staff; those are offered who have the certificates, and of the others the rule says what they lack. */
    private static Options qualifiedStaff() {
        Options staff = Options.ownStaff();
        Options qualified = Options.people(facts -> post(facts)
                .map(post -> Candidates.qualified(facts, post, Parties.applicantId(facts)))
                .orElseGet(() -> Parties.staff(facts, Parties.applicantId(facts))));
        return new Options() {
            @Override
            public List<Option> search(CaseFacts facts, String text, int limit) {
                return qualified.search(facts, text, limit);
            }

            @Override
            public Optional<Option> find(CaseFacts facts, String value) {
                return staff.find(facts, value);
            }
        };
    }

    /** The engagement that is to end; empty while the form leaves open which one. */
    static Optional<Engagement> engagement(CaseFacts facts) {
        String before = facts.form().text("beforePersonId");
        String works = facts.form().text("worksId");
        List<Engagement> meant = held(facts).stream()
                .filter(engagement -> engagement.person().equals(before))
                .filter(engagement -> works.isEmpty() || engagement.works().equals(works))
                .toList();
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private static Optional<Works> works(CaseFacts facts) {
        return engagement(facts)
                .flatMap(engagement -> facts.registers().of(WORKS).find(engagement.works()));
    }

    private static FormData known(CaseFacts facts) {
        return FormData.EMPTY
                .with("worksName", works(facts).map(Works::worksName).orElse(null))
                .with("applicantOrg", Parties.applicantName(facts));
    }

    private static Set<Subject> subjects(CaseFacts facts) {
        Set<Subject> subjects = new TreeSet<>();
        works(facts).ifPresent(works -> subjects.add(OpenMatters.subject(works.worksNo())));
        for (String field : List.of("beforePersonId", "afterPersonId")) {
            facts.directory()
                    .person(facts.form().text(field))
                    .ifPresent(person -> subjects.add(Personnel.subject(person)));
        }
        return subjects;
    }

    /** YN-R05. */
    private static List<Finding> holdsThePost(CaseFacts facts) {
        if (!facts.form().has("changeKind") || !facts.form().has("beforePersonId")) {
            return Finding.none();
        }
        String before = facts.form().text("beforePersonId");
        boolean holds =
                held(facts).stream().anyMatch(engagement -> engagement.person().equals(before));
        if (!holds) {
            return List.of(Finding.error("YN-R05", "beforePersonId", "该人员在本单位的在建工程中没有担任所选岗位")
                    .restingOn(SOURCE));
        }
        return engagement(facts).isPresent()
                ? Finding.none()
                : List.of(Finding.error("YN-R05", "worksId", "请选择工程名称").restingOn(SOURCE));
    }

    private static List<Finding> isTheOnlyOne(CaseFacts facts) {
        String before = facts.form().text("beforePersonId");
        boolean another = !before.isEmpty()
                && facts.otherOpenCases(Subject.person(before)).stream()
                        .filter(other -> other.procedureId().equals(ID))
                        .anyMatch(other -> other.form().text("beforePersonId").equals(before)
                                && other.form()
                                        .text("worksName")
                                        .equals(facts.form().text("worksName")));
        return another ? List.of(Finding.error("YN-R05", "beforePersonId", "该人员已有待审核的变更申请")) : Finding.none();
    }

    private static List<Finding> isAnother(CaseFacts facts) {
        String after = facts.form().text("afterPersonId");
        return !after.isEmpty() && after.equals(facts.form().text("beforePersonId"))
                ? List.of(Finding.error("YN-R06", "afterPersonId", "变更后人员不能与变更前人员相同"))
                : Finding.none();
    }

    /** YN-R06 to R08. */
    private static List<Finding> mayTakeOver(CaseFacts facts, Settings settings) {
        String after = facts.form().text("afterPersonId");
        Optional<Post> post = post(facts);
        String allowed = settings.sameContractExemption()
                ? engagement(facts).map(Engagement::group).orElse("")
                : "";
        return after.isEmpty() || post.isEmpty() || after.equals(facts.form().text("beforePersonId"))
                ? Finding.none()
                : Candidates.check(facts, post.get(), after, Parties.applicantId(facts), allowed, "afterPersonId");
    }

    /** YN-R09. The one leaves, the other begins; both are looked at anew. */
    private static void carryOut(CaseFacts facts, Changes changes) {
        Engagement leaving = engagement(facts).orElseThrow();
        Works works = works(facts).orElseThrow();
        Person successor =
                facts.directory().person(facts.form().text("afterPersonId")).orElseThrow();
        ChangeRecord.keep(facts, changes, MatterStatus.CLOSED);
        Personnel personnel = new Personnel(changes, facts.today());
        personnel.release(leaving, UnlockWay.SUBSTITUTION);
        personnel.engage(works, leaving.post(), successor, leaving.organisation(), leaving.contract());
        WorksNews.push(facts, changes, works, "people", leaving.post().title() + "变更为" + successor.name());
    }
}
