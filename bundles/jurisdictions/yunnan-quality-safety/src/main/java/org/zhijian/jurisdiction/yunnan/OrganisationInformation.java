package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.api.form.Fields.decimal;
import static org.zhijian.api.form.Fields.email;
import static org.zhijian.api.form.Fields.mobile;
import static org.zhijian.api.form.Fields.pastDate;
import static org.zhijian.api.form.Fields.region;
import static org.zhijian.api.form.Fields.text;

import java.util.Arrays;
import java.util.Optional;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** YN-P02 企业基本信息维护: an organisation keeps its own data; what it saves is valid at once (用户操作手册 2.1.1). Name and code stay. */
final class OrganisationInformation {
    static final String ID = "organisation-information";

    private OrganisationInformation() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "企业基本信息维护")
                .startedBy(Starter.organisations(
                        Arrays.stream(PartyRole.values()).map(Enum::name).toArray(String[]::new)))
                .form(
                        text("orgName", "企业名称", 100).readOnlyField(),
                        text("uscc", "统一社会信用代码", 18).readOnlyField(),
                        text("registeredAddress", "注册地址", 200),
                        text("officeAddress", "办公地址", 200),
                        region("regionCode", "所在地", "").required(),
                        text("legalRepName", "法定代表人", 50).required(),
                        pastDate("establishedOn", "成立日期"),
                        decimal("registeredCapital", "注册资本（万元）", 14, 4),
                        text("economicType", "经济类型", 50),
                        text("qualifications", "资质", 500).readOnlyField(),
                        text("contact", "联系人", 50).required(),
                        mobile("mobile", "手机号码").required(),
                        text("phone", "电话", 30),
                        email("email", "电子邮箱"))
                .known(OrganisationInformation::known)
                .listed("contact", "mobile")
                .words("未保存", "暂存", "保存")
                .chain(Chain.NONE)
                .onSubmitted(OrganisationInformation::keep)
                .closes(CaseState.CLOSED, "已生效")
                .guide("", "企业名称、统一社会信用代码不能在此修改")
                .build();
    }

    /** The form as the file stands now. */
    static FormData of(OrganisationFile file, CaseFacts facts) {
        return FormData.EMPTY
                .with("registeredAddress", file.registeredAddress())
                .with("officeAddress", file.officeAddress())
                .with("regionCode", file.regionCode())
                .with("legalRepName", file.legalRepName())
                .with(
                        "establishedOn",
                        file.establishedOn().map(Object::toString).orElse(null))
                .with(
                        "registeredCapital",
                        file.registeredCapital().map(Object::toString).orElse(null))
                .with("economicType", file.economicType())
                .with("contact", file.contact())
                .with("mobile", file.mobile())
                .with("phone", file.phone())
                .with("email", file.email());
    }

    private static FormData known(CaseFacts facts) {
        Optional<Organisation> applicant = facts.applicant();
        return FormData.EMPTY
                .with("orgName", applicant.map(Organisation::name).orElse(null))
                .with("uscc", applicant.map(Organisation::uscc).orElse(null))
                .with("qualifications", qualifications(facts));
    }

    private static String qualifications(CaseFacts facts) {
        return OrganisationFile.of(facts.registers(), Parties.applicantId(facts))
                .map(OrganisationFile::qualifications)
                .orElse("");
    }

    private static void keep(CaseFacts facts, Changes changes) {
        FormData form = facts.form();
        Organisation own = facts.applicant().orElseThrow();
        changes.save(new Organisation(
                own.id(),
                own.name(),
                own.uscc(),
                own.orgCode(),
                own.types(),
                form.text("regionCode"),
                form.text("legalRepName"),
                form.text("contact"),
                form.text("mobile")));
        changes.of(OrganisationFile.FILES)
                .save(new OrganisationFile(
                        own.uscc(),
                        own.id(),
                        form.text("registeredAddress"),
                        form.text("officeAddress"),
                        form.text("regionCode"),
                        form.text("legalRepName"),
                        form.day("establishedOn"),
                        form.decimal("registeredCapital"),
                        form.text("economicType"),
                        qualifications(facts),
                        form.text("contact"),
                        form.text("mobile"),
                        form.text("phone"),
                        form.text("email")));
    }
}
