package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.api.form.Fields.date;
import static org.zhijian.api.form.Fields.decimal;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.record;
import static org.zhijian.api.form.Fields.region;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.jurisdiction.yunnan.Works.WORKS;

import java.util.List;
import java.util.Set;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** YN-P06 变更工程信息: what the works are, as the developer corrects it. What is left blank stays as it is. */
final class WorksChange {
    static final String ID = "works-change";

    private WorksChange() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "变更工程信息")
                .startedBy(Starter.organisations(PartyRole.DEVELOPER.name()))
                .form(
                        record("worksId", "工程", WORKS, Parties.worksOfTheDeveloper())
                                .required(),
                        text("worksName", "工程名称", 200).hint("不填写的项目保持不变"),
                        text("address", "工程地点", 200),
                        region("regionCode", "行政区划", "53").hint("变更后的新申请由新的主管部门和监督机构审核"),
                        text("scale", "建设规模", 200),
                        decimal("area", "面积（平方米）", 14, 2),
                        decimal("costWan", "造价（万元）", 14, 4),
                        date("plannedStart", "计划开工"),
                        date("plannedEnd", "计划竣工"),
                        longText("reason", "变更原因", 500).required())
                .attach(Slot.scan("proof", "变更证明材料"))
                .listed("worksId", "reason")
                .words("未上报", "暂存", "上报")
                .guard(WorksChange::isOngoing, WorksChange::liesInThePlace, WorksChange::endsAfterItStarts)
                .guard(facts -> OpenMatters.noneOfTheWorks(
                        facts, facts.form().text("worksId"), Set.of(ID), "YN-P06", "该工程已有待审核的信息变更"))
                .chain(Parties.eitherOffice(Parties::works).then(WorksChange::carryOut))
                .closes(CaseState.CLOSED, "办结")
                .withdrawal(Withdrawal.untilFirstDecision().toDraft())
                .guide("", "在建工程的建设单位")
                .build();
    }

    /** The form of whoever starts from the works: as they stand now. */
    static FormData of(Works works, CaseFacts facts) {
        return FormData.EMPTY
                .with("worksId", works.worksNo())
                .with("worksName", works.worksName())
                .with("address", works.address())
                .with("regionCode", works.regionCode())
                .with("scale", works.scale())
                .with("area", works.area().map(Object::toString).orElse(null))
                .with("costWan", works.costWan().map(Object::toString).orElse(null))
                .with("plannedStart", works.plannedStart().map(Object::toString).orElse(null))
                .with("plannedEnd", works.plannedEnd().map(Object::toString).orElse(null));
    }

    static List<Finding> isOngoing(CaseFacts facts) {
        return Parties.works(facts).filter(works -> !works.isOngoing()).isPresent()
                ? List.of(Finding.error("YN-P06", "worksId", "该工程已竣工验收备案"))
                : Finding.none();
    }

    private static List<Finding> liesInThePlace(CaseFacts facts) {
        String region = facts.form().text("regionCode");
        return region.isEmpty() || Offices.isPlace(region)
                ? Finding.none()
                : List.of(Finding.error("YN-R13", "regionCode", "请选择到州市或者县区"));
    }

    private static List<Finding> endsAfterItStarts(CaseFacts facts) {
        FormData form = facts.form();
        boolean wrong = form.day("plannedStart")
                .flatMap(start -> form.day("plannedEnd").filter(end -> end.isBefore(start)))
                .isPresent();
        return wrong ? List.of(Finding.error("YN-P06", "plannedEnd", "计划竣工不能早于计划开工")) : Finding.none();
    }

    private static void carryOut(CaseFacts facts, Changes changes) {
        FormData form = facts.form();
        Works works = Parties.works(facts).orElseThrow();
        Works changed = works.with(draft -> {
            draft.worksName = given(form, "worksName", works.worksName());
            draft.address = given(form, "address", works.address());
            draft.scale = given(form, "scale", works.scale());
            draft.area = form.decimal("area").or(works::area);
            draft.costWan = form.decimal("costWan").or(works::costWan);
            draft.plannedStart = form.day("plannedStart").or(works::plannedStart);
            draft.plannedEnd = form.day("plannedEnd").or(works::plannedEnd);
            String region = given(form, "regionCode", works.regionCode());
            if (!region.equals(works.regionCode())) {
                draft.regionCode = region;
                draft.authority = Offices.authorityOf(region);
                draft.supervisionBody = Offices.bodyOf(region);
            }
        });
        changes.of(WORKS).save(changed);
        WorksNews.push(facts, changes, changed, "works", "变更工程信息");
    }

    private static String given(FormData form, String field, String otherwise) {
        return form.has(field) ? form.text(field) : otherwise;
    }
}
