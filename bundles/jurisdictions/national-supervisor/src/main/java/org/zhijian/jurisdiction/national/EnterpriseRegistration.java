package org.zhijian.jurisdiction.national;

import static org.zhijian.api.chain.DecisionOption.approve;
import static org.zhijian.api.chain.DecisionOption.reject;
import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.choices;
import static org.zhijian.api.form.Fields.decimal;
import static org.zhijian.api.form.Fields.email;
import static org.zhijian.api.form.Fields.idNumber;
import static org.zhijian.api.form.Fields.mobile;
import static org.zhijian.api.form.Fields.pastDate;
import static org.zhijian.api.form.Fields.region;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.api.form.Fields.uscc;

import java.util.List;
import java.util.Optional;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Step;
import org.zhijian.api.check.Uscc;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.registration.Newcomer;
import org.zhijian.api.registration.Proving;
import org.zhijian.api.registration.Registration;

/** NS-P01 企业注册: the firm's data, its licence, and how it shows that it is the one it says. Its account is its social credit code. */
final class EnterpriseRegistration {
    static final String ID = "enterprise-registration";

    private EnterpriseRegistration() {}

    static Registration registration() {
        Procedure procedure = Procedure.procedure(ID, "企业注册")
                .startedBy(Starter.anyone())
                .section(
                        "基本信息",
                        text("orgName", "企业名称", 100).required().hint("请务必仔细确认企业信息与营业执照完全一致"),
                        uscc("uscc", "统一社会信用代码").required().hint("注册后为登录账号"),
                        region("regionCode", "工商注册所在地", "").required(),
                        text("address", "注册地址", 200).required(),
                        text("legalRepName", "法定代表人", 50).required(),
                        idNumber("legalRepIdNo", "法定代表人身份证号"),
                        pastDate("established", "成立日期"),
                        decimal("capital", "注册资本（万元）", 14, 2),
                        text("contact", "联系人", 30).required(),
                        mobile("contactMobile", "联系人手机").required(),
                        text("phone", "办公电话", 30),
                        email("email", "电子邮箱"),
                        choices("qualificationKinds", "企业资质", QualificationKind.class)
                                .hint("没有企业资质的不选"))
                .section(
                        "认证",
                        choice("authMethod", "认证方式", AuthenticationMethod.class)
                                .hint("在旧系统认证过的企业，可用旧系统的密码或者身份锁认证，即时生效；其他企业不必选择"),
                        choice("licenceVersion", "上传的营业执照版本", LicenceVersion.class)
                                .required()
                                .hint("需要现场认证的，携带版本须与上传的一致"))
                .attach(
                        Materials.required("licence", "营业执照").count(1, 1).hint("正本、副本均可"),
                        Materials.when(ImportantInformation.qualificationChosen(), "qualificationProof", "企业资质证明")
                                .missing(ImportantInformation.PROOF_MISSING))
                .chain(authentication())
                .closes(CaseState.CLOSED, "已认证")
                .onSubmitted(EnterpriseRegistration::begin)
                .onEnded(EnterpriseRegistration::giveBack)
                .guide("", "新企业按照工商注册所在地省级注册主管部门的要求认证，认证后方可登录")
                .build();
        return Registration.of(procedure, EnterpriseRegistration::newcomer)
                .known("该企业已注册")
                .done("已认证，请用统一社会信用代码和密码登录")
                .proven(new Proving(
                        "authMethod",
                        AuthenticationMethod.PASSWORD.name(),
                        AuthenticationMethod.USB_KEY.name(),
                        form -> Uscc.normalise(form.text("uscc")),
                        "认证失败，请按照企业工商注册所在地省级注册主管部门的要求进行认证"))
                .lookup("企业查询", LegacyFirm::lookUp)
                .onOpened(EnterpriseRegistration::authenticate);
    }

    /** 新企业认证, on site or online (NS-R03). */
    private static Step authentication() {
        return Step.step(
                        "authentication",
                        "企业认证",
                        Actor.office(
                                "企业工商注册所在地省级注册主管部门",
                                facts -> Offices.provinceOf(facts.form().text("regionCode"))))
                .decisions(approve("认证通过"), reject("退回"))
                .waiting(CaseState.PENDING, "待认证")
                .form(choice("carriedVersion", "现场携带的营业执照版本", LicenceVersion.class)
                        .hint("现场认证时填写"))
                .mustTick("documentsSeen", "已核对法人授权委托书、营业执照原件、资质证书和经办人身份证", "请先核对法人授权委托书、营业执照原件、资质证书和经办人身份证")
                .guard(EnterpriseRegistration::carriesWhatWasUploaded)
                .within(5);
    }

    private static List<Finding> carriesWhatWasUploaded(CaseFacts facts) {
        String carried = facts.judgement()
                .map(judgement -> judgement.form().text("carriedVersion"))
                .orElse("");
        return carried.isEmpty() || carried.equals(facts.form().text("licenceVersion"))
                ? Finding.none()
                : List.of(Finding.error("NS-R03", "carriedVersion", "携带版本需与上传的一致"));
    }

    private static Newcomer newcomer(FormData form) {
        String code = Uscc.normalise(form.text("uscc"));
        return Newcomer.of(form.with("contactName", form.text("contact")), Parties.EMPLOYER)
                .signingInAs(List.of(new Newcomer.Login(code, form.text("contactMobile"), "")));
    }

    private static Optional<Enterprise> known(CaseFacts facts, Changes changes) {
        return changes.of(Enterprise.ENTERPRISES).where("uscc", facts.form().text("uscc")).stream()
                .findFirst();
    }

    private static void begin(CaseFacts facts, Changes changes) {
        String number = known(facts, changes).map(Enterprise::enterpriseNo).orElseGet(() -> "QY%06d"
                .formatted(changes.next("enterprise")));
        changes.of(Enterprise.ENTERPRISES).save(Enterprise.registering(number, facts.form()));
    }

    private static void giveBack(CaseFacts facts, Changes changes) {
        known(facts, changes)
                .ifPresent(firm -> changes.of(Enterprise.ENTERPRISES).save(firm.in(EnterpriseStatus.RETURNED)));
    }

    private static void authenticate(CaseFacts facts, Changes changes) {
        known(facts, changes).ifPresent(firm -> changes.of(Enterprise.ENTERPRISES)
                .save(firm.authenticatedAs(Parties.applicant(facts).id())));
    }
}
