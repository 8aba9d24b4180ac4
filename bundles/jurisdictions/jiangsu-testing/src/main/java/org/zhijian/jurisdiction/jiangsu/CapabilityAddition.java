package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.chain.DecisionOption.confirm;
import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.table;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.jurisdiction.jiangsu.Capability.CAPABILITIES;
import static org.zhijian.jurisdiction.jiangsu.Parties.TESTING_ORG;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Step;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** JS-P06 检测能力增项: new items stand in the register as soon as they are submitted; 省质监总站 takes note (操作指南 六（2）). */
final class CapabilityAddition {
    static final String ID = "capability-addition";

    private static final String SOURCE = "操作指南 六（2）注意";

    private CapabilityAddition() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "检测能力增项")
                .startedBy(Starter.organisations(TESTING_ORG))
                .form(
                        table(
                                        "items",
                                        "检测能力",
                                        1,
                                        200,
                                        choice("division", "类别", Division.class).required(),
                                        text("category", "检测类别", 100).required(),
                                        text("item", "检测项目", 100).required(),
                                        text("parameter", "参数", 200),
                                        text("standard", "标准", 200),
                                        text("equipment", "设备", 200))
                                .required()
                                .hint("若是资质“扩项”的，请将原有的提交“删除”，省质监总站审核同意后，再进行添加"),
                        longText("remark", "说明", 500))
                .attach(Slot.scan("qualificationCopy", "增项后的资质副本扫描件")
                        .count(1, 5)
                        .colour())
                .offered(CapabilityAddition::isRegistered)
                .guard(
                        CapabilityAddition::isRegistered,
                        CapabilityAddition::divisionIsHeld,
                        CapabilityAddition::isNewHere)
                .onSubmitted(CapabilityAddition::add)
                .withdrawal(Withdrawal.never("检测能力已登记，不能撤回；需要取消的，请申请删除"))
                .chain(Step.step("note", "省备查", Offices.province())
                        .decisions(confirm(Decision.CONFIRM, "已备查"))
                        .waiting(CaseState.APPROVED, "已登记，待备查"))
                .closes(CaseState.CLOSED, "已登记")
                .build();
    }

    /** Only an organisation on file has capabilities. */
    static List<Finding> isRegistered(CaseFacts facts) {
        boolean registered = TestingOrganisation.find(facts, Parties.applicantId(facts))
                .filter(TestingOrganisation::isRegistered)
                .isPresent();
        return registered
                ? Finding.none()
                : List.of(Finding.error("JS-P06", "", "请先办理机构信息备案").restingOn("操作指南 六"));
    }

    private static List<Finding> divisionIsHeld(CaseFacts facts) {
        return TestingOrganisation.find(facts, Parties.applicantId(facts)).stream()
                .flatMap(own -> facts.form().rows("items").stream()
                        .flatMap(row -> Division.of(row.text("division")).stream())
                        .distinct()
                        .filter(division -> !own.holds(division)))
                .map(division -> Finding.error("JS-P06", "items", "本机构无" + division.title() + "资质")
                        .restingOn(SOURCE))
                .toList();
    }

    /** JS-R09. What is enlarged must first be removed; nothing is edited in place. */
    private static List<Finding> isNewHere(CaseFacts facts) {
        List<Capability> own = Capability.of(facts, Parties.applicantId(facts));
        Set<FormData> seen = new HashSet<>();
        return facts.form().rows("items").stream()
                .filter(row -> row.has("item"))
                .flatMap(row -> seen.add(itemOf(row))
                        ? obstacle(own, row).stream()
                        : Stream.of("检测项目“" + row.text("item") + "”重复"))
                .map(message -> Finding.error("JS-R09", "items", message).restingOn(SOURCE))
                .toList();
    }

    private static FormData itemOf(FormData row) {
        return FormData.EMPTY
                .with("division", row.text("division"))
                .with("category", row.text("category"))
                .with("item", row.text("item"));
    }

    private static Optional<String> obstacle(List<Capability> own, FormData row) {
        return own.stream()
                .filter(capability -> capability.isAbout(row) && capability.status() != CapabilityStatus.REMOVED)
                .findFirst()
                .map(capability -> capability.status() == CapabilityStatus.TO_BE_REMOVED
                        ? "原检测能力删除审核中"
                        : "若是资质“扩项”的，请将原有的提交“删除”，省质监总站审核同意后，再进行添加");
    }

    private static void add(CaseFacts facts, Changes changes) {
        for (FormData row : facts.form().rows("items")) {
            String number = "JN-%06d".formatted(changes.next("capability"));
            changes.of(CAPABILITIES).save(Capability.added(number, Parties.applicantId(facts), row, facts.today()));
        }
    }
}
