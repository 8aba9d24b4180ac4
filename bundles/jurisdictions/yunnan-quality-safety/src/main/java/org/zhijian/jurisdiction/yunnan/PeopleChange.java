package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.api.form.Condition.is;
import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.idNumber;
import static org.zhijian.api.form.Fields.mobile;
import static org.zhijian.api.form.Fields.organisation;
import static org.zhijian.api.form.Fields.record;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.jurisdiction.yunnan.Engagement.ENGAGEMENTS;
import static org.zhijian.jurisdiction.yunnan.Works.WORKS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhijian.api.Titled;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.api.form.Options;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.procedure.Subject;

/** YN-P06 变更工程人员: people of the works who are not of the three kinds come and go at the developer's word. */
final class PeopleChange {
    static final String ID = "people-change";

    /** What happens to whom. */
    enum Act implements Titled {
        ADD("新增人员"),
        REMOVE("人员离岗");

        private final String title;

        Act(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    private PeopleChange() {}

    static Procedure procedure() {
        Condition adds = is("act", Act.ADD);
        Condition removes = is("act", Act.REMOVE);
        return Procedure.procedure(ID, "变更工程人员")
                .startedBy(Starter.organisations(PartyRole.DEVELOPER.name()))
                .form(
                        record("worksId", "工程名称", WORKS, Parties.worksOfTheDeveloper())
                                .required(),
                        choice("act", "变更内容", Act.class).required(),
                        choice("post", "岗位", Post.class).requiredWhen(adds).visibleWhen(adds),
                        organisation("orgId", "所在单位", parties())
                                .requiredWhen(adds)
                                .visibleWhen(adds),
                        text("personName", "姓名", 50).requiredWhen(adds).visibleWhen(adds),
                        idNumber("idNo", "身份证号").requiredWhen(adds).visibleWhen(adds),
                        mobile("mobile", "手机号码").visibleWhen(adds),
                        record("engagementNo", "离岗人员", ENGAGEMENTS, leavers())
                                .requiredWhen(removes)
                                .visibleWhen(removes))
                .listed("worksId", "act")
                .words("未上报", "暂存", "保存")
                .subjects(PeopleChange::subjects)
                .guard(WorksChange::isOngoing, PeopleChange::isNotOfTheThree, PeopleChange::isWhoTheyAre)
                .chain(Chain.NONE)
                .onSubmitted(PeopleChange::carryOut)
                .closes(CaseState.CLOSED, "已变更")
                .guide("", "项目经理、安全员、项目总监请通过“项目主要管理人员变更”办理")
                .build();
    }

    private static Options parties() {
        return new Options() {
            @Override
            public List<Option> search(CaseFacts facts, String text, int limit) {
                return Parties.works(facts).stream()
                        .flatMap(works -> works.parties().stream())
                        .flatMap(id -> find(facts, id).stream())
                        .filter(option -> option.label().contains(text))
                        .limit(limit)
                        .toList();
            }

            @Override
            public Optional<Option> find(CaseFacts facts, String value) {
                return Parties.works(facts)
                        .filter(works -> works.parties().contains(value))
                        .flatMap(works -> facts.directory().organisation(value))
                        .map(organisation -> new Option(organisation.id(), organisation.name()));
            }
        };
    }

    private static Options leavers() {
        return new Options() {
            @Override
            public List<Option> search(CaseFacts facts, String text, int limit) {
                return Engagement.onWorks(
                                facts.registers().of(ENGAGEMENTS), facts.form().text("worksId"))
                        .stream()
                        .map(engagement -> option(facts, engagement))
                        .filter(option -> option.label().contains(text))
                        .limit(limit)
                        .toList();
            }

            @Override
            public Optional<Option> find(CaseFacts facts, String value) {
                return facts.registers()
                        .of(ENGAGEMENTS)
                        .find(value)
                        .filter(engagement ->
                                engagement.works().equals(facts.form().text("worksId")))
                        .map(engagement -> option(facts, engagement));
            }
        };
    }

    private static Option option(CaseFacts facts, Engagement engagement) {
        String name =
                facts.directory().person(engagement.person()).map(Person::name).orElse("");
        return new Option(
                engagement.engagementNo(), name + "　" + engagement.post().title());
    }

    private static Set<Subject> subjects(CaseFacts facts) {
        Set<Subject> subjects = new TreeSet<>();
        if (facts.form().has("idNo")) {
            subjects.add(Personnel.subject(Person.IdType.ID, facts.form().text("idNo")));
        }
        return subjects;
    }

    private static Optional<Engagement> leaving(CaseFacts facts) {
        return facts.registers()
                .of(ENGAGEMENTS)
                .find(facts.form().text("engagementNo"))
                .filter(engagement -> engagement.status() != EngagementStatus.OFF_POST);
    }

    private static boolean adds(CaseFacts facts) {
        return facts.form().text("act").equals(Act.ADD.name());
    }

    private static List<Finding> isNotOfTheThree(CaseFacts facts) {
        Optional<Post> post = adds(facts)
                ? Post.of(facts.form().text("post"))
                : leaving(facts).map(Engagement::post);
        return post.filter(Post::isKey).isPresent()
                ? List.of(Finding.error(
                        "YN-P06", adds(facts) ? "post" : "engagementNo", "项目经理、安全员、项目总监请通过“项目主要管理人员变更”办理"))
                : Finding.none();
    }

    private static List<Finding> isWhoTheyAre(CaseFacts facts) {
        FormData form = facts.form();
        if (!adds(facts)) {
            return form.has("engagementNo") && leaving(facts).isEmpty()
                    ? List.of(Finding.error("YN-P06", "engagementNo", "该人员已离岗"))
                    : Finding.none();
        }
        boolean another = facts.directory()
                .personByIdNumber(Person.IdType.ID, form.text("idNo"))
                .filter(known -> form.has("personName") && !known.name().equals(form.text("personName")))
                .isPresent();
        return another ? List.of(Finding.error("YN-P06", "personName", "姓名与身份证号不一致")) : Finding.none();
    }

    private static void carryOut(CaseFacts facts, Changes changes) {
        FormData form = facts.form();
        Works works = Parties.works(facts).orElseThrow();
        Personnel personnel = new Personnel(changes, facts.today());
        if (adds(facts)) {
            Person person = facts.directory()
                    .personByIdNumber(Person.IdType.ID, form.text("idNo"))
                    .orElseGet(() -> newPerson(form, changes));
            personnel.engage(works, Post.of(form.text("post")).orElseThrow(), person, form.text("orgId"), "");
        } else {
            personnel.release(leaving(facts).orElseThrow(), UnlockWay.SUBSTITUTION);
        }
        WorksNews.push(facts, changes, works, "people", "变更工程人员");
    }

    private static Person newPerson(FormData form, Changes changes) {
        Person person = new Person(
                changes.newId(), form.text("personName"), Person.IdType.ID, form.text("idNo"), form.text("mobile"));
        changes.save(person);
        return person;
    }
}
