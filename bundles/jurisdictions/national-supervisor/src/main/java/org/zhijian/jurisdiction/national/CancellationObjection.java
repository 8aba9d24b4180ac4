package org.zhijian.jurisdiction.national;

import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.record;

import java.util.List;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Options;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** NS-P03 强制注销异议: what a person says against a forced cancellation; whoever reviews it reads it. */
final class CancellationObjection {
    static final String ID = "cancellation-objection";

    private CancellationObjection() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "强制注销异议")
                .startedBy(Starter.people())
                .form(
                        record(
                                        "forcedCase",
                                        "强制注销申请",
                                        ForcedCase.CASES,
                                        Options.records(
                                                ForcedCase.CASES,
                                                facts -> ForcedCase.openAgainst(facts, Parties.personId(facts))))
                                .required(),
                        longText("objection", "异议内容", 500).required())
                .attach(Materials.optional("evidence", "证明材料"))
                .offered(CancellationObjection::thereIsSomethingToObjectTo)
                .chain(Chain.NONE)
                .closes(CaseState.CLOSED, "已提出")
                .onSubmitted(CancellationObjection::keep)
                .guide("", "聘用单位申请强制注销本人注册，审批之前可以提出")
                .build();
    }

    /** The form of an objection to this cancellation. */
    static FormData to(ForcedCase forced, CaseFacts facts) {
        return FormData.EMPTY.with("forcedCase", forced.number());
    }

    private static List<Finding> thereIsSomethingToObjectTo(CaseFacts facts) {
        return ForcedCase.openAgainst(facts, Parties.personId(facts)).isEmpty()
                ? List.of(Finding.error("NS-P03", "", "没有针对本人的强制注销申请"))
                : Finding.none();
    }

    private static void keep(CaseFacts facts, Changes changes) {
        ForcedCase forced = changes.of(ForcedCase.CASES)
                .find(facts.form().text("forcedCase"))
                .orElseThrow();
        changes.of(ForcedCase.CASES).save(forced.objectedTo(facts.form().text("objection"), facts.today()));
    }
}
