package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.api.form.Fields.decimal;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.pastDate;
import static org.zhijian.api.form.Fields.record;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.jurisdiction.yunnan.Works.WORKS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.check.LicenceNumber;
import org.zhijian.api.check.Verdict;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.procedure.Subject;
import org.zhijian.api.register.Registers;

/** YN-P05 补录施工许可证: the developer enters the permit of works that were pushed without it. Nobody reviews it (用户操作手册 2.3). */
final class PermitEntry {
    static final String ID = "permit-entry";

    private PermitEntry() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "补录施工许可证")
                .startedBy(Starter.organisations(PartyRole.DEVELOPER.name()))
                .form(
                        record("worksId", "工程名称", WORKS, Parties.worksOfTheDeveloper())
                                .required(),
                        text("permitNo", "施工许可证编号", 60).required().hint("18位数字，与施工许可证一致"),
                        longText("freeFormReason", "编号非18位的说明", 200).hint("编号为旧式或地方格式的填写"),
                        pastDate("issuedOn", "发证日期").required(),
                        text("issuer", "发证机关", 100).required(),
                        decimal("contractPrice", "合同价格（万元）", 14, 4))
                .attach(Slot.scan("permit", "施工许可证扫描件"))
                .listed("worksId", "permitNo", "issuedOn")
                .words("未上报", "暂存", "保存")
                .subjects(PermitEntry::subjects)
                .guard(PermitEntry::isWanting, PermitEntry::isWellFormed, PermitEntry::isUnique)
                .chain(Chain.NONE)
                .onSubmitted(PermitEntry::enter)
                .closes(CaseState.CLOSED, "已补录")
                .guide("", "工程已报监，尚未登记施工许可证")
                .build();
    }

    static Subject subject(String permitNo) {
        return new Subject("permit-number", LicenceNumber.normalise(permitNo));
    }

    private static Set<Subject> subjects(CaseFacts facts) {
        Set<Subject> subjects = new TreeSet<>();
        if (facts.form().has("permitNo")) {
            subjects.add(subject(facts.form().text("permitNo")));
        }
        return subjects;
    }

    private static List<Finding> isWanting(CaseFacts facts) {
        Optional<String> text = Parties.works(facts)
                .filter(works -> !works.isOngoing() || !works.permitNo().isEmpty())
                .map(works -> works.isOngoing() ? "该工程已补录施工许可证" : "该工程已竣工验收备案");
        return text.map(message -> List.of(Finding.error("YN-P05", "worksId", message)))
                .orElse(Finding.none());
    }

    private static List<Finding> isWellFormed(CaseFacts facts) {
        FormData form = facts.form();
        boolean wellFormed = !form.has("permitNo")
                || form.has("freeFormReason")
                || LicenceNumber.check(form.text("permitNo")) == Verdict.OK;
        return wellFormed ? Finding.none() : List.of(Finding.error("YN-P05", "permitNo", "施工许可证编号格式不正确；旧式或地方编号请填写说明"));
    }

    private static List<Finding> isUnique(CaseFacts facts) {
        String number = LicenceNumber.normalise(facts.form().text("permitNo"));
        return isTaken(facts.registers(), number, facts.form().text("worksId"))
                ? List.of(Finding.error("YN-P05", "permitNo", "该施工许可证编号已被其他工程使用"))
                : Finding.none();
    }

    /** True if other works bear the permit. */
    static boolean isTaken(Registers registers, String permitNo, String worksNo) {
        return !permitNo.isEmpty()
                && registers.of(WORKS).where("permitNo", permitNo).stream()
                        .anyMatch(works -> !works.worksNo().equals(worksNo));
    }

    private static void enter(CaseFacts facts, Changes changes) {
        FormData form = facts.form();
        Works works = Parties.works(facts).orElseThrow();
        Permit permit = new Permit(
                LicenceNumber.normalise(form.text("permitNo")),
                works.worksNo(),
                works.worksName(),
                works.developer(),
                form.day("issuedOn").orElseThrow(),
                form.text("issuer"),
                form.decimal("contractPrice"));
        permit.enter(works, changes);
        WorksNews.push(facts, changes, works, "permit", "补录施工许可证" + permit.permitNo());
    }
}
