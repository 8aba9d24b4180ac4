package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.contractNumber;
import static org.zhijian.api.form.Fields.decimal;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.organisation;
import static org.zhijian.api.form.Fields.person;
import static org.zhijian.api.form.Fields.record;
import static org.zhijian.api.form.Fields.table;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.jurisdiction.yunnan.Engagement.ENGAGEMENTS;
import static org.zhijian.jurisdiction.yunnan.Works.WORKS;
import static org.zhijian.jurisdiction.yunnan.WorksParty.PARTIES;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.check.ContractNumber;
import org.zhijian.api.directory.Organisation;
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
import org.zhijian.api.register.RegisterEditor;

/**
 * YN-P06 变更参建单位: another organisation takes part in the works, under a contract of its own. With a new contractor or supervisor come its key people, and
 * those of the old one leave.
 */
final class PartyChange {
    static final String ID = "party-change";

    private PartyChange() {}

    static Procedure procedure(Settings settings) {
        return Procedure.procedure(ID, "变更参建单位")
                .startedBy(Starter.organisations(PartyRole.DEVELOPER.name()))
                .form(
                        record("worksId", "工程名称", WORKS, Parties.worksOfTheDeveloper())
                                .required(),
                        choice("role", "单位类型", replaceableRoles()).required(),
                        organisation("beforeOrgId", "变更前单位", formerly()).required(),
                        organisation("afterOrgId", "变更后单位", ofTheRole()).required(),
                        text("qualification", "资质", 200),
                        contractNumber("contractRegNo", "合同登记编号").required(),
                        text("contractNo", "合同编号", 100),
                        decimal("amountWan", "合同金额（万元）", 14, 4),
                        table(
                                        "people",
                                        "变更后单位的项目主要管理人员",
                                        0,
                                        20,
                                        choice("post", "岗位", Post.keyOptions()).required(),
                                        person("personId", "姓名", Options.people(PartyChange::newStaff))
                                                .required())
                                .hint("施工单位须指定项目经理和安全员，监理单位须指定项目总监"),
                        longText("reason", "变更原因", 500).required())
                .attach(Slot.scan("contract", "变更后单位的合同"))
                .listed("worksId", "role", "beforeOrgId", "afterOrgId", "reason")
                .words("未上报", "暂存", "上报")
                .subjects(PartyChange::subjects)
                .guard(
                        WorksChange::isOngoing,
                        PartyChange::takesPart,
                        PartyChange::isAnother,
                        PartyChange::namesItsPeople,
                        facts -> peopleMayTakeOver(facts, settings))
                .guard(facts -> OpenMatters.noneOfTheWorks(
                        facts, facts.form().text("worksId"), Set.of(ID), "YN-P06", "该工程已有待审核的单位变更"))
                .chain(Parties.eitherOffice(Parties::works).then(PartyChange::carryOut))
                .closes(CaseState.CLOSED, "办结")
                .withdrawal(Withdrawal.untilFirstDecision().toDraft())
                .guide("", "在建工程的建设单位", "已与变更后单位签订合同并取得合同登记编号")
                .build();
    }

    private static List<Option> replaceableRoles() {
        return EnumSet.complementOf(EnumSet.of(PartyRole.DEVELOPER)).stream()
                .map(role -> new Option(role.name(), role.title()))
                .toList();
    }

    private static Optional<PartyRole> role(CaseFacts facts) {
        return PartyRole.of(facts.form().text("role"));
    }

    /** Whoever takes part now is offered; any organisation is called by its name. */
    private static Options formerly() {
        return new Options() {
            @Override
            public List<Option> search(CaseFacts facts, String text, int limit) {
                return current(facts).stream()
                        .flatMap(party -> facts.directory().organisation(party.organisation()).stream())
                        .filter(organisation -> organisation.name().contains(text))
                        .limit(limit)
                        .map(organisation -> new Option(organisation.id(), organisation.name()))
                        .toList();
            }

            @Override
            public Optional<Option> find(CaseFacts facts, String value) {
                return facts.directory()
                        .organisation(value)
                        .filter(organisation -> facts.registers().of(PARTIES).where("organisation", value).stream()
                                .anyMatch(party ->
                                        party.works().equals(facts.form().text("worksId"))))
                        .map(organisation -> new Option(organisation.id(), organisation.name()));
            }
        };
    }

    private static List<WorksParty> current(CaseFacts facts) {
        return WorksParty.of(facts.registers().of(PARTIES), facts.form().text("worksId")).stream()
                .filter(party -> role(facts).map(party.role()::equals).orElse(true))
                .toList();
    }

    private static Optional<WorksParty> leaving(CaseFacts facts) {
        return current(facts).stream()
                .filter(party -> party.organisation().equals(facts.form().text("beforeOrgId")))
                .findFirst();
    }

    private static Options ofTheRole() {
        return new Options() {
            @Override
            public List<Option> search(CaseFacts facts, String text, int limit) {
                return role(facts)
                        .map(role -> Options.organisations(role.name()).search(facts, text, limit))
                        .orElse(List.of());
            }

            @Override
            public Optional<Option> find(CaseFacts facts, String value) {
                return role(facts)
                        .flatMap(role -> Options.organisations(role.name()).find(facts, value));
            }
        };
    }

    private static List<Person> newStaff(CaseFacts facts) {
        return Parties.staff(facts, facts.form().text("afterOrgId"));
    }

    /** Who is to hold which post. */
    private record Named(int row, Post post, String person) {}

    private static List<Named> named(CaseFacts facts) {
        List<FormData> rows = facts.form().rows("people");
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            Post.of(rows.get(i).text("post"))
                    .filter(post -> rows.get(row).has("personId"))
                    .ifPresent(
                            post -> named.add(new Named(row, post, rows.get(row).text("personId"))));
        }
        return named;
    }

    private static Set<Subject> subjects(CaseFacts facts) {
        Set<Subject> subjects = new TreeSet<>();
        Stream<String> leaving =
                Engagement.onWorks(
                                facts.registers().of(ENGAGEMENTS), facts.form().text("worksId"))
                        .stream()
                        .map(Engagement::person);
        Stream.concat(leaving, named(facts).stream().map(Named::person))
                .flatMap(id -> facts.directory().person(id).stream())
                .forEach(person -> subjects.add(Personnel.subject(person)));
        return subjects;
    }

    private static List<Finding> takesPart(CaseFacts facts) {
        boolean asked = facts.form().has("worksId")
                && facts.form().has("role")
                && facts.form().has("beforeOrgId");
        return !asked || leaving(facts).isPresent()
                ? Finding.none()
                : List.of(Finding.error(
                        "YN-P06",
                        "beforeOrgId",
                        "该单位不是本工程的" + role(facts).map(PartyRole::title).orElse("参建单位")));
    }

    private static List<Finding> isAnother(CaseFacts facts) {
        String after = facts.form().text("afterOrgId");
        return !after.isEmpty() && after.equals(facts.form().text("beforeOrgId"))
                ? List.of(Finding.error("YN-P06", "afterOrgId", "变更后单位不能与变更前单位相同"))
                : Finding.none();
    }

    private static List<Finding> namesItsPeople(CaseFacts facts) {
        List<Post> named = named(facts).stream().map(Named::post).toList();
        return role(facts).stream()
                .flatMap(role -> Post.key().filter(post -> post.side() == role))
                .filter(post -> !named.contains(post))
                .findFirst()
                .map(post -> List.of(Finding.error("YN-P06", "people", "请指定变更后单位的" + post.title())))
                .orElse(Finding.none());
    }

    private static List<Finding> peopleMayTakeOver(CaseFacts facts, Settings settings) {
        String firm = facts.form().text("afterOrgId");
        String allowed = settings.sameContractExemption()
                ? ContractNumber.normalise(facts.form().text("contractRegNo"))
                : "";
        return named(facts).stream()
                .flatMap(named -> check(facts, named, firm, allowed).stream())
                .toList();
    }

    private static List<Finding> check(CaseFacts facts, Named named, String firm, String allowed) {
        String field = "people[" + named.row() + "].personId";
        boolean ofTheSide = role(facts).map(named.post().side()::equals).orElse(true);
        return ofTheSide
                ? Candidates.check(facts, named.post(), named.person(), firm, allowed, field)
                : List.of(Finding.error(
                        "YN-P06",
                        "people[" + named.row() + "].post",
                        named.post().title() + "应由" + named.post().side().title() + "指定"));
    }

    private static void carryOut(CaseFacts facts, Changes changes) {
        FormData form = facts.form();
        Works works = Parties.works(facts).orElseThrow();
        WorksParty leaving = leaving(facts).orElseThrow();
        Organisation successor =
                facts.directory().organisation(form.text("afterOrgId")).orElseThrow();
        String contract = ContractNumber.normalise(form.text("contractRegNo"));
        RegisterEditor<WorksParty> parties = changes.of(PARTIES);
        parties.save(leaving.replaced());
        parties.save(new WorksParty(
                WorksParties.nextNo(parties, works.worksNo()),
                works.worksNo(),
                works.worksName(),
                leaving.role(),
                successor.id(),
                form.text("qualification"),
                contract,
                form.text("contractNo"),
                form.decimal("amountWan"),
                PartyStatus.TAKING_PART));
        Works formed = WorksParties.renew(works, parties);
        changes.of(WORKS).save(formed);
        Personnel personnel = new Personnel(changes, facts.today());
        Engagement.onWorks(changes.of(ENGAGEMENTS), works.worksNo()).stream()
                .filter(engagement -> engagement.organisation().equals(leaving.organisation()))
                .filter(engagement -> WorksParties.serves(engagement, leaving))
                .forEach(engagement -> personnel.release(engagement, UnlockWay.SUBSTITUTION));
        named(facts)
                .forEach(named -> personnel.engage(
                        formed,
                        named.post(),
                        facts.directory().person(named.person()).orElseThrow(),
                        successor.id(),
                        contract));
        WorksNews.push(facts, changes, formed, "parties", leaving.role().title() + "变更为" + successor.name());
    }
}
