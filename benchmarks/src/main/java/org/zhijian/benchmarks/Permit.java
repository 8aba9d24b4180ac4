package org.zhijian.benchmarks;

import static org.zhijian.api.chain.Step.anyOf;
import static org.zhijian.api.chain.Step.step;

import java.util.List;
import org.zhijian.api.Descriptor;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.directory.Office;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Register;

/** The job as a jurisdiction declares it. */
final class Permit {
    static final String JURISDICTION = "benchmark";
    static final String PROCEDURE = "permit";

    /** What is kept of an approved case. */
    record Record(
            @Column(value = "编号", key = true) String number,
            @Column(value = "申请人", index = true) String applicant,
            @Column("工程名称") String project,
            @Column("单位") String firm,
            @Column("合同") String contract,
            @Column("施工单位") String contractor,
            @Column("地址") String address) {}

    private static final Register<Record> RECORDS = Register.register("permits", "许可台账", Record.class);

    private static final Procedure DEFINITION = Procedure.procedure(PROCEDURE, "示例许可")
            .startedBy(Starter.organisations("FIRM"))
            .form(
                    Fields.text("applicantName", "申请人", 20).required(),
                    Fields.mobile("mobile", "手机号码").required(),
                    Fields.text("firm", "单位", 60).required(),
                    Fields.text("district", "区县", 20).required(),
                    Fields.text("address", "地址", 100).required(),
                    Fields.text("project", "工程名称", 100).required(),
                    Fields.text("contract", "合同编号", 40).required(),
                    Fields.text("contractor", "施工单位", 60).required(),
                    Fields.text("supervisor", "监理单位", 60).required(),
                    Fields.text("designer", "设计单位", 60).required(),
                    Fields.text("manager", "项目经理", 20).required(),
                    Fields.text("engineer", "总监", 20).required(),
                    Fields.text("structure", "结构", 20).required(),
                    Fields.decimal("area", "面积", 12, 2).required(),
                    Fields.whole("floors", "层数", 1, 200).required(),
                    Fields.decimal("cost", "造价", 12, 2).required(),
                    Fields.date("begins", "开工日期").required(),
                    Fields.date("ends", "竣工日期").required(),
                    Fields.flag("urgent", "加急"),
                    Fields.longText("remark", "备注", 200))
            .guard(facts -> facts.form().text("begins").compareTo(facts.form().text("ends")) > 0
                    ? List.of(Finding.error("DAYS", "ends", "竣工日期不能早于开工日期"))
                    : Finding.none())
            .chain(
                    step("first", "初审", Actor.office("s1")),
                    anyOf("second", "复审", Actor.office("s2a"), Actor.office("s2b"))
                            .then(Permit::keep))
            .build();

    private static final Descriptor DESCRIPTOR = describe();

    private Permit() {}

    private static void keep(CaseFacts facts, Changes changes) {
        FormData form = facts.form();
        changes.of(RECORDS)
                .save(new Record(
                        facts.number(),
                        form.text("applicantName"),
                        form.text("project"),
                        form.text("firm"),
                        form.text("contract"),
                        form.text("contractor"),
                        form.text("address")));
    }

    static Procedure definition() {
        return DEFINITION;
    }

    static Descriptor descriptor() {
        return DESCRIPTOR;
    }

    private static Descriptor describe() {
        return Descriptor.jurisdiction(JURISDICTION, "示例辖区")
                .offices(List.of(
                        Office.office("s1", "初审科", Office.Level.CITY, "320200"),
                        Office.office("s2a", "复审一科", Office.Level.CITY, "320200"),
                        Office.office("s2b", "复审二科", Office.Level.CITY, "320200"),
                        Office.office("all", "总站", Office.Level.CITY, "320200").overseeing()))
                .procedures(DEFINITION)
                .registers(RECORDS)
                .build();
    }

    static String officeName(String id) {
        return descriptor().offices().stream()
                .filter(office -> office.id().equals(id))
                .findFirst()
                .orElseThrow()
                .name();
    }
}
