package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.chain.DecisionOption.approve;
import static org.zhijian.api.chain.DecisionOption.reject;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.record;
import static org.zhijian.jurisdiction.jiangsu.Capability.CAPABILITIES;
import static org.zhijian.jurisdiction.jiangsu.Parties.TESTING_ORG;

import java.util.List;
import java.util.Optional;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.Options;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.procedure.Effect;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/**
 * JS-P06 检测能力删除, the first half of 扩项 (操作指南 六（2）注意). A request that 省质监总站 sends back is over, and the capability is valid as before;
 * the organisation may ask again.
 */
final class CapabilityRemoval {
    static final String ID = "capability-removal";

    private CapabilityRemoval() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "检测能力删除")
                .startedBy(Starter.organisations(TESTING_ORG))
                .form(
                        record(
                                        "capability",
                                        "检测能力",
                                        CAPABILITIES,
                                        Options.records(
                                                CAPABILITIES,
                                                facts -> Capability.of(facts, Parties.applicantId(facts))))
                                .required(),
                        longText("reason", "删除原因", 500).required())
                .offered(CapabilityAddition::isRegistered)
                .guard(CapabilityRemoval::isValid)
                .onSubmitted(become(CapabilityStatus.TO_BE_REMOVED))
                .onEnded(become(CapabilityStatus.VALID))
                .chain(Step.step("review", "省审核", Offices.province())
                        .within(5)
                        .decisions(approve("同意删除"), reject("退回"))
                        .then(become(CapabilityStatus.REMOVED)))
                .closes(CaseState.CLOSED, "已删除")
                .build();
    }

    private static Optional<Capability> capability(CaseFacts facts) {
        return facts.registers().of(CAPABILITIES).find(facts.form().text("capability"));
    }

    private static Effect become(CapabilityStatus status) {
        return (facts, changes) -> capability(facts)
                .ifPresent(capability -> changes.of(CAPABILITIES).save(capability.in(status)));
    }

    /** JS-R09. One request at a time; while it is decided, the capability is 待删除 by this very request. */
    private static List<Finding> isValid(CaseFacts facts) {
        CapabilityStatus expected =
                facts.moment() == Moment.DECIDING ? CapabilityStatus.TO_BE_REMOVED : CapabilityStatus.VALID;
        return capability(facts).stream()
                .filter(capability -> capability.status() != expected)
                .map(capability -> Finding.error(
                                "JS-R09",
                                "capability",
                                capability.status() == CapabilityStatus.REMOVED ? "该检测能力已删除" : "原检测能力删除审核中")
                        .restingOn("操作指南 六（2）注意"))
                .toList();
    }
}
