package org.zhijian.core.internal.form;

import java.util.List;
import java.util.Optional;
import org.zhijian.api.Titled;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.Option;
import org.zhijian.api.form.Options;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Register;

/** A form with a field of every type and format. */
final class SampleForm {
    /** Divisions of testing. */
    enum Division implements Titled {
        MATERIALS("建材"),
        FOUNDATION("地基");

        private final String title;

        Division(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** A certificate. */
    record Certificate(@Column(value = "证书编号", key = true) String number) {}

    private static final Register<Certificate> REGISTER = Register.register("certificates", "证书台账", Certificate.class);

    /** Certificates that may be chosen: two, whoever asks. */
    private static final Options CERTIFICATES = new Options() {
        private final List<Option> all = List.of(new Option("JC-1", "JC-1（建材）"), new Option("JC-2", "JC-2（地基）"));

        @Override
        public List<Option> search(CaseFacts facts, String text, int limit) {
            return all;
        }

        @Override
        public Optional<Option> find(CaseFacts facts, String value) {
            return all.stream().filter(option -> option.value().equals(value)).findFirst();
        }
    };

    static final Form ALL = Form.of(
                    Fields.text("name", "姓名", 5),
                    Fields.longText("reason", "原因", 10),
                    Fields.mobile("mobile", "手机号码"),
                    Fields.idNumber("idNo", "身份证号"),
                    Fields.uscc("uscc", "统一社会信用代码"),
                    Fields.orgCode("orgCode", "组织机构代码"),
                    Fields.projectCode("projectCode", "项目编号"),
                    Fields.investmentCode("investmentCode", "投资项目代码"),
                    Fields.licenceNumber("licenceNo", "施工许可证编号"),
                    Fields.contractNumber("contractNo", "合同登记编号"),
                    Fields.email("email", "电子邮箱"),
                    Fields.postcode("postcode", "邮政编码"),
                    Fields.whole("years", "工作年限", 0, 60),
                    Fields.decimal("area", "建筑面积", 8, 2),
                    Fields.decimal("longitude", "经度", 9, 6, "73", "136"),
                    Fields.date("day", "日期"),
                    Fields.pastDate("past", "离职日期"),
                    Fields.futureDate("future", "计划开工日期"),
                    Fields.month("month", "社保起缴月"),
                    Fields.flag("agrees", "本人是否同意"),
                    Fields.choice("division", "类别", Division.class),
                    Fields.choices("divisions", "资质类别", Division.class),
                    Fields.person("person", "人员", Options.ownStaff()),
                    Fields.organisation("receiver", "调入单位", Options.organisations("BUILDER")),
                    Fields.record("certificate", "证书", REGISTER, CERTIFICATES),
                    Fields.records("certificates", "全部证书", REGISTER, CERTIFICATES),
                    Fields.region("region", "所在地区", "32"))
            .section("检测能力", Fields.table("items", "检测项目", 2, 3, columns()));

    private SampleForm() {}

    private static Field[] columns() {
        return new Field[] {
            Fields.text("item", "项目", 10).required(),
            Fields.choice("division", "类别", Division.class),
            Fields.flag("subcontracted", "分包"),
            Fields.text("subcontractor", "分包单位", 10)
                    .requiredWhen(Condition.ALWAYS)
                    .visibleWhen(Condition.flagged("subcontracted"))
        };
    }
}
