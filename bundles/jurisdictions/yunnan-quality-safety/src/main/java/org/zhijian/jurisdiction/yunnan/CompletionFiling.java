package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.api.form.Fields.date;
import static org.zhijian.api.form.Fields.decimal;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.pastDate;
import static org.zhijian.api.form.Fields.record;
import static org.zhijian.api.form.Fields.table;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.jurisdiction.yunnan.Engagement.ENGAGEMENTS;
import static org.zhijian.jurisdiction.yunnan.Works.WORKS;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.procedure.Subject;

/** YN-P07 竣工验收备案: the developer files the completion of works, and all who worked on it are free (用户操作手册 2.3.2). */
final class CompletionFiling {
    static final String ID = "completion-filing";
    static final String TITLE = "竣工验收备案";
    static final int DAYS_TO_FILE = 15;

    private static final String SOURCE = "用户操作手册 2.3.2";
    private static final Set<String> CHANGES = Set.of(Substitution.ID, PartyChange.ID, WorksChange.ID);

    private CompletionFiling() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, TITLE)
                .startedBy(Starter.organisations(PartyRole.DEVELOPER.name()))
                .form(
                        record("worksId", "工程名称", WORKS, Parties.worksOfTheDeveloper())
                                .required(),
                        text("permitNo", "施工许可证编号", 60).readOnlyField().hint("取自“补录施工许可证”"),
                        pastDate("acceptanceDate", "竣工验收日期").required(),
                        pastDate("actualStart", "实际开工日期").required(),
                        date("actualEnd", "实际竣工日期").required(),
                        decimal("actualArea", "实际面积（平方米）", 14, 2),
                        decimal("actualCost", "实际造价（万元）", 14, 4),
                        text("structure", "结构类型", 100),
                        text("layers", "层数", 50),
                        table(
                                        "unitWorks",
                                        "本次备案单位工程",
                                        1,
                                        200,
                                        text("name", "单位工程名称", 100).required())
                                .required()
                                .hint("应包括该工程的全部单位工程"),
                        longText("parties", "参建单位", 2000).readOnlyField(),
                        text("contact", "联系人及电话", 100).required(),
                        longText("remark", "备注", 500))
                .attach(
                        Slot.scan("filingForm", "工程竣工验收备案表").count(1, 10),
                        Slot.scan("acceptanceReport", "工程竣工验收报告").count(1, 20),
                        Slot.scan("planningConsent", "规划、环保等部门的认可文件或者准许使用文件").count(1, 10),
                        Slot.scan("fireConsent", "消防验收合格证明")
                                .optional()
                                .count(1, 10)
                                .hint("大型人员密集场所和其他特殊建设工程须提供"),
                        Slot.scan("warranty", "工程质量保修书").count(1, 10),
                        Slot.scan("others", "其他材料").optional().count(1, 20))
                .known(CompletionFiling::known)
                .listed("worksId", "permitNo", "acceptanceDate")
                .words("未上报", "暂存", "上报")
                .subjects(CompletionFiling::subjects)
                .guard(
                        CompletionFiling::isNotFiledYet,
                        CompletionFiling::hasItsPermit,
                        CompletionFiling::nothingIsChanging,
                        CompletionFiling::endsAfterItStarts,
                        CompletionFiling::allUnitWorksAreIn,
                        CompletionFiling::isInTime)
                .chain(Parties.eitherOffice(Parties::works).then(CompletionFiling::file))
                .closes(CaseState.CLOSED, "办结")
                .withdrawal(Withdrawal.untilFirstDecision().toDraft())
                .guide("", "工程已竣工验收", "施工许可证已补录", "没有待审核的人员变更", "自竣工验收合格之日起15日内备案")
                .build();
    }

    private static FormData known(CaseFacts facts) {
        Optional<Works> works = Parties.works(facts);
        return FormData.EMPTY
                .with("permitNo", works.map(Works::permitNo).orElse(null))
                .with("parties", works.map(found -> parties(facts, found)).orElse(null));
    }

    private static String parties(CaseFacts facts, Works works) {
        return WorksParty.of(facts.registers().of(WorksParty.PARTIES), works.worksNo()).stream()
                .map(party -> party.role().title()
                        + "："
                        + facts.directory()
                                .organisation(party.organisation())
                                .map(Organisation::name)
                                .orElse(""))
                .collect(Collectors.joining("\n"));
    }

    private static Set<Subject> subjects(CaseFacts facts) {
        Set<Subject> subjects = new TreeSet<>();
        Engagement.onWorks(facts.registers().of(ENGAGEMENTS), facts.form().text("worksId")).stream()
                .flatMap(engagement -> facts.directory().person(engagement.person()).stream())
                .forEach(person -> subjects.add(Personnel.subject(person)));
        return subjects;
    }

    private static Finding error(String field, String text) {
        return Finding.error("YN-R12", field, text).restingOn(SOURCE);
    }

    private static List<Finding> isNotFiledYet(CaseFacts facts) {
        boolean filed = Parties.works(facts).filter(works -> !works.isOngoing()).isPresent();
        return filed
                ? List.of(error("worksId", "该工程已竣工验收备案"))
                : OpenMatters.noneOfTheWorks(
                        facts, facts.form().text("worksId"), Set.of(ID), "YN-R12", "该工程已有待审核的竣工验收备案");
    }

    private static List<Finding> hasItsPermit(CaseFacts facts) {
        boolean lacks = Parties.works(facts)
                .filter(works -> works.isOngoing() && works.permitNo().isEmpty())
                .isPresent();
        return lacks ? List.of(error("permitNo", "请先补录施工许可证")) : Finding.none();
    }

    private static List<Finding> nothingIsChanging(CaseFacts facts) {
        return OpenMatters.noneOfTheWorks(facts, facts.form().text("worksId"), CHANGES, "YN-R12", "该工程有待审核的人员变更");
    }

    private static List<Finding> endsAfterItStarts(CaseFacts facts) {
        FormData form = facts.form();
        boolean wrong = form.day("actualStart")
                .flatMap(start -> form.day("actualEnd").filter(end -> end.isBefore(start)))
                .isPresent();
        return wrong ? List.of(error("actualEnd", "实际竣工日期不能早于实际开工日期")) : Finding.none();
    }

    private static List<Finding> allUnitWorksAreIn(CaseFacts facts) {
        if (!facts.form().has("unitWorks")) {
            return Finding.none();
        }
        List<String> filed = facts.form().rows("unitWorks").stream()
                .map(row -> row.text("name"))
                .toList();
        return Parties.works(facts).stream()
                .flatMap(works -> works.unitWorks().stream())
                .filter(unit -> !filed.contains(unit))
                .findFirst()
                .map(unit -> List.of(error("unitWorks", "单位工程“" + unit + "”未列入本次备案")))
                .orElse(Finding.none());
    }

    /** More than 15 days after the acceptance it is filed all the same, and flagged. */
    private static List<Finding> isInTime(CaseFacts facts) {
        long late = facts.form()
                .day("acceptanceDate")
                .map(accepted -> daysLate(accepted, facts.today()))
                .orElse(0L);
        return late > 0
                ? List.of(Finding.warning("YN-R12", "acceptanceDate", "距竣工验收已超过15日，逾期" + late + "日，备案将标记为逾期"))
                : Finding.none();
    }

    static long daysLate(LocalDate accepted, LocalDate filed) {
        return Math.max(0, ChronoUnit.DAYS.between(accepted, filed) - DAYS_TO_FILE);
    }

    private static void file(CaseFacts facts, Changes changes) {
        Works works = Parties.works(facts).orElseThrow();
        LocalDate accepted = facts.form().day("acceptanceDate").orElseThrow();
        CompletionRecord filing = new CompletionRecord(
                CompletionRecord.nextNo(works, changes),
                works.worksNo(),
                works.worksName(),
                works.developer(),
                works.permitNo(),
                accepted,
                facts.today(),
                daysLate(accepted, facts.today()) > 0,
                works.authority(),
                works.supervisionBody());
        changes.of(CompletionRecord.COMPLETIONS).save(filing);
        changes.of(WORKS).save(works.in(WorksStatus.COMPLETED));
        Personnel personnel = new Personnel(changes, facts.today());
        Engagement.onWorks(changes.of(ENGAGEMENTS), works.worksNo())
                .forEach(engagement -> personnel.release(engagement, UnlockWay.COMPLETION));
        CompletionNotice.push(changes, works, filing);
    }
}
