package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.api.form.Fields.date;
import static org.zhijian.api.form.Fields.decimal;
import static org.zhijian.api.form.Fields.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhijian.api.check.LicenceNumber;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.intake.IntakeFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Subject;

/** YN-I3 施工许可数据: the approval system pushes the permits that it has issued, instead of the developer entering them. */
final class PermitPush {
    static final String ID = "permits";

    private PermitPush() {}

    static Intake intake() {
        Form form = Form.of(
                text("permitNo", "施工许可证编号", 60).required(),
                text("sourceId", "工改系统编号", 80).required(),
                date("issuedOn", "发证日期"),
                text("issuer", "发证机关", 100),
                decimal("contractPrice", "合同价格（万元）", 14, 4));
        return Intake.channel(ID, "施工许可", form, "permitNo")
                .about(PermitPush::subjects)
                .rules(PermitPush::fits)
                .then(PermitPush::enter);
    }

    private static Optional<Works> works(IntakeFacts facts) {
        return Works.bySource(facts.registers(), facts.message().text("sourceId"));
    }

    private static String number(IntakeFacts facts) {
        return LicenceNumber.normalise(facts.message().text("permitNo"));
    }

    private static Set<Subject> subjects(IntakeFacts facts) {
        Set<Subject> subjects = new TreeSet<>();
        subjects.add(PermitEntry.subject(number(facts)));
        works(facts).ifPresent(works -> subjects.add(OpenMatters.subject(works.worksNo())));
        return subjects;
    }

    private static List<Finding> fits(IntakeFacts facts) {
        Optional<Works> works = works(facts);
        if (works.isEmpty()) {
            return List.of(Finding.error(
                    "YN-I3", "sourceId", "没有工改系统编号为“" + facts.message().text("sourceId") + "”的工程"));
        }
        List<Finding> findings = new ArrayList<>();
        String held = works.get().permitNo();
        if (!held.isEmpty() && !held.equals(number(facts))) {
            findings.add(Finding.error("YN-I3", "permitNo", "该工程已有施工许可证" + held));
        }
        if (PermitEntry.isTaken(facts.registers(), number(facts), works.get().worksNo())) {
            findings.add(Finding.error("YN-I3", "permitNo", "该施工许可证编号已被其他工程使用"));
        }
        return findings;
    }

    private static void enter(IntakeFacts facts, Changes changes) {
        FormData message = facts.message();
        Works works = works(facts).orElseThrow();
        new Permit(
                        number(facts),
                        works.worksNo(),
                        works.worksName(),
                        works.developer(),
                        message.day("issuedOn").orElse(facts.today()),
                        message.text("issuer"),
                        message.decimal("contractPrice"))
                .enter(works, changes);
    }
}
