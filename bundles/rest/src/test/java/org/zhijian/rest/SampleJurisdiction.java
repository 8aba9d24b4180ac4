package org.zhijian.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Titled;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.Corrector;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.directory.Office;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.Option;
import org.zhijian.api.form.Options;
import org.zhijian.api.form.Slot;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Register;

/** A small jurisdiction whose forms hold every type of field. */
public final class SampleJurisdiction {
    public enum Colour implements Titled {
        RED("红"),
        BLUE("蓝");

        private final String title;

        Colour(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    public record Licence(
            @Column(value = "证书编号", key = true, index = true, open = true) String number,
            @Column(value = "持证人", index = true, mask = Mask.NAME) String holder,
            @Column(value = "颜色", status = true, index = true, open = true) Colour colour,
            @Column(value = "有效期至", open = true) Optional<LocalDate> until,
            @Column("业绩数") int works,
            @Column("标签") List<Colour> tags,
            @Column("停用") boolean stopped) {}

    public record Secret(@Column(value = "编号", key = true) String id) {}

    public static final Register<Licence> LICENCES =
            Register.register("licences", "证书台账", Licence.class).openToPublic();
    public static final Register<Secret> SECRETS = Register.register("secrets", "内部台账", Secret.class);

    private static final Options NOBODY = new Options() {
        @Override
        public List<Option> search(CaseFacts facts, String text, int limit) {
            return List.of();
        }

        @Override
        public Optional<Option> find(CaseFacts facts, String value) {
            return Optional.empty();
        }
    };

    public static final Intake WORKS = Intake.channel(
                    "works",
                    "工程报送",
                    Form.of(
                            Fields.text("worksId", "工程编号", 30).required(),
                            Fields.whole("version", "版本", 1, 1000).required(),
                            Fields.table("people", "人员", 0, 9, Fields.idNumber("idNo", "身份证号"))),
                    "worksId")
            .versionedBy("version")
            .then((facts, changes) -> {});

    public static final Procedure TRANSFER = Procedure.procedure("transfer", "人员调动")
            .startedBy(Starter.organisations("LAB"))
            .section(
                    "基本情况",
                    Fields.text("reason", "调动<原因>", 100).required().hint("如实填写"),
                    Fields.longText("note", "说明", 500),
                    Fields.mobile("mobile", "手机号码"),
                    Fields.email("email", "邮箱"),
                    Fields.uscc("uscc", "统一社会信用代码"),
                    Fields.whole("age", "年龄", 18, 65),
                    Fields.decimal("area", "面积", 8, 2),
                    Fields.decimal("longitude", "经度", 9, 6, "-180", "180"),
                    Fields.pastDate("leftOn", "离职日期"),
                    Fields.month("paidUntil", "社保至"),
                    Fields.flag("abroad", "是否出国"),
                    Fields.text("country", "国家", 50).requiredWhen(Condition.flagged("abroad")))
            .section(
                    "选择",
                    Fields.choice("colour", "颜色", Colour.class).required(),
                    Fields.choices("colours", "多种颜色", Colour.class).required(),
                    Fields.text("redNote", "红色说明", 20).required().visibleWhen(Condition.is("colours", Colour.RED)),
                    Fields.person("person", "人员", NOBODY),
                    Fields.organisation("lab", "调入机构", NOBODY),
                    Fields.record("licence", "证书", LICENCES, NOBODY),
                    Fields.records("licences", "多个证书", LICENCES, NOBODY),
                    Fields.region("region", "区划", "32"),
                    Fields.table(
                            "jobs", "经历", 2, 5, Fields.text("firm", "单位", 50).required()),
                    Fields.tick("promise", "承诺属实", "请先承诺"),
                    Fields.text("serial", "流水号", 20).readOnlyField())
            .attach(
                    Slot.scan("contract", "劳动合同").sealed("请加盖公章"),
                    Slot.pages("book", "手册").optional())
            .chain(Step.anyOf("review", "市审核", Actor.office("所在地主管部门", facts -> "city"), Actor.office("prov"))
                    .decisions(
                            DecisionOption.approve("通过"), DecisionOption.sendBack("退回"), DecisionOption.reject("不通过"))
                    .correctedBy(Corrector.applicant("申请材料", "退回"))
                    .mustTick("checked", "已核对原件", "请先核对")
                    .form(
                            Fields.text("basis", "依据", 50)
                                    .requiredWhen(Condition.is(Condition.DECISION, Decision.REJECT)),
                            Fields.text("remark", "备注", 50).required()))
            .guide("可申请行政复议", "在职人员")
            .build();

    public static final Descriptor DESCRIPTOR = Descriptor.jurisdiction("sample", "示范市")
            .offices(List.of(Office.office("prov", "示范省总站", Office.Level.PROVINCE, "320000")))
            .procedures(TRANSFER)
            .intakes(WORKS)
            .registers(LICENCES, SECRETS)
            .build();

    private SampleJurisdiction() {}
}
