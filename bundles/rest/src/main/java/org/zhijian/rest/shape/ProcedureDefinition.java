package org.zhijian.rest.shape;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.zhijian.api.Descriptor;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.directory.Office;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.rest.schema.FormSchema;

/** The current definition of a procedure. */
public record ProcedureDefinition(
        String id,
        String title,
        String jurisdiction,
        @Told("定义的内容哈希；新办件固定使用此版本") String version,
        @Told("可由谁发起") StarterItem startedBy,
        @Told("申请表单（JSON Schema 2020-12）") ObjectNode schema,
        @Told("申请材料") List<SlotItem> attachments,
        @Told("办理环节，按书写顺序") List<StepItem> chain,
        @Told("各环节用到的决定代码及其通用名称") List<DecisionTitle> decisions,
        @Told("撤回的时限") Withdrawal.Until withdrawal,
        GuideItem guide) {

    /** Who may start it: a kind of account, and codes of organisation types or ids of offices. */
    public record StarterItem(Starter.Kind kind, List<String> ids) {}

    /** Words of the guide. */
    public record GuideItem(List<String> conditions, String appeal) {}

    /** A decision under its title in every jurisdiction; steps may give their own. */
    public record DecisionTitle(Decision code, String title) {}

    /** A step of the chain. */
    public record StepItem(
            String id,
            String title,
            @Told("多个办理方时：ANY_OF 任一方，ALL_OF 所有方") Step.Mode mode,
            @Told("由谁办理") List<String> actors,
            List<DecisionItem> decisions,
            @Told("办理时限（工作日）；0 为不限") int workingDays,
            @Told("该环节要求的材料") List<SlotItem> slots,
            @Maybe @JsonInclude(JsonInclude.Include.NON_NULL) @Told("该环节自己的表单（JSON Schema 2020-12）；没有表单时不出现")
                    ObjectNode schema) {

        static StepItem of(Descriptor jurisdiction, Procedure procedure, Step step) {
            return new StepItem(
                    step.id(),
                    step.title(),
                    step.mode(),
                    step.actors().stream()
                            .map(actor -> words(jurisdiction, actor))
                            .toList(),
                    DecisionItem.of(step),
                    step.workingDays(),
                    SlotItem.of(step.slots(), Procedure.formOf(step)),
                    FormSchema.of(jurisdiction.id(), procedure.id(), step).orElse(null));
        }

        /** The words of the definition, or the name of an office that is always the same. */
        private static String words(Descriptor jurisdiction, Actor actor) {
            return jurisdiction.offices().stream()
                    .filter(office -> actor.label().isBlank() && office.id().equals(actor.officeId()))
                    .map(Office::name)
                    .findFirst()
                    .orElse(actor.label());
        }
    }

    public static ProcedureDefinition of(Descriptor jurisdiction, Procedure procedure, String version) {
        Starter starter = procedure.startedBy();
        return new ProcedureDefinition(
                procedure.id(),
                procedure.title(),
                jurisdiction.id(),
                version,
                new StarterItem(starter.kind(), starter.ids().stream().sorted().toList()),
                FormSchema.of(jurisdiction.id(), procedure),
                SlotItem.of(procedure.slots(), procedure.applicantForm()),
                procedure
                        .chain()
                        .steps()
                        .map(step -> StepItem.of(jurisdiction, procedure, step))
                        .toList(),
                decisions(procedure),
                procedure.withdrawal().until(),
                new GuideItem(procedure.guide().conditions(), procedure.guide().appeal()));
    }

    private static List<DecisionTitle> decisions(Procedure procedure) {
        return procedure
                .chain()
                .steps()
                .flatMap(step -> step.decisions().stream())
                .map(DecisionOption::decision)
                .distinct()
                .sorted()
                .map(decision -> new DecisionTitle(decision, decision.title()))
                .toList();
    }
}
